// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"
#include "ui/theme/theme.h"

#include <QPointer>
#include <QPushButton>
#include <QTimer>
#include <QWidget>

#include <functional>

class QHBoxLayout;
class QPushButton;
class QToolButton;

namespace Roost::Ui {

class Label;

/// A strip above the content that it is about: an icon, a text, and buttons at the right, tinted by its tone.
class Bar : public QWidget
{
    Q_OBJECT
public:
    explicit Bar(QWidget *parent = nullptr);

    void setMessage(Items::Tone tone, const QString &icon, const QString &text, const QString &detail = {});
    /// Adds a button with `text` at the right end.
    QPushButton *addButton(const QString &text, const QString &objectName);

protected:
    void paintEvent(QPaintEvent *event) override;
    QHBoxLayout *row() const { return m_row; }
    Label *textLabel() const { return m_text; }

private:
    Items::Tone m_tone = Items::Tone::Neutral;
    QString m_icon;
    QHBoxLayout *m_row;
    Label *m_text;
    Label *m_detail;
};

/// An error: what failed, why, a retry button, and details to copy. Hidden if there is no error.
class ErrorBar : public Bar
{
    Q_OBJECT
public:
    explicit ErrorBar(QWidget *parent = nullptr);

    /// `what` says what failed ("The runs could not be read."); the text of `error` says why.
    void setError(const QString &what, const Error &error);
    /// Says that the content is older than the failed read that `error` describes. Appears with a short delay, because
    /// a server that was just opened usually answers soon.
    void setStale(const Error &error);
    void clear();
    bool hasError() const { return m_has; }
    /// False hides the retry button, if a retry cannot help.
    void setRetryable(bool retryable);

Q_SIGNALS:
    void retry();

private:
    QPushButton *m_retry;
    QPushButton *m_copy;
    QString m_report;
    QTimer m_delay;
    bool m_has = false;
    bool m_retryable = true;
};

/// Asks for confirmation, in place, before something is destroyed. Escape, the other button and leaving the page mean
/// no. Hidden until ask() is called.
class ConfirmBar : public Bar
{
    Q_OBJECT
public:
    explicit ConfirmBar(QWidget *parent = nullptr);

    /// `button` names the action ("Cancel run"), `refusal` the alternative ("Keep running"). `confirmed` is called at
    /// most once. A new question replaces the previous one.
    void showQuestion(const QString &question, const QString &button, std::function<void()> confirmed,
                      const QString &refusal = tr("Keep"));
    /// Hides the question without any action, because its subject is no longer shown.
    void dismiss() { close(); }

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void close();
    QPushButton *m_yes;
    QPushButton *m_no;
    std::function<void()> m_confirmed;
    QPointer<QWidget> m_focusBefore; // the widget with the focus before the question
};

} // namespace Roost::Ui
