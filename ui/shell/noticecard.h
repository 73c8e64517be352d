// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/navigation/navigator.h"

#include <QTimer>
#include <QWidget>

class QHBoxLayout;

namespace Roost::Ui {

/// One message of Notices: two lines of text with the whole as tool tip, a button for what can be done, and one that
/// closes it.
class NoticeCard : public QWidget
{
    Q_OBJECT
public:
    /// Without an `action` it has no button for one.
    NoticeCard(const QString &text, Notice level, const QString &detail, const QString &actionText,
               const std::function<void()> &action, QWidget *parent = nullptr);

    /// Emits closeWanted() after `ms` milliseconds, though not while the mouse is over it or it has the focus.
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
