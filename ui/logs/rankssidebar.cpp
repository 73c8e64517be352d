// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logs/rankssidebar.h"

#include "ui/ranks/rankslist.h"
#include "ui/ranks/ranktimelineview.h"
#include "ui/theme/theme.h"

#include <QSignalBlocker>
#include <QSplitter>
#include <QVBoxLayout>

namespace Roost::Ui {

using namespace Items;
using namespace Qt::StringLiterals;

namespace {

constexpr int ListWidth = 360;
constexpr int BriefWidth = 260;
constexpr int FewRanks = 8;
constexpr int MostTimelineHeight = 110;

} // namespace

RanksSidebar::RanksSidebar(RunRanks *ranks, RunLogs *logs, QWidget *log, QWidget *parent)
    : QWidget(parent)
    , m_ranks(ranks)
    , m_logs(logs)
    , m_list(new RanksList(ranks))
    , m_timeline(new RankTimelineView(ranks))
    , m_columns(new QSplitter(Qt::Horizontal))
    , m_rows(new QSplitter(Qt::Vertical))
{
    setObjectName(u"ranksSidebar"_s);
    m_timeline->setObjectName(u"logTimeline"_s);
    m_timeline->setAccessibleName(tr("What each rank wrote over time"));
    m_rows->addWidget(m_timeline);
    m_rows->addWidget(log);
    m_columns->addWidget(m_list);
    m_columns->addWidget(m_rows);
    for (QSplitter *splitter : {m_rows, m_columns}) {
        splitter->setStretchFactor(1, 1);
        splitter->setChildrenCollapsible(false);
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_columns);
    connect(m_list, &RanksList::selectionChanged, this, &RanksSidebar::applySelection);
    connect(m_timeline, &RankTimelineView::timeClicked, this, &RanksSidebar::timeWanted);
    connect(ranks, &RunRanks::changed, this, &RanksSidebar::refresh);
    connect(logs, &RunLogs::changed, this, &RanksSidebar::refresh);
    refresh();
}

void RanksSidebar::refresh()
{
    const bool used = m_logs->hasRanks();
    m_list->setVisible(used && m_unfolded);
    m_timeline->setVisible(used && m_unfolded && !m_ranks->timeline().isEmpty());
    if (!m_isTimelineSized && m_timeline->isVisibleTo(this)) {
        m_isTimelineSized = true;
        const int height = std::min(m_timeline->sizeHint().height(), MostTimelineHeight);
        m_rows->setSizes({height, std::max(height, m_rows->height() - height)});
    }
    if (used && !std::exchange(m_isListSized, true)) {
        const bool isBrief = m_logs->rankPaths().size() <= FewRanks;
        m_list->setBrief(isBrief);
        const int wide = isBrief ? BriefWidth : ListWidth;
        m_columns->setSizes({wide, std::max(wide, width() - wide)});
    }
    if (used != m_used) {
        m_used = used;
        {
            const QSignalBlocker silent(m_list);
            m_list->setSolo(currentRow());
        }
        Q_EMIT usedChanged();
    }
    applySelection();
}

void RanksSidebar::setUnfolded(bool unfolded)
{
    m_unfolded = unfolded;
    refresh();
}

// The row of the list that the log belongs to.
std::optional<LogSource> RanksSidebar::currentRow() const
{
    const auto rank = m_current ? rankOf(*m_current) : std::nullopt;
    return rank ? std::optional<LogSource>(RankLogs{*rank}) : std::nullopt;
}

void RanksSidebar::setCurrent(const LogSource &source)
{
    m_current = source;
    m_list->setSolo(currentRow());
}

void RanksSidebar::setShownTime(const TimeRange &time)
{
    m_timeline->markTime(time);
}

// The list also emits this when logs are added; only a selection by the user changes the visible logs.
void RanksSidebar::applySelection()
{
    if (!m_used)
        return;
    QStringList muted = m_logs->rankPaths();
    muted.removeIf([this](const QString &path) { return !m_list->isMuted(RankLogs{*rankOfLog(path)}); });
    m_logs->setMutedPaths(muted);
    const auto &solo = m_list->solo();
    if (solo == currentRow())
        return;
    const auto rank = solo ? rankOf(*solo) : std::nullopt;
    Q_EMIT chosen(rank ? m_logs->sourceOf(*rank) : LogSource(AllRanks{}));
}

QVariantMap RanksSidebar::saveState() const
{
    return {{u"list"_s, m_list->saveState()}, {u"columns"_s, m_columns->saveState()}, {u"rows"_s, m_rows->saveState()}};
}

void RanksSidebar::restoreState(const QVariantMap &state)
{
    m_isListSized |= m_columns->restoreState(state.value(u"columns"_s).toByteArray());
    m_isTimelineSized |= m_rows->restoreState(state.value(u"rows"_s).toByteArray());
    // The rank that is shown alone is the current log.
    QVariantMap list = state.value(u"list"_s).toMap();
    if (list.isEmpty())
        return;
    const auto row = currentRow();
    list[u"solo"_s] = row ? toText(*row) : QString();
    m_list->restoreState(list);
}

} // namespace Roost::Ui
