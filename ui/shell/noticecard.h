// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/navigation/navigator.h"

#include <QTimer>
#include <QWidget>

class QHBoxLayout;

namespace Roost::Ui {

/// One message of Notices: two lines of it and the whole as tool tip, what can be done about it, and a way to close it.
class NoticeCard : public QWidget
{
    Q_OBJECT
public:
    /// Takes no action: no button for one.
    NoticeCard(const QString &text, Notice level, const QString &detail, const QString &actionText,
               const std::function<void()> &action, QWidget *parent = nullptr);

    /// Asks to be closed after `ms`, though not while the mouse is over it or it holds the focus.
    void leaveAfter(int ms);
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
