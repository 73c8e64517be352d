// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What LogPane does with time and with two logs at once.
#include "models/items/runs/runfailure.h"
#include "ui/logs/logcompareview.h"
#include "ui/logs/logpane.h"
#include "ui/logs/logpicker.h"
#include "ui/logs/logtab.h"
#include "ui/logs/rankssidebar.h"
#include "ui/widgets/label.h"

#include <QSplitter>

namespace Roost::Ui {

using namespace Items;
using namespace Logs;

using namespace Qt::StringLiterals;

namespace {

// Lines to look through for one of a rank.
constexpr qint64 MostLines = 100'000;

// The same log has a place of its own on either side.
QString besideKey(const QString &path)
{
    return u"beside "_s + path;
}

LineNumber firstOfRank(LogText &text, LineNumber from, int rank)
{
    const qint64 end = std::min(text.lineCount(), from.value + MostLines);
    for (LineNumber line = from; line.value < end; ++line.value) {
        if (text.tag(text.originOf(line).source).color == rank)
            return line;
    }
    return from;
}

} // namespace

bool LogPane::showsRanks() const
{
    return m_current == LogPicker::allRanks() || RanksSidebar::rankOf(m_current);
}

void LogPane::goToTime(qint64 ms, int rank)
{
    m_chosen = true;
    if (!showsRanks())
        showLog(LogPicker::allRanks());
    m_wantedTime.reset();
    LogView *view = currentView();
    if (!view)
        return;
    LogText &text = *view->document();
    LineNumber line = text.lineAt(timePointFromMs(ms));
    if (line.value >= text.lineCount() && text.state() != LogText::State::Ready) {
        m_wantedTime = {ms, rank}; // as soon as it is read so far
        return;
    }
    if (text.lineCount() == 0)
        return;
    if (line.value >= text.lineCount())
        line = {text.lineCount() - 1};
    else if (rank >= 0 && m_current == LogPicker::allRanks())
        line = firstOfRank(text, line, rank);
    view->goTo(line);
}

void LogPane::showRange()
{
    const LogView *view = currentView();
    if (!view || !showsRanks()) {
        m_frame->setVisibleRange(0, 0);
        return;
    }
    const LogText *text = view->document();
    const qint64 count = text->lineCount();
    const LineNumber first = view->firstVisibleLine();
    const LineNumber last{std::min(view->lastVisibleLine().value, count - 1)};
    if (first > last)
        return; // painted anew in a moment
    const qint64 from = msOrZero(text->originOf(first).time);
    m_frame->setVisibleRange(from, from > 0 ? std::max(msOrZero(text->originOf(last).time), from + 1) : 0);
}

LogTab *LogPane::besideTab() const
{
    const auto found = m_tabs.constFind(besideKey(m_beside->currentPath()));
    return m_beside->isVisibleTo(this) && found != m_tabs.cend() ? found->get() : nullptr;
}

// What has the keyboard, or had it before it was in a bar.
LogTab *LogPane::active() const
{
    LogTab *beside = m_besideActive ? besideTab() : nullptr;
    return beside ? beside : current();
}

QList<LogTab *> LogPane::shownTabs() const
{
    QList<LogTab *> tabs;
    for (LogTab *tab : {current(), besideTab()}) {
        if (tab)
            tabs += tab;
    }
    return tabs;
}

bool LogPane::toggleBeside()
{
    if (m_beside->isVisibleTo(this)) {
        closeBeside();
        return true;
    }
    const QStringList paths = m_logs.rankPaths();
    if (paths.size() < 2 || !currentView())
        return false;
    // Two ranks are compared: what is shown with the one that broke, or else the next.
    if (m_current == LogPicker::allRanks())
        showLog(RanksSidebar::pathOf(m_logs, *rankOfLog(paths.first())));
    QString other = failingLog(m_run->run(), paths);
    if (RanksSidebar::rankOf(other) == RanksSidebar::rankOf(m_current))
        other = paths[(paths.indexOf(m_current) + 1) % paths.size()];
    showBeside(other);
    return true;
}

void LogPane::showBeside(const QString &path)
{
    LogTab *tab = tabFor(path, besideKey({}));
    takePatterns(tab);
    m_beside->setPaths(m_logs.rankPaths(), path);
    m_beside->setView(tab->view);
    m_head->setText(logTitle(m_current));
    m_head->show();
    if (!m_beside->isVisibleTo(this)) {
        m_beside->show();
        m_sides->setSizes({m_sides->width() / 2, m_sides->width() / 2});
    }
    delete m_step;
    m_step = new ScrollSync(currentView(), tab->view);
    refreshStatus();
}

void LogPane::closeBeside()
{
    if (LogTab *tab = besideTab()) {
        // Nobody sees what it finds.
        tab->find.setPattern({});
        tab->filter.setPattern({});
    }
    m_besideActive = false;
    delete m_step;
    m_beside->hide();
    m_head->hide();
    refreshStatus();
    if (LogView *view = currentView())
        view->setFocus();
}

} // namespace Roost::Ui
