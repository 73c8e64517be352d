// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/pagehost.h"

#include "ui/pages/pageview.h"
#include "ui/settings/settings.h"

#include <algorithm>
#include <ranges>
#include <utility>

namespace Roost::Ui {

using namespace Qt::StringLiterals;

namespace {
// Pages of single runs contain logs and charts; only the most recent few of them are entry.
constexpr qsizetype KeptNamedPages = 6;
} // namespace

PageHost::PageHost(QWidget *parent)
    : QStackedWidget(parent)
{
    setObjectName(u"pages"_s);
}

void PageHost::setContext(const PageContext &context)
{
    m_context.emplace(context);
}

QString PageHost::keyOf(const Location &location, const PageSpec &spec)
{
    return spec.isPerName ? location.page + u'/' + location.name : location.page;
}

bool PageHost::go(const Location &location)
{
    const PageSpec *spec = findPage(location.page);
    if (!spec || !m_context)
        return false;
    const QString key = keyOf(location, *spec);
    const auto known = m_pages.find(key);
    PageView *page = known == m_pages.end() ? makePage(location, *spec) : known->second.page.get();
    m_location = location;
    Q_EMIT aboutToShow(location);
    if (spec->isPerName) {
        m_named.removeAll(key);
        m_named.append(key);
    }
    enter(page);
    if (spec->show)
        spec->show(page, location);
    trim();
    // show() may have led to another location.
    if (m_location == location)
        m_history.go(location);
    Q_EMIT historyChanged();
    return true;
}

PageView *PageHost::makePage(const Location &location, const PageSpec &spec)
{
    PageView *page = spec.make(*m_context, location, this);
    m_pages[keyOf(location, spec)] = {std::unique_ptr<PageView>(page), location};
    addWidget(page);
    connect(page, &PageView::headerChanged, this, [this, page] {
        if (page == m_page)
            Q_EMIT headerChanged();
    });
    page->restoreState(Settings::instance().value(Preferences::pageState, location.page));
    return page;
}

void PageHost::enter(PageView *page)
{
    if (m_page != page) {
        if (m_page) {
            const auto left =
                std::ranges::find_if(m_pages, [this](const auto &entry) { return entry.second.page.get() == m_page; });
            saveState(left->second);
            m_page->deactivate();
        }
        m_page = page;
        QWidget *lastFocus = page->focusWidget(); // read first: the stack moves the focus to the first child
        setCurrentWidget(page);
        if (m_active)
            page->activate();
        Q_EMIT entered(lastFocus);
    }
    Q_EMIT arrived();
}

void PageHost::back()
{
    if (canGoBack())
        go(m_history.back());
}

void PageHost::forward()
{
    if (canGoForward())
        go(m_history.forward());
}

void PageHost::setActive(bool active)
{
    m_active = active;
    if (m_page && active)
        m_page->activate();
    else if (m_page)
        m_page->deactivate();
}

std::optional<Location> PageHost::blockedBy(const std::function<void()> &then)
{
    for (const PageEntry &entry : std::views::values(m_pages)) {
        // Queued, because `then` may delete the page that asks.
        if (!entry.page->mayLeave([this, then] { QMetaObject::invokeMethod(this, then, Qt::QueuedConnection); }))
            return entry.location;
    }
    return std::nullopt;
}

void PageHost::trim()
{
    while (m_named.size() > KeptNamedPages) {
        const auto oldest = m_pages.extract(m_named.takeFirst());
        saveState(oldest.mapped());
        removeWidget(oldest.mapped().page.get());
        oldest.mapped().page.release()->deleteLater(); // deleted later: a signal of the page may be the caller
    }
}

void PageHost::saveStates() const
{
    for (const PageEntry &entry : std::views::values(m_pages))
        saveState(entry);
}

void PageHost::saveState(const PageEntry &entry)
{
    const QVariantMap state = entry.page->saveState();
    if (!state.isEmpty())
        Settings::instance().set(Preferences::pageState, state, entry.location.page);
}

void PageHost::clear()
{
    m_page = nullptr;
    for (PageEntry &entry : std::views::values(m_pages)) {
        saveState(entry);
        removeWidget(entry.page.get());
        entry.page.reset();
    }
    m_pages.clear();
    m_named.clear();
    m_history.clear();
}

} // namespace Roost::Ui
