// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/pagefocus.h"

#include "ui/pages/pageview.h"
#include "ui/shell/pagehost.h"
#include "ui/shell/readingorder.h"

#include <QApplication>
#include <QStackedWidget>

#include <algorithm>

namespace Roost::Ui {

namespace {

// Returns the widget that a stack shows in place of `widget`; null if it shows `widget` itself.
QWidget *standInFor(const QWidget *widget, const QWidget *page)
{
    for (QWidget *above = widget->parentWidget(); above && above != page; above = above->parentWidget()) {
        const auto *stack = qobject_cast<QStackedWidget *>(above);
        QWidget *shown = stack ? stack->currentWidget() : nullptr;
        if (shown && shown != widget && !shown->isAncestorOf(widget))
            return shown;
    }
    return nullptr;
}

} // namespace

PageFocus::PageFocus(QWidget &window, PageHost &host)
    : m_window(window)
    , m_host(host)
{
    connect(qApp, &QApplication::focusChanged, this, &PageFocus::onFocusChanged);
}

void PageFocus::enter(QWidget *last)
{
    PageView *page = m_host.page();
    if (!page)
        return;
    QWidget *main = page->focusProxy();
    if (last && last->isVisibleTo(page) && last->isEnabledTo(page)) {
        last->setFocus(Qt::OtherFocusReason);
    } else if (main) {
        main->setFocus(Qt::OtherFocusReason);
        if (QWidget *standIn = standInFor(main, page))
            standIn->setFocus(Qt::OtherFocusReason);
    } else if (!page->isAncestorOf(m_window.focusWidget())) {
        page->setFocus(Qt::OtherFocusReason);
    }
}

// For a loss of focus that the user did not cause: focuses the widget that the keys of the page are for, else its main
// button, else its first control.
void PageFocus::restore()
{
    PageView *page = m_host.page();
    const QWidget *main = page->focusProxy();
    if (main && (main->isVisible() || standInFor(main, page))) {
        enter();
        return;
    }
    QWidgetList inPage = inReadingOrder(m_window);
    inPage.removeIf([page](const QWidget *one) { return !page->isAncestorOf(one); });
    const auto primary =
        std::ranges::find_if(inPage, [](const QWidget *one) { return one->property("primary").toBool(); });
    if (primary != inPage.end())
        (*primary)->setFocus(Qt::OtherFocusReason);
    else if (!inPage.isEmpty())
        inPage.first()->setFocus(Qt::OtherFocusReason);
    else
        page->setFocus(Qt::OtherFocusReason);
}

// After the focused widget is deleted, no widget has the focus.
void PageFocus::onFocusChanged(QWidget * /*before*/, QWidget *now)
{
    if (now || !m_host.page() || !m_window.isActiveWindow())
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            const bool isFree = !QApplication::focusWidget() && !QApplication::activePopupWidget();
            if (m_host.page() && m_window.isActiveWindow() && isFree)
                restore();
        },
        Qt::QueuedConnection);
}

bool PageFocus::step(bool isNext)
{
    // Qt also calls this if the focused widget has been hidden. It is then not part of the order, and the first widget
    // of the order would be the workspace switcher.
    const QWidget *now = m_window.focusWidget();
    if (now && !now->isVisible() && m_host.page() && m_host.page()->isVisible()) {
        restore();
        return m_window.focusWidget() != now;
    }
    const QWidgetList order = inReadingOrder(m_window);
    if (order.isEmpty())
        return false;
    const qsizetype count = order.size();
    const qsizetype at = order.indexOf(m_window.focusWidget());
    const qsizetype to = isNext ? at + 1 : std::max<qsizetype>(at, 0) - 1 + count;
    order.at(to % count)->setFocus(isNext ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
}

} // namespace Roost::Ui
