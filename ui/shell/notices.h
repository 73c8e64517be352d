// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/navigation/navigator.h"

#include <QPointer>
#include <QWidget>

namespace Roost::Ui {

class NoticeCard;

/// Messages over the bottom right corner of the page, which stays where it is; the newest is the lowest. Failures stay
/// until closed, others leave by themselves.
class Notices : public QWidget
{
    Q_OBJECT
public:
    /// Lies in `window`, over its part `page`.
    Notices(QWidget *page, QWidget *window);

    void show(const QString &text, Notice level, const QString &detail, const QString &actionText,
              const std::function<void()> &action, const QString &about = {});
    /// What those notices are about is on view now, so they leave.
    void seen(const QString &about);
    int count() const { return int(m_cards.size()); }
    /// So much of the page's lower end is left free.
    void setFoot(int height);
    /// To the newest, where there is one.
    bool takeFocus();

Q_SIGNALS:
    /// A notice that held the focus is gone, and so is what had it before.
    void focusLost();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    bool event(QEvent *event) override;

private:
    void leave(NoticeCard *card);
    void trim();
    void place();
    void watchFocus(QWidget *old, QWidget *now);

    QWidget *m_page;
    QList<NoticeCard *> m_cards; // the oldest first
    QPointer<QWidget> m_before;  // had the focus before a notice took it
    int m_foot = 0;
};

} // namespace Roost::Ui
