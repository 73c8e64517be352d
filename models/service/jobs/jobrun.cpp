// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/jobs/jobrun.h"

#include "models/service/jobs/command.h"
#include "models/service/jobs/phases.h"
#include "models/service/jobs/trainingenvironment.h"
#include "models/service/launch/processwatch.h"
#include "models/service/launch/supervisor.h"
#include "models/service/store/computestore.h"
#include "models/service/store/store.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QThreadPool>

#include <algorithm>
#include <chrono>
#include <csignal>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Roost::Service {

namespace {

constexpr auto lookAnyway = 2s;
constexpr auto betweenAttempts = 5s; // to write into a database that does not let us
constexpr int patienceWithSilence = 3;

QDateTime now()
{
    return QDateTime::currentDateTimeUtc();
}

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

JobRun::~JobRun() = default;

void JobRun::begin()
{
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

void JobRun::prepare()
{
    m_context.places.release(m_record.job.name);
    if (leaveIfCanceled())
        return;
    if (!commit(RunStatus::Preparing, now())) {
        QTimer::singleShot(betweenAttempts, this, &JobRun::prepare);
        return;
    }
    if (const auto made = m_folder.make(); !made) {
        fail(made.error().text);
        return;
    }
    if (m_record.codeHash.isEmpty()) {
        realise();
        return;
    }
    const Question<bool> question;
    m_copying.ask(question.answer(), [this](const Result<bool> &copied) {
        if (copied)
            realise();
        else
            fail(copied.error().text);
    });
    const QString code = m_context.store.folder().code(m_record.codeHash);
    QThreadPool::globalInstance()->start([question, code, folder = m_folder] {
        question.give(folder.fill(code, [&question] { return question.isCanceled(); }));
    });
}

void JobRun::realise()
{
    m_realising.ask(m_context.realiser.realise(m_record.job.environment, m_folder.buildLog()),
                    [this](const Result<RealisedEnvironment> &made) {
                        if (!made) {
                            fail(made.error().text);
                            return;
                        }
                        m_environment = *made;
                        wait();
                    });
}

void JobRun::wait()
{
    m_waiting = true;
    Q_EMIT wantsSlots();
}

Demand JobRun::demand() const
{
    Demand demand;
    demand.runId = m_record.job.name;
    demand.processes = m_record.processCount();
    demand.nodes = m_record.job.instanceCount;
    if (!isLocalCompute(m_record.job.compute)) {
        demand.compute = m_record.job.compute;
        const auto compute = ComputeStore(m_context.store.database()).compute(demand.compute);
        demand.maxNodes = compute ? compute->maxNodes : 0;
    }
    demand.gpus = m_record.gpus;
    return demand;
}

void JobRun::setQueueReason(const QString &reason)
{
    if (m_record.status == RunStatus::Queued && m_record.queueReason == reason)
        return;
    m_record.queueReason = reason;
    commit(RunStatus::Queued, now());
}

void JobRun::launch(const QList<int> &gpus)
{
    m_waiting = false;
    m_record.gpus = gpus;
    m_record.queueReason.clear();
    if (commit(RunStatus::Starting, now())) {
        startSupervisor();
        return;
    }
    m_context.places.release(m_record.job.name);
    QTimer::singleShot(betweenAttempts, this, &JobRun::wait);
}

LaunchPlan JobRun::plan() const
{
    LaunchPlan plan;
    plan.runId = m_record.job.name;
    plan.workingFolder = m_folder.snapshot();
    plan.stateFolder = m_folder.state();
    plan.environment = trainingEnvironment(m_record.job, m_context.store.folder(), m_environment, m_context.baseUrl);
    plan.distribution = m_record.job.distribution;
    plan.nodeCount = m_record.job.instanceCount;
    plan.logFiles = m_folder.driverLogs(plan.distribution, m_record.processCount());
    if (plan.distribution.type == Distribution::Type::Mpi)
        plan.launcherLog = m_folder.mpiLog();
    for (const int gpu : m_record.gpus)
        plan.devices += QString::number(gpu);
    plan.graceSeconds = m_context.settings.graceSeconds;
    plan.timeLimitSeconds = m_record.job.timeoutSeconds;
    return plan;
}

void JobRun::startSupervisor()
{
    const auto command = bindCommand(m_record.job.command, m_record.job.inputs);
    if (!command) {
        fail(command.error().text);
        return;
    }
    for (const QString &output : command->outputs)
        QDir(m_folder.path).mkpath(output);
    auto launchPlan = plan();
    launchPlan.command = command->line;
    if (const auto saved = launchPlan.save(m_folder.launchFile()); !saved) {
        fail(saved.error().text);
        return;
    }
    const auto pid = Service::startSupervisor(m_context.settings.serviceProgram, m_folder.launchFile(),
                                              supervisorEnvironment(m_context.token));
    if (!pid) {
        fail(pid.error().text);
        return;
    }
    watchSupervisor(processKey(*pid).value_or(ProcessKey{*pid, 0}));
    watch();
}

void JobRun::watch()
{
    m_files.addPath(m_folder.state());
    m_safetyNet.start();
    m_eventsRead = -1;
    // From the event loop: who adopts a run may want to connect to it first.
    QMetaObject::invokeMethod(this, &JobRun::readOn, Qt::QueuedConnection);
}

void JobRun::watchSupervisor(const ProcessKey &supervisor)
{
    if (m_supervisor && m_supervisor->process() == supervisor)
        return;
    if (m_supervisor)
        m_supervisor.release()->deleteLater(); // it may be telling
    m_supervisor = std::make_unique<ProcessWatch>(supervisor);
    connect(m_supervisor.get(), &ProcessWatch::ended, this, &JobRun::supervisorGone);
}

void JobRun::readOn()
{
    if (m_over)
        return;
    const QString file = eventsFile(m_folder.state());
    const QFileInfo info(file);
    if (info.exists() && !m_files.files().contains(file))
        m_files.addPath(file);
    const qint64 size = info.exists() ? info.size() : 0;
    if (size == m_eventsRead && m_supervisor)
        return;
    m_eventsRead = size;

    const auto events = readEvents(file);
    if (events.outcome) {
        finish(events);
        return;
    }
    if (!m_supervisor && (!events.supervisor || events.fromEarlierBoot || !isAlive(*events.supervisor))) {
        supervisorGone();
        return;
    }
    if (!m_supervisor)
        watchSupervisor(*events.supervisor);
    if (!events.ranks.isEmpty() && events.ranks != m_record.ranks) {
        m_record.ranks = events.ranks;
        const bool leaving = m_record.status == RunStatus::CancelRequested;
        if (!commit(leaving ? RunStatus::CancelRequested : RunStatus::Running,
                    m_record.status == RunStatus::Starting ? events.ranks.first().started : now()))
            return;
    }
    if (m_record.cancelRequested && !m_askedToLeave)
        endSupervised();
}

void JobRun::endSupervised()
{
    if (m_record.status != RunStatus::CancelRequested && !commit(RunStatus::CancelRequested, now()))
        return;
    // Where it is not known yet, `readOn` finds it and comes here again.
    if (!m_supervisor)
        return;
    sendSignal(m_supervisor->process(), SIGTERM);
    m_askedToLeave = true;
}

void JobRun::supervisorGone()
{
    if (m_over)
        return;
    const auto events = readEvents(eventsFile(m_folder.state()));
    if (!events.outcome && events.supervisor && !events.fromEarlierBoot && isAlive(*events.supervisor)) {
        // Ours was the second; the one before the restart has the run.
        watchSupervisor(*events.supervisor);
        m_askedToLeave = false;
        if (m_record.cancelRequested)
            endSupervised();
        return;
    }
    if (!events.outcome && !events.supervisor && !m_record.cancelRequested && m_silences++ < patienceWithSilence) {
        // Another one may be just about to write its first line.
        if (m_supervisor)
            m_supervisor.release()->deleteLater();
        QTimer::singleShot(500ms, this, &JobRun::readOn);
        return;
    }
    if (!events.outcome)
        killMarked(launchMark(m_folder.state()));
    finish(events);
}

void JobRun::finish(const LaunchEvents &events)
{
    if (m_over || m_judging.isWaiting())
        return;
    m_safetyNet.stop();
    m_record.ranks = events.ranks;
    const auto end = events.ended.isValid() ? events.ended : now();
    const bool ran = m_record.status == RunStatus::Starting && !events.ranks.isEmpty();
    if ((ran && !commit(RunStatus::Running, events.ranks.first().started)) || !commit(RunStatus::Finalizing, end)) {
        QTimer::singleShot(betweenAttempts, this, [this, events] { finish(events); });
        return;
    }
    // Logs are read for the cause elsewhere; a service that is killed meanwhile finds the run Finalizing, and looks
    // again.
    const Question<Verdict> question;
    m_judging.ask(question.answer(), [this, events, end](Result<Verdict> verdict) {
        if (!events.supervisor && verdict->status == RunStatus::Failed)
            verdict->text = u"The supervisor of the run did not come up: %1"_s.arg(lastWordsOfSupervisor());
        m_record.errorText = verdict->text;
        m_record.cause = verdict->cause;
        conclude(verdict->status, std::max(end, now()), verdict->exitCode);
    });
    QThreadPool::globalInstance()->start(
        [question, events, plan = LaunchPlan::load(m_folder.launchFile()).value_or(plan()),
         canceled = m_record.cancelRequested] { question.give(verdictOf(events, plan, canceled)); });
}

QString JobRun::lastWordsOfSupervisor() const
{
    QFile log(m_folder.state() + u"/supervisor.log"_s);
    const QByteArray said = log.open(QIODevice::ReadOnly) ? log.readAll().trimmed() : QByteArray();
    return said.isEmpty() ? u"it said nothing."_s : QString::fromLocal8Bit(said.split('\n').last());
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
    if (!commit(status, at, exitCode)) {
        QTimer::singleShot(betweenAttempts, this, [this, status, at, exitCode] { conclude(status, at, exitCode); });
        return;
    }
    Q_EMIT ended();
}

bool JobRun::commit(RunStatus status, const QDateTime &at, std::optional<int> exitCode)
{
    auto next = m_record;
    next.status = status;
    if (isTerminal(status))
        next.queueReason.clear();
    next.phases = entered(next.phases, status, at);
    const auto saved = m_context.store.database().write([&](Connection &connection) -> Result<bool> {
        JobRows::save(connection, next, at, exitCode);
        return true;
    });
    if (!saved) {
        qWarning("Run %s: cannot write that it is %s: %s", qUtf8Printable(m_record.job.name),
                 qUtf8Printable(toWord(status)), qUtf8Printable(saved.error().text));
        return false;
    }
    m_record = next;
    m_context.store.changes().bump(u"runs/"_s + m_record.job.name);
    Q_EMIT changed();
    return true;
}

} // namespace Roost::Service
