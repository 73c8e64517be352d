// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/base/poller.h"
#include "models/items/openrun/rundocument.h"

#include <QElapsedTimer>

namespace Roost::Items {

/// The activity of a run's logs, kept fresh while somebody watches and the run goes on: counted by the service where it
/// offers that, else by the sizes of the logs (SizeFeed). Nothing is asked before the first setWatched(true).
class ActivityQuery : public QObject
{
    Q_OBJECT
public:
    /// `run` outlives it.
    explicit ActivityQuery(RunDocument *run, QObject *parent = nullptr,
                           std::unique_ptr<PollTimer> timer = eventLoopTimer());
    ~ActivityQuery() override;

    RunDocument *run() const { return m_run; }
    /// All that is known so far.
    const RunActivity &activity() const { return m_activity; }
    /// By the clock that its times are of, UTC milliseconds; 0 before anything is known.
    qint64 now() const;
    /// Whether lines and errors are counted.
    bool isCounted() const;
    void setWatched(bool watched);

Q_SIGNALS:
    /// Something came.
    void changed();
    /// An answer said that nothing came.
    void unchanged();

private:
    void ask(const std::function<void(Poller::Outcome)> &done);
    Poller::Outcome take(RunActivity news);
    void runChanged();

    RunDocument *m_run;
    RunActivity m_activity;
    QElapsedTimer m_taken;
    bool m_known = false;
    bool m_last = false; // what is asked is what the run left behind
    std::unique_ptr<ActivityFeed> m_sizes;
    PendingReply<RunActivity> m_asking;
    Poller m_poller;
};

} // namespace Roost::Items
