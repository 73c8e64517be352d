// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"
#include "ui/theme/theme.h"

#include <QPointer>
#include <QPushButton>
#include <QWidget>

#include <functional>

class QHBoxLayout;
class QPushButton;
class QToolButton;

namespace Roost::Ui {

class Label;

/// A strip above the content it is about: an icon, words, buttons at the right; tinted by its tone.
class Bar : public QWidget
{
    Q_OBJECT
public:
    explicit Bar(QWidget *parent = nullptr);

    void setMessage(Items::Tone tone, const QString &icon, const QString &text, const QString &detail = {});
    /// Adds `widget` at the right end and takes ownership.
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

/// What went wrong, why, a retry, and the details to copy. Hidden until there is an error.
class ErrorBar : public Bar
{
    Q_OBJECT
public:
    explicit ErrorBar(QWidget *parent = nullptr);

    /// `what` states what failed ("The runs could not be read."); the text of `error` states why.
    void setError(const QString &what, const Error &error);
    void clear();
    bool hasError() const { return m_has; }
    /// False hides the retry button: trying again would not help.
    void setRetryable(bool retryable);

Q_SIGNALS:
    void retry();

private:
    QPushButton *m_retry;
    QPushButton *m_copy;
    QString m_report;
    bool m_has = false;
    bool m_retryable = true;
};

/// Asks once, in place, before something is destroyed. Escape, the other button and leaving the page mean no. Hidden
/// until ask().
class ConfirmBar : public Bar
{
    Q_OBJECT
public:
    explicit ConfirmBar(QWidget *parent = nullptr);

    /// `button` names what is done ("Cancel run"), `refusal` what happens otherwise ("Keep running"). `confirmed` is
    /// called at most once. A new question replaces the old one.
    void ask(const QString &question, const QString &button, std::function<void()> confirmed,
             const QString &refusal = tr("Keep"));
    /// Hides the question, and nothing is done: the thing it was about is no longer on view.
    void drop() { close(); }

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void close();
    QPushButton *m_yes;
    QPushButton *m_no;
    std::function<void()> m_confirmed;
    QPointer<QWidget> m_before; // had the focus when it was asked
};

} // namespace Roost::Ui
