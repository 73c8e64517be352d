// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
// How a window goes from page to page.
#include "ui/pages/pageview.h"
#include "ui/settings/settings.h"
#include "ui/shell/header.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/notices.h"
#include "ui/shell/rail.h"
#include "ui/shell/readingorder.h"
#include "ui/shell/windowactions.h"
#include "ui/shell/windows.h"

#include <QApplication>
#include <QStackedWidget>

#include <algorithm>

namespace Roost::Ui {

using namespace Qt::StringLiterals;

namespace {

// Run pages hold logs and charts; of those not on view only the last few are kept.
constexpr qsizetype KeptRunPages = 6;

// What a stack shows in place of `widget`; null where it shows that.
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

QString keyOf(const Location &location)
{
    return location.page == u"run" ? u"run/"_s + location.name : location.page;
}

} // namespace

PageContext MainWindow::context()
{
    return {*m_workspace, m_windows.sessions(), *this, [this](const QString &address) { openWorkspace(address); }};
}

void MainWindow::go(const Location &location)
{
    if (!m_workspace)
        return;
    showLocation(location);
    if (m_location == location)
        m_history.go(location);
    m_header->setCanGoBack(m_history.canGoBack());
    m_actions->find(u"Back"_s)->setEnabled(m_history.canGoBack());
    m_actions->find(u"Forward"_s)->setEnabled(m_history.canGoForward());
}

void MainWindow::showLocation(const Location &location)
{
    const QString key = keyOf(location);
    PageView *page = m_pages.value(key);
    if (!page) {
        page = makePage(location, context(), m_stack);
        if (!page) {
            m_rail->setCurrent(railPageOf(m_location));
            notify(tr("There is no page \"%1\".").arg(location.page), Notice::Warning);
            return;
        }
        m_pages.insert(key, page);
        m_stack->addWidget(page);
        connect(page, &PageView::headerChanged, this, [this, page] {
            if (page != m_page)
                return;
            m_notices->setFoot(page->footHeight());
            showHeader();
        });
        page->restoreState(Settings::instance().value(Preferences::pageState, location.page));
    }
    m_location = location;
    if (location.page == u"run") {
        m_runPages.removeAll(key);
        m_runPages.append(key);
        m_notices->seen(key);
    }
    showPage(page);
    pick(page, location);
    trimRunPages();
}

void MainWindow::showPage(PageView *page)
{
    if (m_page != page) {
        if (m_page) {
            savePage(m_page);
            m_page->deactivate();
        }
        m_page = page;
        QWidget *last = page->focusWidget(); // the stack gives the focus to whatever comes first
        m_stack->setCurrentWidget(page);
        m_notices->setFoot(page->footHeight());
        if (m_watching)
            page->activate();
        focusPage(last);
    }
    m_rail->setCurrent(railPageOf(m_location));
    showHeader();
    Q_EMIT pageChanged();
}

// To what had the focus on the page before; else to what its arrow keys are for, or what stands there until that is
// read: ContentStack hands the focus on.
void MainWindow::focusPage(QWidget *last)
{
    QWidget *main = m_page->focusProxy();
    if (last && last->isVisibleTo(m_page) && last->isEnabledTo(m_page)) {
        last->setFocus(Qt::OtherFocusReason);
    } else if (main) {
        main->setFocus(Qt::OtherFocusReason);
        if (QWidget *standIn = standInFor(main, m_page))
            standIn->setFocus(Qt::OtherFocusReason);
    } else if (!m_page->isAncestorOf(focusWidget())) {
        m_page->setFocus(Qt::OtherFocusReason);
    }
}

// Where nobody pressed Tab: to what the page's keys are for, else to its main button, else to its first control.
void MainWindow::leadFocusBack()
{
    const QWidget *main = m_page->focusProxy();
    if (main && (main->isVisible() || standInFor(main, m_page))) {
        focusPage(nullptr);
        return;
    }
    QWidgetList inPage = inReadingOrder(*this);
    inPage.removeIf([this](const QWidget *one) { return !m_page->isAncestorOf(one); });
    const auto primary =
        std::ranges::find_if(inPage, [](const QWidget *one) { return one->property("primary").toBool(); });
    if (primary != inPage.end())
        (*primary)->setFocus(Qt::OtherFocusReason);
    else if (!inPage.isEmpty())
        inPage.first()->setFocus(Qt::OtherFocusReason);
    else
        m_page->setFocus(Qt::OtherFocusReason);
}

// The one that had the focus was deleted.
void MainWindow::watchFocus(QWidget * /*before*/, QWidget *now)
{
    if (now || !m_page || !isActiveWindow())
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (m_page && isActiveWindow() && !QApplication::focusWidget() && !QApplication::activePopupWidget())
                leadFocusBack();
        },
        Qt::QueuedConnection);
}

bool MainWindow::focusNextPrevChild(bool next)
{
    // Qt asks too when the one that has the focus is hidden, and so in no order any more; the first of all would be the
    // switcher of workspaces.
    const QWidget *now = focusWidget();
    if (now && !now->isVisible() && m_page && m_page->isVisible()) {
        leadFocusBack();
        return focusWidget() != now;
    }
    const QWidgetList order = inReadingOrder(*this);
    if (order.isEmpty())
        return false;
    const qsizetype count = order.size();
    const qsizetype at = order.indexOf(focusWidget());
    const qsizetype to = next ? at + 1 : std::max<qsizetype>(at, 0) - 1 + count;
    order.at(to % count)->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
}

void MainWindow::showHeader()
{
    m_header->showPage(m_page);
    readRuns();
}

void MainWindow::openRun(const QString &runId, Where where)
{
    const Location location{u"run"_s, runId, {}};
    if (where == Where::NewWindow && m_workspace) {
        // Once for all: what this page remembers is what the new window begins with.
        saveState();
        m_windows.open(m_workspace->session.address(), location);
    } else {
        go(location);
    }
}

void MainWindow::openWizard(const Job &prefill)
{
    // One wizard a window: what a person wrote in it stays, and it asks before a prefill takes its place.
    go({u"submit"_s, {}, {}});
    offer(m_page, prefill);
}

bool MainWindow::mayLeave(const std::function<void()> &then)
{
    for (const auto &[key, page] : m_pages.asKeyValueRange()) {
        // Later: the page that asks may be gone when `then` returns.
        if (page->mayLeave([this, then] { QMetaObject::invokeMethod(this, then, Qt::QueuedConnection); }))
            continue;
        if (page != m_page)
            go({key, {}, {}});
        return false;
    }
    return true;
}

void MainWindow::trimRunPages()
{
    while (m_runPages.size() > KeptRunPages) {
        PageView *page = m_pages.take(m_runPages.takeFirst());
        m_stack->removeWidget(page);
        savePage(page);
        page->deleteLater();
    }
}

void MainWindow::dropPages()
{
    m_header->showPage(nullptr);
    for (PageView *page : std::as_const(m_pages)) {
        savePage(page);
        m_stack->removeWidget(page);
        delete page;
    }
    m_pages.clear();
    m_runPages.clear();
    m_page = nullptr;
}

void MainWindow::savePage(PageView *page) const
{
    const QVariantMap state = page->saveState();
    if (state.isEmpty())
        return;
    const QString key = m_pages.key(page);
    Settings::instance().set(Preferences::pageState, state, key.section(u'/', 0, 0));
}

} // namespace Roost::Ui
