// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/ranks/runranks.h"
#include "models/items/runlogs/runlogs.h"

#include <QVariantMap>
#include <QWidget>

class QSplitter;

namespace Roost::Ui {

class RanksList;
class RankTimelineView;

/// The frame around the log of a distributed run. The list of ranks at the left selects the visible logs, the timeline
/// above is a map of them. For other runs it shows only the log.
class RanksSidebar : public QWidget
{
    Q_OBJECT
public:
    /// `ranks` and `logs` must outlive the sidebar, which takes ownership of `log`.
    RanksSidebar(Items::RunRanks *ranks, Items::RunLogs *logs, QWidget *log, QWidget *parent = nullptr);

    /// Returns whether there are ranks to select.
    bool isUsed() const { return m_used; }
    /// Sets whether list and timeline are shown, if there are ranks.
    void setUnfolded(bool unfolded);
    /// Sets the log that is currently shown.
    void setCurrent(const Items::LogSource &source);
    /// Sets the visible time range of the log; empty if it is not known.
    void setShownTime(const Items::TimeRange &time);

    QVariantMap saveState() const;
    void restoreState(const QVariantMap &state);

Q_SIGNALS:
    void usedChanged();
    void chosen(const Roost::Items::LogSource &source);
    /// Emitted when the user clicks a time of `rank`; empty for any rank.
    void timeWanted(Roost::TimePoint time, std::optional<int> rank);

private:
    void refresh();
    void applySelection();
    std::optional<Items::LogSource> currentRow() const;

    Items::RunRanks *m_ranks;
    Items::RunLogs *m_logs;
    RanksList *m_list;
    RankTimelineView *m_timeline;
    QSplitter *m_columns;
    QSplitter *m_rows;
    std::optional<Items::LogSource> m_current;
    bool m_used = false;
    bool m_unfolded = true;
    bool m_isListSized = false;     // true after the number of ranks or the stored state has set the size
    bool m_isTimelineSized = false; // true after a timeline or the stored state has set the size
};

} // namespace Roost::Ui
