// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/navigation/navigator.h"

#include <QTimer>
#include <QWidget>

class QHBoxLayout;

namespace Roost::Ui {

/// One message of Notices: two lines of text with the full text as tool tip, a button for the action, and a close
/// button.
class NoticeCard : public QWidget
{
    Q_OBJECT
public:
    /// Shows no action button if `action` is empty.
    NoticeCard(const QString &text, Notice level, const QString &detail, const QString &actionText,
               const std::function<void()> &action, QWidget *parent = nullptr);

    /// Emits closeWanted() after `ms` milliseconds, but not while the mouse is over the card or the card has the focus.
    void closeAfter(int ms);
    bool isHeld() const;
    Notice level() const { return m_level; }

Q_SIGNALS:
    void closeWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void buildButtons(const QString &detail, const QString &actionText, const std::function<void()> &action);

    QString m_text;
    Notice m_level;
    QHBoxLayout *m_buttons;
    QTimer m_timer;
};

} // namespace Roost::Ui
