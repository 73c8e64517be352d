// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/jobs/jobscheduler.h"

#include "models/core/localcompute.h"
#include "models/core/topic.h"
#include "models/service/jobs/jobadmission.h"
#include "models/service/jobs/jobrun.h"
#include "models/service/jobs/runsecrets.h"
#include "models/service/store/tracking/runstore.h"
#include "models/service/store/workspace/workspacestore.h"

#include <QDateTime>
#include <QList>
#include <QSet>

#include <algorithm>
#include <mutex>

using namespace Qt::StringLiterals;

namespace Roost::Service::Jobs {

using namespace Environments;
using namespace Launch;
using namespace Store;

class JobScheduler::Private
{
public:
    Private(JobScheduler *jobs, WorkspaceStore &store, std::unique_ptr<Launcher> launcher, const JobSettings &settings)
        : q(jobs)
        , context{store,
                  settings,
                  std::move(launcher),
                  EnvironmentBuilder({store.folder().environments(), settings.environmentTimeoutSeconds * 1000LL, {}}),
                  {},
                  {}}
    {
    }

    void adopt();
    void add(const JobRecord &record);
    void schedule();
    Result<JobRecord> read(const QString &runId) const;

    JobScheduler *q;
    JobContext context;
    QList<JobRun *> runs; // jobs that are not over, oldest first
    bool started = false;
    std::mutex heldMutex;
    QSet<QString> held;
};

void JobScheduler::Private::adopt()
{
    const auto records = context.store.database().read(
        [](Connection &connection) -> Result<QList<JobRecord>> { return JobRows::active(connection); });
    if (!records) {
        qWarning("Cannot read the jobs of the workspace: %s", qUtf8Printable(records.error().text));
        return;
    }
    for (const JobRecord &record : *records)
        add(record);
}

void JobScheduler::Private::add(const JobRecord &record)
{
    const bool known =
        std::ranges::any_of(runs, [&](const JobRun *run) { return run->record().job.name == record.job.name; });
    if (known)
        return;
    auto *run = new JobRun(context, record, q);
    runs += run;
    QObject::connect(run, &JobRun::changed, q, [this, id = record.job.name] { Q_EMIT q->changed(id); });
    QObject::connect(run, &JobRun::wantsResources, q, [this] { schedule(); });
    QObject::connect(run, &JobRun::ended, q, [this, run] {
        runs.removeOne(run);
        run->deleteLater();
        // Called from the event loop: the ended run may be the run that has just been given its resources.
        QMetaObject::invokeMethod(q, [this] { schedule(); }, Qt::QueuedConnection);
    });
    const bool isHeld = [&] {
        const std::scoped_lock lock(heldMutex);
        return held.contains(record.job.name);
    }();
    if (!isHeld)
        run->run();
    else
        run->waitForUser();
}

// Starts runs in the order of submission. A run that waits for slots of the machine blocks all later ones, because
// otherwise large runs would wait forever. A run that waits for nodes of a compute blocks only that compute.
void JobScheduler::Private::schedule()
{
    QStringList fullComputes;
    bool isFull = false;
    const auto waiting = runs;
    for (JobRun *run : waiting) {
        if (!runs.contains(run) || !run->isWaiting())
            continue;
        const ResourceRequest request = run->request();
        if (const QString why = JobAdmission(context).whyNoNodes(run->record().job); !why.isEmpty()) {
            run->fail(why);
            continue;
        }
        if (isFull || fullComputes.contains(request.compute)) {
            run->setQueueReason(u"Waiting for the runs before it, which wait for free slots or nodes."_s);
            continue;
        }
        const auto allocation = context.launcher->allocate(request);
        if (allocation) {
            run->launch(*allocation);
            continue;
        }
        run->setQueueReason(allocation.error().sentence);
        if (allocation.error().isOfThisComputeOnly)
            fullComputes += request.compute;
        else
            isFull = true;
    }
}

Result<JobRecord> JobScheduler::Private::read(const QString &runId) const
{
    return context.store.database().read(
        [&](Connection &connection) -> Result<JobRecord> { return JobRows::find(connection, runId); });
}

JobScheduler::JobScheduler(WorkspaceStore &store, std::unique_ptr<Launcher> launcher, const JobSettings &settings,
                           QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, store, std::move(launcher), settings))
{
}

JobScheduler::~JobScheduler()
{
    // The runs refer to members of `d`, so they are deleted first.
    qDeleteAll(d->runs);
}

