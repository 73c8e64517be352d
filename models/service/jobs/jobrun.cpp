// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/jobs/jobrun.h"

#include "models/cause/lineprefixes.h"
#include "models/process/processwatch.h"
#include "models/service/jobs/phases.h"
#include "models/service/jobs/runsecrets.h"
#include "models/service/launch/launchevents.h"
#include "models/service/store/workspace/workspacestore.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QThreadPool>

#include <algorithm>
#include <chrono>
#include <csignal>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Roost::Service::Jobs {

using namespace Process;
using namespace Causes;
using namespace Launch;
using namespace Store;

namespace {

constexpr auto lookAnyway = 2s;
} // namespace

JobRun::JobRun(JobContext &context, JobRecord record, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_record(std::move(record))
    , m_folder{context.store.folder().run(m_record.job.name)}
{
    m_safetyNet.setInterval(lookAnyway);
    connect(&m_safetyNet, &QTimer::timeout, this, &JobRun::readOn);
    connect(&m_files, &QFileSystemWatcher::fileChanged, this, &JobRun::readOn);
    connect(&m_files, &QFileSystemWatcher::directoryChanged, this, &JobRun::readOn);
}

JobRun::~JobRun()
{
    // A run is over with the last line of its supervisor, which itself ends a moment later.
    if (m_supervisor)
        ProcessWatch::reapInBackground(std::move(m_supervisor));
}

void JobRun::begin()
{
    m_record.held = false;
    switch (m_record.status) {
    case RunStatus::Starting:
        // Whether its supervisor came up is not known: a second one would leave at once.
        m_context.places.adopt(demand());
        if (QFileInfo::exists(eventsFile(m_folder.state())))
            watch();
        else
            prepare();
        break;
    case RunStatus::Running:
    case RunStatus::CancelRequested:
    case RunStatus::Finalizing:
        m_context.places.adopt(demand());
        watch();
        break;
    default:
        prepare();
    }
}

void JobRun::hold()
{
    const bool hasBegun = m_record.status == RunStatus::Running || m_record.status == RunStatus::CancelRequested ||
                          m_record.status == RunStatus::Finalizing ||
                          (m_record.status == RunStatus::Starting && QFileInfo::exists(eventsFile(m_folder.state())));
    if (hasBegun)
        return begin();
    if (leaveIfCanceled())
        return;
    m_record.held = true;
    m_record.queueReason =
        u"It waited already when this workspace was opened here for the first time, so it does not "
        "start by itself. Start it with \"roostctl runs proceed %1\", or cancel it."_s.arg(m_record.job.name);
    if (!commit(RunStatus::Queued, now()))
        QTimer::singleShot(BetweenAttempts, this, &JobRun::hold);
}

void JobRun::cancel()
{
    if (m_over)
        return;
    m_record.cancelRequested = true;
    if (m_record.status == RunStatus::Running || m_record.status == RunStatus::Starting ||
        m_record.status == RunStatus::CancelRequested) {
        endSupervised();
        return;
    }
    if (m_record.status != RunStatus::Finalizing) {
        m_copying.cancel();
        m_realising.cancel();
        m_settling.cancel();
        m_settlingNotebook.cancel();
        leaveIfCanceled();
    }
}

bool JobRun::leaveIfCanceled()
{
    if (!m_record.cancelRequested)
        return false;
    m_waiting = false;
    conclude(RunStatus::Canceled, now());
    return true;
}

void JobRun::finish(const LaunchEvents &events)
{
    if (m_over || m_judging.isWaiting())
        return;
    m_safetyNet.stop();
    m_record.ranks = events.ranks;
    for (RankOutcome &rank : m_record.ranks)
        rank.lastLine = QString::fromUtf8(withoutEscapes(rank.lastLine.toUtf8()));
    const auto end = events.ended.isValid() ? events.ended : now();
    const bool ran = m_record.status == RunStatus::Starting && !events.ranks.isEmpty();
    if ((ran && !commit(RunStatus::Running, events.ranks.first().started)) || !commit(RunStatus::Finalizing, end)) {
        QTimer::singleShot(BetweenAttempts, this, [this, events] { finish(events); });
        return;
    }
    // Logs are read for the cause elsewhere; a service that is killed meanwhile finds the run Finalizing, and looks
    // again.
    const Promise<Verdict> promise;
    QElapsedTimer judging;
    judging.start();
    m_judging.watch(promise.future(), [this, events, end, judging](Result<Verdict> verdict) {
        if (!events.supervisor && verdict->status == RunStatus::Failed)
            verdict->text = whyNothingIsTold();
        m_record.errorText = QString::fromUtf8(withoutEscapes(verdict->text.toUtf8()));
        m_record.cause = verdict->cause;
        conclude(verdict->status, end.addMSecs(judging.elapsed()), verdict->exitCode);
    });
    QThreadPool::globalInstance()->start(
        [promise, events, plan = LaunchPlan::load(m_folder.launchFile()).value_or(plan()),
         canceled = m_record.cancelRequested] { promise.resolve(verdictOf(events, plan, canceled)); });
}

// Of a run whose supervisor has left no event.
QString JobRun::whyNothingIsTold() const
{
    if (!QFileInfo::exists(m_folder.launchFile())) {
        return u"The run removed its own folder %1, or somebody else did, and with it what was written about it: its "
               "logs, its outputs and how it ended."_s.arg(m_folder.path);
    }
    if (!m_record.ranks.isEmpty()) {
        return u"The run's file %1 is gone or empty, where its supervisor had written how the run went."_s.arg(
            eventsFile(m_folder.state()));
    }
    QFile log(m_folder.state() + u"/supervisor.log"_s);
    const QByteArray said = log.open(QIODevice::ReadOnly) ? log.readAll().trimmed() : QByteArray();
    return u"The supervisor of the run did not come up: %1"_s.arg(
        said.isEmpty() ? u"it said nothing."_s : QString::fromLocal8Bit(said.split('\n').last()));
}

void JobRun::fail(const QString &text)
{
    if (m_over)
        return;
    m_waiting = false;
    m_record.errorText = text;
    conclude(RunStatus::Failed, now());
}

// The only way out: what cannot be written is tried again, so that the database never says less than is true.
void JobRun::conclude(RunStatus status, const QDateTime &at, std::optional<int> exitCode)
{
    m_over = true;
    const bool hasSecrets = hideSecrets();
    if (!commit(status, at, exitCode)) {
        QTimer::singleShot(BetweenAttempts, this, [this, status, at, exitCode] { conclude(status, at, exitCode); });
        return;
    }
    if (hasSecrets)
        m_context.store.database().overwriteDeleted();
    Q_EMIT ended();
}

// Of the plan of the launch, before anybody hears that the run is over; those of the database go with that word.
bool JobRun::hideSecrets()
{
    const auto hidden = hideSecretsOfPlan(m_record, m_folder);
    if (!hidden)
        qWarning("Run %s: %s", qUtf8Printable(m_record.job.name), qUtf8Printable(hidden.error().text));
    return !hidden || *hidden;
}

bool JobRun::commit(RunStatus status, const QDateTime &time, std::optional<int> exitCode)
{
    // The service that serves the folder where it is now goes on from what is written so far.
    if (!m_context.store.whyMoved().isEmpty())
        return false;
    // The clock may have been set back since.
    const auto at = std::max({time, m_record.created, latestOf(m_record.phases)});
    auto next = m_record;
    next.status = status;
    if (isTerminal(status)) {
        next.queueReason.clear();
        next.held = false;
    }
    next.phases = entered(next.phases, status, at);
    const auto saved = m_context.store.database().write([&](Connection &connection) -> Result<bool> {
        JobRows::save(connection, next, at, exitCode);
        if (isTerminal(status))
            JobRows::forgetSecrets(connection, next);
        return true;
    });
    if (!saved) {
        qWarning("Run %s: cannot write that it is %s: %s", qUtf8Printable(m_record.job.name),
                 qUtf8Printable(toWord(status)), qUtf8Printable(saved.error().text));
        m_context.store.changes().bump(u"runs/"_s + m_record.job.name); // the run tells it, as its reason
        return false;
    }
    m_record = next;
    m_context.store.changes().bump(u"runs/"_s + m_record.job.name);
    Q_EMIT changed();
    return true;
}

} // namespace Roost::Service::Jobs
