// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/navigation/navigator.h"

#include <QPointer>
#include <QWidget>

namespace Roost::Ui {

class NoticeCard;

/// Messages over the bottom right corner of the page, which stays where it is; the newest is the lowest. Failures stay
/// until a person closes them, others close by themselves.
class Notices : public QWidget
{
    Q_OBJECT
public:
    /// A child of `window`, laid over its part `page`.
    Notices(QWidget *page, QWidget *window);

    /// `about` is the place that the notice is about; it may be none.
    void show(const QString &text, Notice level, const QString &detail, const QString &actionText,
              const std::function<void()> &action, const Location &about = {});
    /// Closes the notices about `place`: it is on view now.
    void seen(const Location &place);
    int count() const { return int(m_cards.size()); }
    /// Keeps the lowest `height` pixels of the page free.
    void setFoot(int height);
    /// Gives the focus to the newest notice; false if there is none.
    bool takeFocus();

Q_SIGNALS:
    /// A notice that had the focus is closed, and the widget that had it before cannot take it.
    void focusLost();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    bool event(QEvent *event) override;

private:
    void closeCard(NoticeCard *card);
    void trim();
    void place();
    void watchFocus(QWidget *old, QWidget *now);

    QWidget *m_page;
    QList<NoticeCard *> m_cards;     // the oldest first
    QPointer<QWidget> m_focusBefore; // had the focus before a notice got it
    int m_foot = 0;
};

} // namespace Roost::Ui
