// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace Roost::Ui {

class Label;

/// A control with a label above it and, below it, a hint or the problem with its value. The label names the control for
/// screen readers and is its buddy.
class FormField : public QWidget
{
    Q_OBJECT
public:
    enum class Problem { Blocking, Warning };

    /// `control` receives the focus. `row` is shown in place of the control if it contains more (a field with a
    /// button).
    FormField(const QString &label, QWidget *control, QWidget *row = nullptr, QWidget *parent = nullptr);

    QWidget *control() const { return m_control; }
    /// Sets the text below the control, in the secondary colour; an empty text removes it.
    void setHint(const QString &text);
    QString hint() const;
    /// Shows a sentence about the value in place of the hint; an empty text means that the value is valid.
    void setProblem(const QString &text, Problem kind = Problem::Blocking);
    QString problem() const;
    /// Adds a widget between the control and the hint.
    void addBelow(QWidget *widget);

private:
    void arrange();

    QWidget *m_control;
    QLabel *m_label;
    QVBoxLayout *m_column;
    Label *m_hint;
    QLabel *m_problemIcon;
    Label *m_problem;
    QWidget *m_problemRow;
    Problem m_kind = Problem::Blocking;
};

} // namespace Roost::Ui
