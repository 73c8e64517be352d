// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/environments/environmentbuilder.h"
#include "models/service/jobs/jobrecord.h"
#include "models/service/jobs/jobscheduler.h"
#include "models/service/jobs/runfolder.h"
#include "models/service/jobs/verdict.h"
#include "models/service/launch/launchevents.h"
#include "models/service/launch/launchplan.h"
#include "models/service/launch/local/resourcepool.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <memory>

namespace Roost::Process {
class ProcessWatch;
} // namespace Roost::Process

namespace Roost::Service::Store {
class WorkspaceStore;
} // namespace Roost::Service::Store

namespace Roost::Service::Jobs {

/// What all jobs of a service share.
struct JobContext
{
    Store::WorkspaceStore &store;
    JobScheduler::Settings settings;
    Environments::EnvironmentBuilder realiser;
    Launch::Slots places;
    QString baseUrl;
    QString token;
};

/// One job on its way from NotStarted to the end. Each step is committed before it is acted on. Main thread.
class JobRun : public QObject
{
    Q_OBJECT

public:
    JobRun(JobContext &context, JobRecord record, QObject *parent = nullptr);
    ~JobRun() override;

    const JobRecord &record() const { return m_record; }

    /// Once: begins, or takes up where an earlier service left.
    void begin();
    /// Instead of `begin`: what has no processes yet waits for the user's word (`begin` then); what has goes on.
    void hold();
    /// Gives up at once what does not run yet; what runs is asked to leave.
    void cancel();

    /// Ready to start but for slots (see wantsSlots).
    bool isWaiting() const { return m_waiting; }
    Launch::Demand demand() const;
    /// While it waits: why.
    void setQueueReason(const QString &reason);
    /// While it waits: it has got its slots.
    void launch(const QList<int> &gpus);
    /// While it waits: it never will.
    void giveUp(const QString &why) { fail(why); }

Q_SIGNALS:
    void wantsSlots();
    /// After a change was committed.
    void changed();
    /// Once, when it is over and holds nothing any more.
    void ended();

private:
    /// To write into a database that does not let us.
    static constexpr std::chrono::seconds BetweenAttempts{5};

    static QDateTime now() { return QDateTime::currentDateTimeUtc(); }
    void prepare();
    void realise();
    void settleNotebook();
    void settle();
    void wait();
    void startSupervisor();
    Launch::LaunchPlan plan() const;
    void watch();
    void watchSupervisor(const Process::ProcessKey &supervisor);
    void readOn();
    void supervisorGone();
    bool isSupervised(const Launch::LaunchEvents &events) const;
    void endSupervised();
    void finish(const Launch::LaunchEvents &events);
    QString whyNothingIsTold() const;
    void fail(const QString &text);
    void conclude(RunStatus status, const QDateTime &at, std::optional<int> exitCode = {});
    bool commit(RunStatus status, const QDateTime &time, std::optional<int> exitCode = {});
    bool hideSecrets();
    bool leaveIfCanceled();

    JobContext &m_context;
    JobRecord m_record;
    RunFolder m_folder;
    Environments::PreparedEnvironment m_environment;
    PendingReply<bool> m_copying;
    PendingReply<Environments::PreparedEnvironment> m_realising;
    QString m_command; // that is started; another than the job's for a notebook
    PendingReply<StringMap> m_settling;
    PendingReply<QString> m_settlingNotebook;
    PendingReply<Verdict> m_judging;
    QFileSystemWatcher m_files;
    QTimer m_safetyNet;
    std::unique_ptr<Process::ProcessWatch> m_supervisor;
    qint64 m_eventsRead = -1; // size of the file when it was last read
    int m_silences = 0;       // times a supervisor ended before it had written anything
    bool m_askedToLeave = false;
    bool m_waiting = false;
    bool m_over = false;
};

} // namespace Roost::Service::Jobs
