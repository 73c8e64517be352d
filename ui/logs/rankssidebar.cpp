// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logs/rankssidebar.h"

#include "ui/ranks/laneview.h"
#include "ui/ranks/rankslist.h"
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
constexpr int MostLanesHeight = 110;

} // namespace

RanksSidebar::RanksSidebar(RunRanks *ranks, RunLogs *logs, QWidget *log, QWidget *parent)
    : QWidget(parent)
    , m_ranks(ranks)
    , m_logs(logs)
    , m_list(new RanksList(ranks))
    , m_lanes(new LaneView(ranks))
    , m_columns(new QSplitter(Qt::Horizontal))
    , m_rows(new QSplitter(Qt::Vertical))
{
    setObjectName(u"ranksFrame"_s);
    m_lanes->setObjectName(u"logLanes"_s);
    m_lanes->setAccessibleName(tr("What each rank wrote over time"));
    m_rows->addWidget(m_lanes);
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
    connect(m_list, &RanksList::selectionChanged, this, &RanksSidebar::apply);
    connect(m_lanes, &LaneView::timeClicked, this, &RanksSidebar::timeWanted);
    connect(ranks, &RunRanks::changed, this, &RanksSidebar::refresh);
    connect(logs, &RunLogs::changed, this, &RanksSidebar::refresh);
    refresh();
}

void RanksSidebar::refresh()
{
    const bool used = m_logs->hasRanks();
    m_list->setVisible(used && m_unfolded);
    m_lanes->setVisible(used && m_unfolded && !m_ranks->timeline().isEmpty());
    if (!m_lanesSized && m_lanes->isVisibleTo(this)) {
        m_lanesSized = true;
        const int lanes = std::min(m_lanes->sizeHint().height(), MostLanesHeight);
        m_rows->setSizes({lanes, std::max(lanes, m_rows->height() - lanes)});
    }
    if (used && !std::exchange(m_listSized, true)) {
        const bool isBrief = m_logs->rankPaths().size() <= FewRanks;
        m_list->setBrief(isBrief);
        const int wide = isBrief ? BriefWidth : ListWidth;
        m_columns->setSizes({wide, std::max(wide, width() - wide)});
    }
    if (used != m_used) {
        m_used = used;
        {
            const QSignalBlocker silent(m_list);
            m_list->setSolo(currentKey());
        }
        Q_EMIT usedChanged();
    }
    apply();
}

void RanksSidebar::setUnfolded(bool unfolded)
{
    m_unfolded = unfolded;
    refresh();
}

QString RanksSidebar::currentKey() const
{
    const auto rank = m_current ? rankOf(*m_current) : std::nullopt;
    return rank ? RanksList::keyOf(*rank) : QString();
}

void RanksSidebar::setCurrent(const LogSource &source)
{
    m_current = source;
    m_list->setSolo(currentKey());
}

void RanksSidebar::setVisibleRange(qint64 from, qint64 to)
{
    m_lanes->setVisibleRange(from, to);
}

// The list also emits this when logs are added; only a selection by the user changes the visible logs.
void RanksSidebar::apply()
{
    if (!m_used)
        return;
    QStringList muted = m_logs->rankPaths();
    muted.removeIf([this](const QString &path) { return !m_list->isMuted(RanksList::keyOf(*rankOfLog(path))); });
    m_logs->setMutedPaths(muted);
    const QString solo = m_list->solo();
    if (solo == currentKey())
        return;
    const auto rank = rankOfRow(solo);
    Q_EMIT chosen(rank ? m_logs->sourceOf(*rank) : LogSource(AllRanks{}));
}

QVariantMap RanksSidebar::saveState() const
{
    return {{u"list"_s, m_list->saveState()}, {u"columns"_s, m_columns->saveState()}, {u"rows"_s, m_rows->saveState()}};
}

void RanksSidebar::restoreState(const QVariantMap &state)
{
    m_listSized |= m_columns->restoreState(state.value(u"columns"_s).toByteArray());
    m_lanesSized |= m_rows->restoreState(state.value(u"rows"_s).toByteArray());
    // The rank that is shown alone is the current log.
    QVariantMap list = state.value(u"list"_s).toMap();
    if (list.isEmpty())
        return;
    list[u"solo"_s] = currentKey();
    m_list->restoreState(list);
}

} // namespace Roost::Ui
