// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/notices.h"

#include "ui/shell/noticecard.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QEvent>
#include <QVBoxLayout>

#include <algorithm>
#include <span>
#include <utility>

namespace Roost::Ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MaxShown = 3;
constexpr int MaxWidth = 420;
constexpr int Stay = 8000; // in ms; longer if the notice has an action
constexpr int StayWithAction = 20000;
constexpr auto About = "about"; // property of a card: its Location

} // namespace

Notices::Notices(QWidget *page, QWidget *window)
    : QWidget(window)
    , m_page(page)
{
    setObjectName(u"notices"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::Step);
    page->installEventFilter(this);
    connect(qApp, &QApplication::focusChanged, this, &Notices::watchFocus);
    hide();
}

void Notices::show(const QString &text, Notice level, const QString &detail, const QString &actionText,
                   const std::function<void()> &action, const Location &about)
{
    auto *card = new NoticeCard(text, level, detail, actionText, action, this);
    card->setProperty(About, QVariant::fromValue(about));
    m_cards.append(card);
    layout()->addWidget(card);
    connect(card, &NoticeCard::closeWanted, this, [this, card] { closeCard(card); });
    if (level != Notice::Failure)
        card->closeAfter(actionText.isEmpty() ? Stay : StayWithAction);
    trim();
    place();
    setVisible(true);
    raise();
}

void Notices::closeAbout(const Location &place)
{
    const QList<NoticeCard *> cards = m_cards;
    for (NoticeCard *card : cards) {
        if (card->property(About).value<Location>() == place)
            closeCard(card);
    }
}

// Notices that are not hovered or focused are closed first, and failures last.
void Notices::trim()
{
    while (m_cards.size() > MaxShown) {
        const auto older = std::span(m_cards).first(size_t(m_cards.size()) - 1);
        auto goes = std::ranges::find_if(
            older, [](const NoticeCard *card) { return card->level() != Notice::Failure && !card->isHeld(); });
        if (goes == older.end())
            goes = std::ranges::find_if(older, [](const NoticeCard *card) { return !card->isHeld(); });
        closeCard(goes == older.end() ? older.front() : *goes);
    }
}

void Notices::closeCard(NoticeCard *card)
{
    if (!m_cards.removeOne(card))
        return;
    if (card->isAncestorOf(window()->focusWidget())) {
        const QPointer<QWidget> before = std::exchange(m_focusBefore, {});
        if (before && before->isVisible() && before->isEnabled())
            before->setFocus(Qt::OtherFocusReason);
        else
            Q_EMIT focusLost();
    }
    layout()->removeWidget(card);
    card->hide();
    card->deleteLater();
    place();
    setVisible(!m_cards.isEmpty());
}

void Notices::setFoot(int height)
{
    m_foot = height;
    place();
}

bool Notices::focusNewest()
{
    if (m_cards.isEmpty())
        return false;
    const auto buttons = m_cards.last()->findChildren<QWidget *>();
    const auto first =
        std::ranges::find_if(buttons, [](const QWidget *one) { return one->focusPolicy() & Qt::TabFocus; });
    if (first != buttons.end())
        (*first)->setFocus(Qt::ShortcutFocusReason);
    return true;
}

void Notices::watchFocus(QWidget *old, QWidget *now)
{
    if (isAncestorOf(now) && old && !isAncestorOf(old) && old->window() == window())
        m_focusBefore = old;
}

bool Notices::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::Move)
        place();
    return QWidget::eventFilter(watched, event);
}

bool Notices::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest)
        place();
    return QWidget::event(event);
}

void Notices::place()
{
    if (m_cards.isEmpty())
        return;
    const QRect over(m_page->mapTo(parentWidget(), QPoint(0, 0)), m_page->size());
    const int width = std::min(MaxWidth, over.width() - 2 * Theme::Group);
    const int height = layout()->totalHeightForWidth(width);
    setGeometry(over.right() + 1 - width - Theme::Group, over.bottom() + 1 - m_foot - height - Theme::Group, width,
                height);
}

} // namespace Roost::Ui
