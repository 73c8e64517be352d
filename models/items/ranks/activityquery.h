// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/base/poller.h"
#include "models/items/runs/rundocument.h"

#include <QElapsedTimer>

namespace Roost::Items {

/// The activity of a run's logs, updated while it is watched and the run is active. The service counts the activity if
/// it has an ActivityFeed; otherwise the activity is derived from the sizes of the logs (SizeFeed). No request is sent
/// before the first setWatched(true).
class ActivityQuery : public QObject
{
    Q_OBJECT
public:
    /// `run` must outlive this object.
    explicit ActivityQuery(RunDocument *run, QObject *parent = nullptr,
                           std::unique_ptr<PollTimer> timer = eventLoopTimer());
    ~ActivityQuery() override;

    RunDocument *run() const { return m_run; }
    /// The activity received so far.
    const RunActivity &activity() const { return m_activity; }
    /// The current time of the clock that the activity is measured with; empty before the first reply.
    std::optional<TimePoint> now() const;
    void setWatched(bool watched);

Q_SIGNALS:
    /// Emitted when new activity has arrived.
    void changed();
    /// Emitted when a reply without new activity has arrived.
    void unchanged();

private:
    void request(const std::function<void(Poller::Outcome)> &done);
    Poller::Outcome onActivity(RunActivity news);
    void runChanged();

    RunDocument *m_run;
    RunActivity m_activity;
    QElapsedTimer m_sinceAnswer;
    bool m_known = false;
    bool m_final = false; // the request in flight was sent after the run had ended
    std::unique_ptr<ActivityFeed> m_sizes;
    PendingReply<RunActivity> m_query;
    Poller m_poller;
};

} // namespace Roost::Items