void JobScheduler::start(const QString &baseUrl, const QString &token, const QStringList &held)
{
    d->held = QSet<QString>(held.cbegin(), held.cend());
    d->context.baseUrl = baseUrl;
    d->context.token = token;
    d->started = true;
    RunFolder::clearWaste(d->context.store.folder().runs());
    hidePastSecrets(d->context.store);
    d->adopt();
}

Result<JobRecord> JobScheduler::submit(Job job, const QString &codeHash, const QByteArray &submitted)
{
    if (job.name.isEmpty())
        job.name = inventJobName();
    if (job.experiment.isEmpty())
        job.experiment = u"Default"_s;
    job.codePath.clear();
    if (const auto why = JobAdmission(d->context).whyNot(job, codeHash))
        return std::unexpected(*why);
    JobRecord record;
    record.job = job;
    record.codeHash = codeHash;
    record.submitted = submitted;
    auto made = d->context.store.database().write(
        [&](Connection &connection) -> Result<JobRecord> { return JobRows::create(connection, record); });
    if (!made)
        return made;
    d->context.store.changes().bump(Topic::run(job.name));
    QMetaObject::invokeMethod(
        this,
        [this, fresh = *made] {
            if (d->started) // otherwise `start` finds the job in the database
                d->add(fresh);
        },
        Qt::QueuedConnection);
    return made;
}

Result<void> JobScheduler::cancel(const QString &runId)
{
    const auto record = d->read(runId);
    if (!record)
        return std::unexpected(record.error());
    if (isTerminal(record->status))
        return {};
    const auto written = d->context.store.database().write([&](Connection &connection) -> Result<void> {
        JobRows::requestCancel(connection, runId);
        return {};
    });
    if (!written)
        return written;
    QMetaObject::invokeMethod(
        this,
        [this, runId] {
            const auto runs = d->runs;
            for (JobRun *run : runs) {
                if (run->record().job.name == runId)
                    run->cancel();
            }
        },
        Qt::QueuedConnection);
    return {};
}

Result<void> JobScheduler::proceed(const QString &runId)
{
    if (const auto record = d->read(runId); !record)
        return std::unexpected(record.error());
    {
        const std::scoped_lock lock(d->heldMutex);
        if (!d->held.remove(runId))
            return failure(ErrorKind::Conflict, u"The run \"%1\" is not held; it starts by itself."_s.arg(runId));
    }
    QMetaObject::invokeMethod(
        this,
        [this, runId] {
            Q_EMIT released(runId);
            const auto runs = d->runs;
            for (JobRun *run : runs) {
                if (run->record().job.name == runId)
                    run->run();
            }
        },
        Qt::QueuedConnection);
    return {};
}

Result<void> JobScheduler::remove(const QString &runId)
{
    const auto record = d->read(runId);
    if (!record)
        return std::unexpected(record.error());
    if (!isTerminal(record->status))
        return failure(ErrorKind::Conflict, u"The run \"%1\" is not over. Cancel it first."_s.arg(runId));
    const auto removed = d->context.store.database().write(
        [&](Connection &connection) { RunStore(connection).setDeleted(record->seq, true); });
    if (removed)
        d->context.store.changes().bump(Topic::run(runId));
    return removed;
}

Result<QStringList> JobScheduler::takeStacks(const QString &runId)
{
    const auto record = d->read(runId);
    if (!record)
        return std::unexpected(record.error());
    if (isTerminal(record->status))
        return failure(ErrorKind::Conflict, u"The run \"%1\" is over; its processes are gone."_s.arg(runId));
    const RunFolder folder{d->context.store.folder().run(runId)};
    const auto stacks = d->context.launcher->takeStacks({folder.state(), {}});
    if (!stacks)
        return std::unexpected(stacks.error());
    const auto now = QDateTime::currentDateTimeUtc();
    QStringList paths;
    for (const auto &[rank, text] : *stacks) {
        const auto path = folder.writeStacks(rank, text, now);
        if (!path)
            return std::unexpected(path.error());
        paths += *path;
    }
    d->context.store.changes().bump(Topic::run(runId));
    return paths;
}

Result<JobRecord> JobScheduler::find(const QString &runId) const
{
    return d->read(runId);
}

int JobScheduler::activeCount() const
{
    const auto count = d->context.store.database().read(
        [](Connection &connection) -> Result<int> { return int(RunStore(connection).active(true).size()); });
    return count.value_or(0);
}

ComputeCapacity JobScheduler::capacity(const QString &compute) const
{
    return d->context.launcher->capacity(isLocalCompute(compute) ? QString() : compute);
}

} // namespace Roost::Service::Jobs
