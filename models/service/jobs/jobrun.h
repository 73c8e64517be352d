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

/// What an event changes in the record of a job, besides the status.
struct JobChange
{
    QDateTime at = QDateTime::currentDateTimeUtc();
    std::optional<int> exitCode = {};
    std::function<void(JobRecord &)> apply = {};
};

/// One job on its way from NotStarted to the end: the table of jobtransitions.h, one event at a time. Each new status
/// is committed before it is acted on; what cannot be committed is tried again, so that the database never states less
/// than is true. Main thread.
class JobRun : public QObject
{
    Q_OBJECT

public:
    /// `context` outlives this object.
    JobRun(JobContext &context, JobRecord record, QObject *parent = nullptr);
    ~JobRun() override;

    const JobRecord &record() const { return m_record; }

    /// Once: begins, or goes on where an earlier service stopped.
    void begin();
    /// Instead of `begin`: what was not launched yet waits for the user's word (`begin` then); what was goes on.
    void hold();
    /// Gives up at once what was not launched yet; requests that what was launched ends.
    void cancel();

    /// Prepared, and without resources (see `wantsResources`).
    bool isWaiting() const { return m_waiting; }
    Launch::ResourceRequest request() const;
    /// While it waits: why.
    void setQueueReason(const QString &reason);
    /// While it waits: it may start.
    void launch(const Launch::Allocation &allocation);
    /// While it waits: it never can start.
    void giveUp(const QString &why);

Q_SIGNALS:
    void wantsResources();
    /// After a change was committed.
    void changed();
    /// Once, when it is over and holds nothing.
    void ended();

private:
    void handle(JobEvent event, const JobChange &change = {});
    bool commit(JobRecord next, const JobChange &change);
    void act(JobAction action);
    void prepare();
    void start();
    void watch(std::unique_ptr<Launch::LaunchHandle> launch);
    void onLaunchChanged(const Launch::LaunchEvents &events);
    void onLaunchEnded(const Launch::LaunchEvents &events);
    void judge();
    void conclude(Verdict verdict, const QDateTime &at);
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
    Launch::LaunchEvents m_events; // the newest of the launch
    bool m_waiting = false;
    bool m_isCancelForwarded = false; // to the launch
    bool m_hadSecrets = false;        // that were hidden when it ended
    PendingReply<PreparedJob> m_preparing;
    PendingReply<Verdict> m_judging;
};

} // namespace Roost::Service::Jobs
