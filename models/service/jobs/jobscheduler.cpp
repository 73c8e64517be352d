// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/jobs/jobscheduler.h"

#include "models/core/capacity.h"
#include "models/core/localcompute.h"
#include "models/core/secrets.h"
#include "models/core/timelimit.h"
#include "models/core/variables.h"
#include "models/core/wholematch.h"
#include "models/service/environments/recipe.h"
#include "models/service/jobs/command.h"
#include "models/service/jobs/jobrun.h"
#include "models/service/jobs/runsecrets.h"
#include "models/service/jobs/trainingenvironment.h"
#include "models/service/store/assets/computestore.h"
#include "models/service/store/tracking/runstore.h"
#include "models/service/store/workspace/workspacestore.h"

#include <QFileInfo>
#include <QHash>
#include <QList>
#include <QRegularExpression>
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
    /// Returns the reason why the job cannot run; nullopt if it can.
    std::optional<Error> whyNot(const Job &job, const QString &codeHash) const;
    /// The compute that the job names, with the capacity of one node.
    Result<Compute> computeOf(const Job &job) const;
    /// The reason why the compute can never give the nodes of a job that waits; empty if it can.
    QString whyNoNodes(const Job &job) const;

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
        if (const QString why = whyNoNodes(run->record().job); !why.isEmpty()) {
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

QString JobScheduler::Private::whyNoNodes(const Job &job) const
{
    const auto compute = computeOf(job);
    if (!compute)
        return compute.error().text;
    const auto violations = limitViolations(job, *compute);
    const bool exceedsNodes = !violations.isEmpty() && violations.first().limit == LimitViolation::Limit::Nodes;
    return exceedsNodes ? limitText(violations.first(), compute->name) : QString();
}

Result<Compute> JobScheduler::Private::computeOf(const Job &job) const
{
    const bool isLocal = isLocalCompute(job.compute);
    Compute compute;
    compute.name = localComputeName;
    if (!isLocal) {
        auto stored = ComputeStore(context.store.database()).compute(job.compute);
        if (!stored && stored.error().kind == ErrorKind::NotFound) {
            return failure(
                ErrorKind::Rejected,
                u"There is no compute \"%1\" in this workspace. Create it or take \"local\"."_s.arg(job.compute));
        }
        if (!stored)
            return stored;
        compute = *stored;
    }
    const auto capacity = context.launcher->capacity(isLocal ? QString() : compute.name);
    compute.cores = capacity.cores;
    compute.gpus = capacity.gpus;
    return compute;
}

std::optional<Error> JobScheduler::Private::whyNot(const Job &job, const QString &codeHash) const
{
    const auto rejected = [](const QString &text) { return Error{ErrorKind::Rejected, text, {}}; };
    static const QRegularExpression hash = wholeMatch(u"[0-9A-Za-z_-]+"_s);
    if (const QString why = whyNotAJobName(job.name); !why.isEmpty())
        return rejected(why);
    if (job.command.trimmed().isEmpty())
        return rejected(u"The job has no command."_s);
    if (job.instanceCount < 1 || job.distribution.processesPerNode < 1)
        return rejected(u"A job needs at least one node and one process on each."_s);
    for (const auto &[name, value] : job.environmentVariables.asKeyValueRange()) {
        if (const QString why = whyNotAVariable(name, value); !why.isEmpty())
            return rejected(why);
        if (value == secretMask())
            return rejected(
                u"The environment variable %1 holds only what stands for a secret. Give its value again."_s.arg(name));
    }
    if (job.command.contains(QChar(0)))
        return rejected(u"The command holds a NUL character, where the system would cut it. Take it out."_s);
    for (const auto &[name, value] : job.inputs.asKeyValueRange()) {
        if (value.contains(QChar(0)))
            return rejected(
                u"The input '%1' holds a NUL character, where the system would cut it. Take it out."_s.arg(name));
    }
    if (const QString why = whyNotATimeLimit(job.timeoutSeconds); !why.isEmpty())
        return rejected(why);
    if (!codeHash.isEmpty() &&
        (!hash.match(codeHash).hasMatch() || !QFileInfo(context.store.folder().code(codeHash)).isDir()))
        return rejected(u"The code of the job (%1) is not in this workspace. Upload it first."_s.arg(codeHash));
    if (const auto bound = bindCommand(job.command, job.inputs, context.store.folder().run(job.name)); !bound)
        return bound.error();
    const auto compute = computeOf(job);
    if (!compute)
        return compute.error();
    if (const auto violations = limitViolations(job, *compute); !violations.isEmpty())
        return rejected(limitText(violations.first(), compute->name));
    // Missing requirements of the environment are reported before the run is queued.
    const auto recipe = recipeFor(job.environment, context.store.folder().environments());
    return recipe ? std::nullopt : std::optional(recipe.error());
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
    if (const auto why = d->whyNot(job, codeHash))
        return std::unexpected(*why);
    JobRecord record;
    record.job = job;
    record.codeHash = codeHash;
    record.submitted = submitted;
    auto made = d->context.store.database().write(
        [&](Connection &connection) -> Result<JobRecord> { return JobRows::create(connection, record); });
    if (!made)
        return made;
    d->context.store.changes().bump(u"runs/"_s + job.name);
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
    if (const auto removed = RunFolder{d->context.store.folder().run(runId)}.remove(); !removed)
        return removed;
    const auto forgotten = d->context.store.database().write([&](Connection &connection) -> Result<void> {
        RunStore(connection).remove(record->seq);
        return {};
    });
    if (forgotten)
        d->context.store.changes().bump(u"runs/"_s + runId);
    return forgotten;
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
    d->context.store.changes().bump(u"runs/"_s + runId);
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
