// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/openrun/activityquery.h"
#include "models/items/openrun/ranksmodel.h"
#include "models/items/ranks/ranklanes.h"

namespace Roost::Items {

/// The ranks of a run as its page shows them: the table, the lanes over time and who has gone silent, from one
/// ActivityQuery. Get it from RunDocument::ranks().
class RunRanks : public QObject
{
    Q_OBJECT
public:
    /// `run` outlives it.
    explicit RunRanks(RunDocument *run, QObject *parent = nullptr, std::unique_ptr<PollTimer> timer = eventLoopTimer());

    RunDocument *run() const { return m_run; }
    RanksModel *model() { return &m_model; }
    const RankLanes &lanes() const { return m_lanes; }
    const RunActivity &activity() const { return m_reading.activity(); }
    /// The activity by which ranks are compared: with the steps of a metric that each of them logs, where there is one.
    const RunActivity &steps() const { return m_steps; }
    /// By the clock of the activity, see ActivityQuery.
    qint64 now() const { return m_reading.now(); }
    /// When ranks ended, UTC milliseconds; those that run are not in it.
    const QHash<int, qint64> &ended() const { return m_ended; }
    /// More than one rank is known.
    bool isDistributed() const { return m_model.rowCount() > 1 && m_model.at(0).rank >= 0; }

    /// Ranks that have gone silent while the run goes on, the longest silent first.
    const QList<Silence> &silences() const { return m_silences; }
    /// A sentence about them; empty where there are none.
    QString silenceText() const;

    void setWatched(bool watched);

Q_SIGNALS:
    /// Something was written, or a rank began or ended.
    void changed();
    /// Other ranks are silent than before, or for longer.
    void silencesChanged();

private:
    void refresh();
    void refreshRows();
    void takeSteps();
    void findSilences();

    RunDocument *m_run;
    ActivityQuery m_reading;
    RanksModel m_model;
    RankLanes m_lanes;
    RunActivity m_steps;
    QHash<int, qint64> m_ended;
    QList<Silence> m_silences;
    QTimer m_clock;
    QTimer m_grown; // metrics of ranks have more points
};

} // namespace Roost::Items
