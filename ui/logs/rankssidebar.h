// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/ranks/runranks.h"
#include "models/items/runlogs/runlogs.h"

#include <QVariantMap>
#include <QWidget>

class QSplitter;

namespace Roost::Ui {

class LaneView;
class RanksList;

/// The frame around the log of a distributed run: the list of ranks at the left selects the visible logs, the
/// timeline above is a map of them. For any other run only the log is shown.
class RanksSidebar : public QWidget
{
    Q_OBJECT
public:
    /// `ranks` and `logs` outlive the sidebar, which takes ownership of `log`.
    RanksSidebar(Items::RunRanks *ranks, Items::RunLogs *logs, QWidget *log, QWidget *parent = nullptr);

    /// Whether there are ranks to select.
    bool isUsed() const { return m_used; }
    /// Whether list and timeline are shown if there are ranks.
    void setUnfolded(bool unfolded);
    /// The log shown at the moment.
    void setCurrent(const Items::LogSource &source);
    /// The visible time range of the log, UTC milliseconds; `to` <= `from`: none.
    void setVisibleRange(qint64 from, qint64 to);

    QVariantMap saveState() const;
    void restoreState(const QVariantMap &state);

Q_SIGNALS:
    void usedChanged();
    void chosen(const Roost::Items::LogSource &source);
    /// The user clicked a time, UTC milliseconds, of this rank, or -1 for any.
    void timeWanted(qint64 ms, int rank);

private:
    void refresh();
    void apply();
    QString currentKey() const;

    Items::RunRanks *m_ranks;
    Items::RunLogs *m_logs;
    RanksList *m_list;
    LaneView *m_lanes;
    QSplitter *m_columns;
    QSplitter *m_rows;
    std::optional<Items::LogSource> m_current;
    bool m_used = false;
    bool m_unfolded = true;
    bool m_listSized = false;  // for the number of ranks, or from the stored state
    bool m_lanesSized = false; // once there is a timeline, or from the stored state
};

} // namespace Roost::Ui
