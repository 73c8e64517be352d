// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/jobs/jobpreparation.h"
#include "models/service/jobs/jobrecord.h"
#include "models/service/jobs/jobtransitions.h"
#include "models/service/jobs/runfolder.h"
#include "models/service/jobs/verdict.h"
#include "models/service/launch/launchhandle.h"

#include <QObject>

#include <chrono>
#include <functional>
#include <memory>

namespace Roost::Service::Jobs {

struct JobContext;

/// The changes that an event makes to the record of a job, apart from the status.
struct JobChange
{
    QDateTime at = QDateTime::currentDateTimeUtc();
    std::optional<int> exitCode = {};
    std::function<void(JobRecord &)> apply = {};
};

/// Runs one job from NotStarted to its end according to the table in jobtransitions.h, one event at a time. Each new
/// status is committed before the job acts on it. A failed commit is retried, so that the database is never behind
/// the real state. Main thread.
class JobRun : public QObject
{
    Q_OBJECT

public:
    /// `context` must outlive this object.
    JobRun(JobContext &context, JobRecord record, QObject *parent = nullptr);
    ~JobRun() override;

    const JobRecord &record() const { return m_record; }

    /// Call once. Runs the job, or continues it from the point at which an earlier service stopped.
    void run();
    /// Call instead of `run`. A job that was not launched waits until the user starts it (with `run`); a launched
    /// job continues.
    void waitForUser();
    /// Ends the job at once if it was not launched; otherwise requests the end of the launch.
    void cancel();

    /// Returns whether the job is prepared but has no resources (see `wantsResources`).
    bool isWaiting() const { return m_waiting; }
    Launch::ResourceRequest request() const;
    /// Sets the reason for waiting. Call while the job waits.
    void setQueueReason(const QString &reason);
    /// Starts the job. Call while the job waits.
    void launch(const Launch::Allocation &allocation);
    /// Ends the job, because it can never start. Call while the job waits.
    void fail(const QString &why);

Q_SIGNALS:
    void wantsResources();
    /// Emitted after a change was committed.
    void changed();
    /// Emitted once, when the job is over and holds no resources.
    void ended();

private:
    void handle(JobEvent event, const JobChange &change = {});
    bool commit(JobRecord next, const JobChange &change);
    void execute(JobAction action);
    void prepare();
    void startLaunch();
    void follow(std::unique_ptr<Launch::LaunchHandle> launch);
    void onLaunchChanged(const Launch::LaunchEvents &events);
    void onLaunchEnded(const Launch::LaunchEvents &events);
    void findVerdict();
    void finish(const Verdict &verdict, const QDateTime &at);
    void release();
    bool hideSecrets();
    bool wasLaunched() const;
    bool isMoved() const;
    Launch::LaunchTicket ticket() const;

    JobContext &m_context;
    JobRecord m_record;
    RunFolder m_folder;
    PreparedJob m_prepared;
    std::optional<Launch::Allocation> m_allocation;
    std::unique_ptr<Launch::LaunchHandle> m_launch;
    Launch::LaunchEvents m_events; // the last events of the launch
    bool m_waiting = false;
    bool m_isCancelForwarded = false; // to the LaunchHandle
    bool m_hadSecrets = false;        // secrets were masked at the end
    PendingReply<PreparedJob> m_preparing;
    PendingReply<Verdict> m_findingVerdict;
};

} // namespace Roost::Service::Jobs
