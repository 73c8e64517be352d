// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/jobs/jobrun.h"

#include "models/cause/lineprefixes.h"
#include "models/core/localcompute.h"
#include "models/core/topic.h"
#include "models/service/jobs/jobcontext.h"
#include "models/service/jobs/jobplan.h"
#include "models/service/jobs/phases.h"
#include "models/service/jobs/runsecrets.h"
#include "models/service/jobs/trainingenvironment.h"
#include "models/service/store/assets/computestore.h"
#include "models/service/store/workspace/workspacestore.h"

#include <QElapsedTimer>
#include <QThreadPool>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Roost::Service::Jobs {

using namespace Causes;
using namespace Launch;
using namespace Store;

namespace {

constexpr auto writeRetryDelay = 5s; // for the database

} // namespace

JobRun::JobRun(JobContext &context, JobRecord record, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_record(std::move(record))
    , m_folder{context.store.folder().run(m_record.job.name)}
{
}

JobRun::~JobRun() = default;

void JobRun::run()
{
    const auto unhold = [](JobRecord &record) { record.held = false; };
    if (wasLaunched())
        handle(JobEvent::Adopted, {.apply = unhold});
    else
        handle(m_record.cancelRequested ? JobEvent::Withdrawn : JobEvent::Begun, {.apply = unhold});
}

void JobRun::waitForUser()
{
    if (wasLaunched() || m_record.cancelRequested) {
        run();
        return;
    }
    handle(
        JobEvent::Held, {.apply = [](JobRecord &record) {
            record.held = true;
            record.queueReason =
                u"It was already waiting when this workspace was first opened here, so it does not start by itself. Start it with \"roostctl runs proceed %1\", or cancel it."_s
                    .arg(record.job.name);
        }});
}

void JobRun::cancel()
{
    m_record.cancelRequested = true; // already stored in the database
    if (!m_launch) {
        m_waiting = false;
        m_preparing.cancel();
    }
    handle(m_launch ? JobEvent::CancelRequested : JobEvent::Withdrawn);
}

void JobRun::setQueueReason(const QString &reason)
{
    handle(JobEvent::MustWait, {.apply = [reason](JobRecord &record) { record.queueReason = reason; }});
}

void JobRun::launch(const Allocation &allocation)
{
    m_waiting = false;
    m_allocation = allocation;
    handle(JobEvent::Allocated, {.apply = [gpus = allocation.gpus](JobRecord &record) {
               record.gpus = gpus;
               record.queueReason.clear();
           }});
}

void JobRun::fail(const QString &why)
{
    handle(JobEvent::StartFailed, {.apply = [why](JobRecord &record) { record.errorText = why; }});
}

ResourceRequest JobRun::request() const
{
    ResourceRequest request;
    request.processes = m_record.job.processCount();
    request.nodes = m_record.job.instanceCount;
    if (!isLocalCompute(m_record.job.compute)) {
        request.compute = m_record.job.compute;
        const auto compute = ComputeStore(m_context.store.database()).compute(request.compute);
        request.maxNodes = compute ? compute->maxNodes : 0;
    }
    request.gpus = m_record.gpus;
    return request;
}

LaunchTicket JobRun::ticket() const
{
    return {m_folder.state(), request()};
}

bool JobRun::wasLaunched() const
{
    switch (m_record.status) {
    case RunStatus::Starting:
        return m_context.launcher->wasStarted(ticket());
    case RunStatus::Running:
    case RunStatus::CancelRequested:
    case RunStatus::Finalizing:
        return true;
    default:
        return false;
    }
}

bool JobRun::isMoved() const
{
    return !m_context.store.whyMoved().isEmpty();
}

void JobRun::handle(JobEvent event, const JobChange &change)
{
    const JobTransition *transition = transitionOf(m_record.status, event);
    if (!transition)
        return;
    auto next = m_record;
    if (change.apply)
        change.apply(next);
    next.status = transition->to;
    if (isTerminal(next.status))
        m_hadSecrets = hideSecrets() || m_hadSecrets;
    if (!(next == m_record) && !commit(std::move(next), change)) {
        // The scheduler reports changes of the reason for waiting.
        if (event != JobEvent::MustWait)
            QTimer::singleShot(writeRetryDelay, this, [this, event, change] { handle(event, change); });
        return;
    }
    execute(transition->action);
}

bool JobRun::commit(JobRecord next, const JobChange &change)
{
    // The service that serves the folder at its new path continues from the stored state.
    if (isMoved())
        return false;
    // The clock may have been set back since the last change.
    const auto at = std::max({change.at, m_record.created, latestOf(m_record.phases)});
    const bool isOver = isTerminal(next.status);
    if (isOver) {
        next.queueReason.clear();
        next.held = false;
    }
    next.phases = entered(next.phases, next.status, at);
    const auto saved = m_context.store.database().write([&](Connection &connection) -> Result<void> {
        JobRows::save(connection, next, at, change.exitCode);
        if (isOver)
            JobRows::forgetSecrets(connection, next);
        return {};
    });
    if (saved)
        m_record = next;
    else
        qWarning("Run %s: cannot write that it is %s: %s", qUtf8Printable(m_record.job.name),
                 qUtf8Printable(toWord(next.status)), qUtf8Printable(saved.error().text));
    // Also after a failure, because clients show the cause as the reason for the end of the run.
    m_context.store.changes().bump(Topic::run(m_record.job.name));
    if (saved)
        Q_EMIT changed();
    return saved.has_value();
}

void JobRun::execute(JobAction action)
{
    switch (action) {
    case JobAction::None:
        break;
    case JobAction::Prepare:
        prepare();
        break;
    case JobAction::RequestResources:
        m_waiting = true;
        Q_EMIT wantsResources();
        break;
    case JobAction::Start:
        startLaunch();
        break;
    case JobAction::Adopt:
        follow(m_context.launcher->adopt(ticket()));
        break;
    case JobAction::CancelLaunch:
        m_isCancelForwarded = true;
        m_launch->cancel();
        break;
    case JobAction::FindVerdict:
        findVerdict();
        break;
    case JobAction::Release:
        release();
        break;
    }
}

void JobRun::prepare()
{
    m_preparing.watch(prepareJob(m_context, m_record, this), [this](const Result<PreparedJob> &prepared) {
        if (!prepared) {
            fail(prepared.error().text);
            return;
        }
        m_prepared = *prepared;
        handle(JobEvent::Prepared);
    });
}

void JobRun::startLaunch()
{
    // The job was canceled while the commit of Starting was retried.
    if (m_record.cancelRequested) {
        handle(JobEvent::Withdrawn);
        return;
    }
    const auto plan = launchablePlanOf(m_context, m_record, m_prepared, *m_allocation);
    if (!plan) {
        fail(plan.error().text);
        return;
    }
    auto launch = m_context.launcher->start(*plan, *m_allocation, supervisorEnvironment(m_context.token));
    if (!launch) {
        fail(launch.error().text);
        return;
    }
    follow(std::move(*launch));
}

void JobRun::follow(std::unique_ptr<LaunchHandle> launch)
{
    m_launch = std::move(launch);
    connect(m_launch.get(), &LaunchHandle::changed, this, &JobRun::onLaunchChanged);
    connect(m_launch.get(), &LaunchHandle::ended, this, &JobRun::onLaunchEnded);
}

void JobRun::onLaunchChanged(const LaunchEvents &events)
{
    m_events = events;
    if (!events.ranks.isEmpty() && events.ranks != m_record.ranks) {
        const bool starts = m_record.status == RunStatus::Starting;
        handle(JobEvent::RanksChanged, {.at = starts ? events.ranks.first().started : QDateTime::currentDateTimeUtc(),
                                        .apply = [this](JobRecord &record) { record.ranks = m_events.ranks; }});
    }
    // The cancel was requested under an earlier service, or before the launch had reported events.
    if (m_record.cancelRequested && !m_isCancelForwarded)
        handle(JobEvent::CancelRequested);
}

void JobRun::onLaunchEnded(const LaunchEvents &events)
{
    m_events = events;
    for (RankOutcome &rank : m_events.ranks)
        rank.lastLine = QString::fromUtf8(withoutEscapes(rank.lastLine.toUtf8()));
    const auto setRanks = [this](JobRecord &record) { record.ranks = m_events.ranks; };
    if (m_record.status == RunStatus::Starting && !events.ranks.isEmpty())
        handle(JobEvent::RanksChanged, {.at = events.ranks.first().started, .apply = setRanks});
    handle(JobEvent::LaunchEnded,
           {.at = events.ended.isValid() ? events.ended : QDateTime::currentDateTimeUtc(), .apply = setRanks});
}

// Reads the rest of the metrics and searches the logs for the cause, in another thread. If the service is killed
// meanwhile, the next service finds the run in Finalizing and repeats the search.
void JobRun::findVerdict()
{
    const Promise<Verdict> promise;
    QElapsedTimer elapsed;
    elapsed.start();
    const auto end = m_events.ended.isValid() ? m_events.ended : QDateTime::currentDateTimeUtc();
    m_findingVerdict.watch(promise.future(), [this, end, elapsed](const Result<Verdict> &verdict) {
        finish(verdict.value_or(Verdict{}), end.addMSecs(elapsed.elapsed()));
    });
    const auto plan = LaunchPlan::load(m_folder.launchFile()).value_or(planOf(m_context, m_record, {}, {}));
    QThreadPool::globalInstance()->start([promise, plan, events = m_events, folder = m_folder,
                                          canceled = m_record.cancelRequested,
                                          collectRest = m_context.settings.collectRest, id = m_record.job.name] {
        if (collectRest)
            collectRest(id);
        promise.resolve(verdictOf(events, plan, folder, canceled));
    });
}

void JobRun::finish(const Verdict &verdict, const QDateTime &at)
{
    const auto event = verdict.status == RunStatus::Completed  ? JobEvent::FoundCompleted
                       : verdict.status == RunStatus::Canceled ? JobEvent::FoundCanceled
                                                               : JobEvent::FoundFailed;
    handle(event, {.at = at, .exitCode = verdict.exitCode, .apply = [verdict](JobRecord &record) {
                       record.errorText = QString::fromUtf8(withoutEscapes(verdict.text.toUtf8()));
                       record.cause = verdict.cause;
                   }});
}

// Masks the secrets of the launch plan before the end is committed. The secrets in the database are masked in the same
// transaction as the end.
bool JobRun::hideSecrets()
{
    const auto hidden = hideSecretsOfPlan(m_record, m_folder);
    if (!hidden)
        qWarning("Run %s: %s", qUtf8Printable(m_record.job.name), qUtf8Printable(hidden.error().text));
    return !hidden || *hidden;
}

void JobRun::release()
{
    m_waiting = false;
    m_preparing.cancel();
    m_launch.reset();
    m_allocation.reset();
    if (m_hadSecrets)
        m_context.store.database().overwriteDeleted();
    Q_EMIT ended();
}

} // namespace Roost::Service::Jobs
