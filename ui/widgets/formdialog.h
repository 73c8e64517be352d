// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QList>

class QPushButton;
class QVBoxLayout;

namespace Roost::Ui {

class ErrorBar;
class FormField;

/// A dialog that sends what is entered in its fields: an error bar, the fields and two buttons. It stays open while
/// fields have problems and until the request has succeeded. Open it with `open()`.
class FormDialog : public QDialog
{
    Q_OBJECT
protected:
    /// `name` is the prefix of the object names: "createCompute" gives createComputeDialog, createComputeError and
    /// createComputeButton.
    FormDialog(const QString &name, const QString &title, QWidget *parent);

    /// The column of the fields; setBusy() disables what is in it.
    QVBoxLayout *form() const { return m_fieldColumn; }
    /// Appends a field. submit() moves the focus to the first field with a problem, in the order of these calls.
    void addField(FormField *field);
    /// Appends a widget below the form.
    void addBelow(QWidget *widget);
    /// Call once, after the fields were added: the keyboard focus moves in the order of creation.
    void addButtons(const QString &acceptText);

    ErrorBar &errorBar() const { return *m_error; }
    QPushButton &acceptButton() const { return *m_accept; }
    QPushButton &cancelButton() const { return *m_cancel; }
    /// Whether the form was submitted once: until then an empty field is no problem.
    bool wasSubmitted() const { return m_wasSubmitted; }

    /// Checks the fields, and sends the form where none has a problem.
    void submit();
    /// Disables form and accept button while a request is in flight.
    virtual void setBusy(bool busy);

    /// Shows or clears the problem of each field.
    virtual void check() = 0;
    /// Sends what is entered. No field has a problem, and the error bar is clear.
    virtual void send() = 0;
    /// The button of the error bar was clicked.
    virtual void retry() { submit(); }

    bool event(QEvent *event) override;

private:
    QString m_name;
    ErrorBar *m_error;
    QWidget *m_form;
    QVBoxLayout *m_fieldColumn;
    QVBoxLayout *m_content; // form, what is below it, buttons
    QPushButton *m_accept = nullptr;
    QPushButton *m_cancel = nullptr;
    QList<FormField *> m_fields;
    bool m_wasSubmitted = false;
};

} // namespace Roost::Ui
