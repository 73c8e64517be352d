// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/ranks/activityquery.h"
#include "models/items/ranks/ranksmodel.h"
#include "models/items/ranks/ranktimeline.h"

namespace Roost::Items {

/// The ranks of a run as its page shows them: the table, the timeline and the stalled ranks, all from one
/// ActivityQuery. OpenRun owns it.
class RunRanks : public QObject
{
    Q_OBJECT
public:
    /// `run` must outlive this object.
    explicit RunRanks(RunDocument *run, QObject *parent = nullptr, std::unique_ptr<PollTimer> timer = eventLoopTimer());

    RunDocument *run() const { return m_run; }
    RanksModel *model() { return &m_model; }
    const RankTimeline &timeline() const { return m_timeline; }
    const RunActivity &activity() const { return m_query.activity(); }
    /// The activity that ranks are compared by. It counts the points of a metric that each rank logs, if there is one.
    const RunActivity &steps() const { return m_steps; }
    /// The current time of the activity's clock, see ActivityQuery.
    std::optional<TimePoint> now() const { return m_query.now(); }
    /// The times at which ranks ended. Ranks that still run are not included.
    const QHash<int, TimePoint> &ended() const { return m_ended; }
    /// Returns whether more than one rank is known.
    bool isDistributed() const { return m_model.rowCount() > 1 && m_model.at(0).rank; }

    /// The ranks that are stalled while the run is active, the longest stall first.
    const QList<Stall> &stalls() const { return m_stalls; }
    /// Returns a sentence about the stalled ranks; empty if there are none.
    QString stallText() const;

    void setWatched(bool watched);

Q_SIGNALS:
    /// Emitted when a log was written, or a rank started or ended.
    void changed();
    /// Emitted when other ranks are stalled than before, or for longer.
    void stallsChanged();

private:
    void refresh();
    void refreshRows();
    void refreshSteps();
    void findStalls();

    RunDocument *m_run;
    ActivityQuery m_query;
    RanksModel m_model;
    RankTimeline m_timeline;
    RunActivity m_steps;
    QHash<int, TimePoint> m_ended;
    QList<Stall> m_stalls;
    QTimer m_clock;
    QTimer m_metricsTimer; // delays refresh() after metrics of ranks have grown
};

} // namespace Roost::Items
