// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/navigation/navigator.h"

#include <QPointer>
#include <QWidget>

namespace Roost::Ui {

class NoticeCard;

/// Messages over the bottom right corner of the page, whose layout they do not change. The newest is at the bottom.
/// Failures stay until the user closes them; other messages close by themselves.
class Notices : public QWidget
{
    Q_OBJECT
public:
    /// A child of `window`, laid over `page`, which is part of it.
    Notices(QWidget *page, QWidget *window);

    /// Shows a message. `about` is the location that it is about; may be empty.
    void show(const QString &text, Notice level, const QString &detail, const QString &actionText,
              const std::function<void()> &action, const Location &about = {});
    /// Closes the notices about `place`, because the user now sees it.
    void closeAbout(const Location &place);
    int count() const { return int(m_cards.size()); }
    /// Keeps the lowest `height` pixels of the page free of notices.
    void setFoot(int height);
    /// Moves the focus to the newest notice. Returns false if there is no notice.
    bool focusNewest();

Q_SIGNALS:
    /// Emitted when a notice that had the focus was closed and the widget that had the focus before cannot take it.
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
    QList<NoticeCard *> m_cards;     // oldest first
    QPointer<QWidget> m_focusBefore; // the widget with the focus before a notice received it
    int m_foot = 0;
};

} // namespace Roost::Ui
