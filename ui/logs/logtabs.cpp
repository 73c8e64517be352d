// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logs/logtabs.h"

#include "ui/logs/logtab.h"
#include "ui/logs/logtitle.h"

#include <algorithm>

namespace Roost::Ui {

using namespace Items;
using namespace Logs;

LogTabs::LogTabs(RunLogs *logs, QWidget *parent)
    : QObject(parent)
    , m_logs(logs)
    , m_parent(parent)
{
}

LogTab *LogTabs::open(Side side, const LogSource &source)
{
    auto &tab = m_tabs[{side, source}];
    if (!tab) {
        tab = new LogTab(m_logs->text(source), m_parent);
        tab->view->setWrapping(m_wrapping);
        tab->view->setShowsTimes(m_showsTimes);
        tab->view->setZoom(m_zoom);
        tab->view->setOpenable(m_isOpenable);
        tab->view->setHighlights(m_highlights);
        tab->view->setAccessibleName(tr("Log %1").arg(logTitle(source)));
        Q_EMIT opened(tab);
    }
    return tab;
}

LogTab *LogTabs::find(Side side, const std::optional<LogSource> &source) const
{
    const auto found = source ? m_tabs.find({side, *source}) : m_tabs.end();
    return found == m_tabs.end() ? nullptr : found->second.data();
}

void LogTabs::forEach(const std::function<void(LogView &)> &act) const
{
    for (const auto &[key, tab] : m_tabs) {
        if (tab)
            act(*tab->view);
    }
}

void LogTabs::setWrapping(bool wrapping)
{
    m_wrapping = wrapping;
    forEach([wrapping](LogView &view) { view.setWrapping(wrapping); });
}

void LogTabs::setShowsTimes(bool shows)
{
    m_showsTimes = shows;
    forEach([shows](LogView &view) { view.setShowsTimes(shows); });
}

void LogTabs::setZoom(int steps)
{
    constexpr int Most = 8;
    m_zoom = std::clamp(steps, -Most / 2, Most);
    forEach([this](LogView &view) { view.setZoom(m_zoom); });
}

void LogTabs::setHighlights(const LogHighlights &highlights)
{
    m_highlights = highlights;
    forEach([this](LogView &view) { view.setHighlights(m_highlights); });
}

void LogTabs::setOpenable(const LogCanvas::IsOpenable &isOpenable)
{
    const LogCanvas::IsOpenable function = isOpenable; // a copy, because refreshLinks() passes the member itself
    m_isOpenable = function;
    forEach([this](LogView &view) { view.setOpenable(m_isOpenable); });
}

} // namespace Roost::Ui
