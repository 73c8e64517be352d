// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/supervisor/supervisor.h"

#include "models/core/timelimit.h"
#include "models/files/containedfolder.h"
#include "models/logs/times/timemarks.h"
#include "models/process/processtree.h"
#include "models/service/launch/eventnames.h"
#include "models/service/launch/launchevents.h"
#include "models/supervisor/lastline.h"
#include "models/supervisor/mpi/mpi.h"
#include "models/supervisor/ranks/rankenvironment.h"

#include <QFile>
#include <QJsonObject>

#include <poll.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdio>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Roost::Supervision {

using namespace Logs;
using namespace Process;
using namespace Service::Launch;

namespace {

constexpr auto leftoverInterval = 50ms;
constexpr auto killInterval = 20ms;
// The pause between two attempts to write to a full disk.
constexpr std::chrono::milliseconds minDiskRetryDelay = 50ms;
constexpr std::chrono::milliseconds maxDiskRetryDelay = 2s;

constexpr auto killTimeout = 60s; // a process may hang in the kernel forever

} // namespace

Supervisor::~Supervisor()
{
    if (m_signals >= 0)
        close(m_signals);
}

int Supervisor::run()
{
    // Called before the first event is written: a signal that arrives later must not end the supervisor without a
    // record.
    blockSignals();
    const Files::ContainedFolder state(m_plan.stateFolder);
    if (!state.makeFolder(u"times"_s) || !state.makeFolder(u"errors"_s) ||
        !m_events.create(eventsFile(m_plan.stateFolder))) {
        std::fprintf(stderr, "The run is or was under another supervisor, or its state folder cannot be written.\n");
        return 3;
    }
    const auto self = processKey(getpid()).value_or(ProcessKey{getpid(), 0});
    m_events.write(EventName::supervisor, {{EventKey::pid, qint64(self.pid)},
                                           {EventKey::startTicks, qint64(self.startTicks)},
                                           {EventKey::boot, bootId()}});
    // Without this record a restarted service could not find the ranks.
    if (!waitForDiskSpace(true))
        return 0;
    startAll();
    while (m_stage != Stage::Done) {
        advance();
        if (m_stage != Stage::Done)
            wait();
    }
    m_logs.markAll();
    m_events.write(EventName::end, {{EventKey::outcome, toWord(outcome())}}, true);
    // The last event determines the outcome of the run, so the supervisor waits while the disk is full.
    waitForDiskSpace(false);
    m_logs.markAll();
    return 0;
}

void Supervisor::blockSignals()
{
    // Orphaned descendants become children of this process, so that none of them is missed.
    prctl(PR_SET_CHILD_SUBREAPER, 1);
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGHUP, SIG_IGN);
    // With this, a file size limit is handled like a full disk.
    std::signal(SIGXFSZ, SIG_IGN);
    sigset_t wanted;
    sigemptyset(&wanted);
    for (const int number : {SIGTERM, SIGINT, SIGCHLD})
        sigaddset(&wanted, number);
    sigprocmask(SIG_BLOCK, &wanted, nullptr);
    m_signals = signalfd(-1, &wanted, SFD_CLOEXEC | SFD_NONBLOCK);
}

void Supervisor::startAll()
{
    if (m_plan.timeLimitSeconds > 0)
        m_deadline = Clock::now() + std::chrono::seconds(std::min(m_plan.timeLimitSeconds, longestTimeLimitSeconds));
    if (!openLogs())
        return;
    m_load.start(m_plan);
    const bool startsMpirun = traitsOf(m_plan.distribution.type).starter == RankStarter::Mpirun;
    if (const auto started = startsMpirun ? startLauncher() : startRanks(); !started)
        onStartFailed(started.error());
    // Output that a rank wrote before its log was watched is not reported by the kernel.
    m_logs.markAll();
}

bool Supervisor::openLogs()
{
    for (const QString &file : std::as_const(m_plan.logFiles)) {
        RankProcess process(file);
        if (const auto opened = process.openLog(); !opened) {
            onStartFailed(opened.error());
            return false;
        }
        m_logs.add(process.log(), file, timeIndexFile(m_plan.stateFolder, file));
        m_ranks.push_back({std::move(process)});
    }
    return true;
}

Result<void> Supervisor::startRanks()
{
    const auto inherited = inheritedEnvironment();
    for (int rank = 0; rank < int(m_ranks.size()); ++rank) {
        auto environment = inherited;
        environment.insert(rankEnvironment(m_plan, rank, m_port.number(), inherited));
        const auto pid = m_ranks[size_t(rank)].process.start(m_plan.command, m_plan.workingFolder, environment);
        if (!pid)
            return std::unexpected(pid.error());
        ++m_live;
        onRankStarted(rank, *pid);
    }
    return {};
}

Result<void> Supervisor::startLauncher()
{
    auto environment = inheritedEnvironment();
    environment.insert(m_plan.environment);
    environment.insert(Mpi::launcherVariables(environment));
    environment[u"ROOST_LAUNCH"_s] = m_plan.stateFolder;
    const auto mpirun = Mpi::findLauncher(environment.value(u"PATH"_s));
    if (!mpirun)
        return std::unexpected(mpirun.error());
    m_reports.emplace(m_plan.stateFolder);
    if (m_reports->descriptor() < 0)
        return failure(ErrorKind::Failed, u"Cannot make a named pipe in %1."_s.arg(m_plan.stateFolder));
    m_launcher.emplace(m_plan.launcherLog);
    if (const auto opened = m_launcher->openLog(); !opened)
        return opened;
    const QString line = Mpi::launcherLine(*mpirun, m_plan.processCount(), QFile::symLinkTarget(u"/proc/self/exe"_s),
                                           m_launchFile, m_port.number());
    const auto pid = m_launcher->start(line, m_plan.workingFolder, environment);
    if (!pid)
        return std::unexpected(pid.error());
    m_isLauncherRunning = true;
    m_live = m_plan.processCount();
    return {};
}

void Supervisor::onStartFailed(const Error &why)
{
    m_events.write(EventName::error, {{EventKey::text, why.text}}, true);
    m_launchFailed = true;
    terminate();
}

// Returns false if a cancel was requested first.
bool Supervisor::waitForDiskSpace(bool stopsOnSignal)
{
    auto pause = minDiskRetryDelay;
    while (!m_events.flush()) {
        pollfd signalled{m_signals, POLLIN, 0};
        poll(&signalled, 1, int(pause.count()));
        pause = std::min(2 * pause, maxDiskRetryDelay);
        signalfd_siginfo info = {};
        while (read(m_signals, &info, sizeof info) == ssize_t(sizeof info)) {
            if (stopsOnSignal && info.ssi_signo != SIGCHLD)
                return false;
        }
    }
    return true;
}

Supervisor::Clock::time_point Supervisor::nextWakeUp() const
{
    auto until = std::min({m_deadline, m_logs.nextPoll(), m_load.nextPoll()});
    const auto now = Clock::now();
    if (m_stage == Stage::Ending || (m_launcher && !m_isLauncherRunning))
        until = std::min(until, now + leftoverInterval);
    else if (m_stage == Stage::Killing)
        until = std::min(until, now + killInterval);
    if (m_events.isPending())
        until = std::min(until, now + maxDiskRetryDelay);
    return until;
}

void Supervisor::wait()
{
    int timeout = -1;
    if (const auto until = nextWakeUp(); until != Clock::time_point::max()) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - Clock::now());
        timeout = int(std::clamp<qint64>(left.count(), 0, 3'600'000));
    }
    std::array<pollfd, 4> files{{{m_signals, POLLIN, 0},
                                 {m_logs.descriptor(), POLLIN, 0},
                                 {m_load.descriptor(), POLLIN, 0},
                                 {m_reports ? m_reports->descriptor() : -1, POLLIN, 0}}};
    poll(files.data(), files.size(), timeout);
    if ((files[0].revents & POLLIN) != 0)
        readSignals();
    readReports();
    m_events.flush();
    m_logs.poll();
    m_load.poll();
}

void Supervisor::readSignals()
{
    signalfd_siginfo info = {};
    while (read(m_signals, &info, sizeof info) == ssize_t(sizeof info)) {
        if (info.ssi_signo == SIGCHLD || m_cancelRequested)
            continue;
        m_cancelRequested = m_live > 0;
        if (m_cancelRequested)
            m_events.write(EventName::cancel);
    }
    reap();
}

void Supervisor::readReports()
{
    while (const auto report = m_reports ? m_reports->next() : std::nullopt) {
        if (report->rank < 0 || report->rank >= int(m_ranks.size()))
            continue;
        if (report->ended)
            onRankEnded(report->rank, report->status);
        else
            onRankStarted(report->rank, report->pid);
    }
}

void Supervisor::reap()
{
    int status = 0;
    pid_t pid = 0;
    while ((pid = waitpid(-1, &status, WNOHANG)) > 0) {
        // The last reports of the wrappers must be read before the end of their launcher is handled.
        readReports();
        const auto ended = std::ranges::find(m_ranks, pid, [](const Rank &rank) { return rank.process.pid(); });
        if (ended != m_ranks.end())
            onRankEnded(int(ended - m_ranks.begin()), status, m_launcher.has_value());
        else if (m_launcher && pid == m_launcher->pid())
            onLauncherEnded(status);
    }
}

void Supervisor::onRankStarted(int rank, pid_t pid)
{
    RankProcess &process = m_ranks[size_t(rank)].process;
    if (process.pid() < 0)
        process.startedElsewhere(pid);
    m_events.write(EventName::started,
                   {{EventKey::rank, rank},
                    {EventKey::pid, qint64(pid)},
                    {EventKey::startTicks, qint64(processKey(pid).value_or(ProcessKey{}).startTicks)}});
    m_load.addRank(rank, pid);
}

void Supervisor::onRankEnded(int index, int status, bool takenAway)
{
    Rank &rank = m_ranks[size_t(index)];
    if (rank.ended) // reported by its wrapper, then found again because its number was used again
        return;
    rank.ended = true;
    --m_live;
    m_load.removeRank(index);
    m_logs.markAll();
    const bool killed = WIFSIGNALED(status);
    const QString lastLine = lastLineOf(rank.process.logFile());
    QJsonObject facts{{EventKey::rank, index},
                      {killed ? EventKey::signal : EventKey::exitCode, killed ? WTERMSIG(status) : WEXITSTATUS(status)},
                      {EventKey::lastLine, lastLine}};
    if (wasOutOfMemory(status))
        facts[EventKey::outOfMemory] = true;
    m_events.write(EventName::ended, facts, true);
    // A failure after the request to end is not the rank's own. MPICH lets a rank that has called MPI_Abort continue
    // to its end, possibly with exit code 0, until the rank is killed.
    const bool aborted = m_launcher && Mpi::hasAborted(rank.process.logFile());
    if ((status == 0 && !aborted) || m_firstFailed >= 0 || m_stage == Stage::Ending || m_stage == Stage::Killing ||
        m_cancelRequested)
        return;
    // An end caused by mpirun is not the rank's own failure either, unless mpirun reacts to the failure of this rank.
    if ((takenAway || m_launchFailed) && !aborted)
        return;
    m_firstFailed = index;
    m_events.write(EventName::failing, {{EventKey::rank, index}}, true);
    startGracePeriod();
}

// Returns whether the kernel killed the process for lack of memory. Each kill that it counted belongs to one process
// that ended by SIGKILL, or to the shell of such a process.
bool Supervisor::wasOutOfMemory(int status)
{
    m_memoryKills += m_memory.newKills();
    const bool killed = WIFSIGNALED(status) ? WTERMSIG(status) == SIGKILL : WEXITSTATUS(status) == 128 + SIGKILL;
    if (!killed || m_memoryKills == 0)
        return false;
    --m_memoryKills;
    return true;
}

void Supervisor::onLauncherEnded(int status)
{
    m_isLauncherRunning = false;
    const auto unstarted = std::ranges::count_if(m_ranks, [](const Rank &rank) { return rank.process.pid() < 0; });
    m_live -= int(unstarted); // no process will start these ranks
    if (m_firstFailed >= 0 || m_cancelRequested || m_stage == Stage::Ending || m_stage == Stage::Killing)
        return;
    if (status == 0 && m_live == 0 && unstarted == 0)
        return;
    const QString how = WIFSIGNALED(status) ? u"was ended by signal %1"_s.arg(WTERMSIG(status))
                                            : u"ended with code %1"_s.arg(WEXITSTATUS(status));
    QString text = u"mpirun %1"_s.arg(how);
    if (unstarted > 0)
        text += u", and %1 of %2 processes had not started"_s.arg(unstarted).arg(m_ranks.size());
    const QString lastWords = lastWordsOf(m_launcher->logFile());
    text += lastWords.isEmpty() ? u"."_s : u": "_s + lastWords;
    m_events.write(EventName::error, {{EventKey::text, text}}, true);
    m_launchFailed = true;
    startGracePeriod();
}

void Supervisor::endLostRanks()
{
    for (int rank = 0; rank < int(m_ranks.size()); ++rank) {
        const auto &[process, ended] = m_ranks[size_t(rank)];
        if (!ended && process.pid() > 0 && !processKey(process.pid()))
            onRankEnded(rank, SIGKILL, true);
    }
}

void Supervisor::startGracePeriod()
{
    m_stage = Stage::Grace;
    m_deadline = std::min(m_deadline, Clock::now() + std::chrono::seconds(m_plan.graceSeconds));
}

void Supervisor::advance()
{
    if (m_launcher && !m_isLauncherRunning && m_live > 0)
        endLostRanks();
    const bool isPastDeadline = Clock::now() >= m_deadline;
    const bool failed = m_firstFailed >= 0 || m_launchFailed;
    // After a success mpirun ends by itself; after a failure its wrappers wait for the supervisor.
    const bool done = m_live == 0 && (failed || !m_isLauncherRunning);
    if (m_stage == Stage::Running || m_stage == Stage::Grace) {
        if (m_stage == Stage::Running && isPastDeadline && m_live > 0 && !m_cancelRequested) {
            m_timedOut = true;
            m_events.write(EventName::timeLimit);
        }
        if (isPastDeadline || m_cancelRequested || done)
            terminate();
        else if (m_live == 0 && m_stage == Stage::Running)
            startGracePeriod();
    } else if (m_stage == Stage::Ending && isPastDeadline) {
        m_stage = Stage::Killing;
        m_deadline = Clock::now() + killTimeout;
    }
    if (m_stage == Stage::Ending || m_stage == Stage::Killing)
        killLeftOvers();
}

void Supervisor::terminate()
{
    m_load.stop();
    m_stage = Stage::Ending;
    m_deadline = Clock::now() + std::chrono::seconds(m_plan.graceSeconds);
    for (const ProcessKey &process : descendantsOf(getpid())) {
        sendSignal(process, SIGTERM);
        sendSignal(process, SIGCONT); // a stopped process would not handle the first signal
    }
}

void Supervisor::killLeftOvers()
{
    reap();
    const auto descendants = descendantsOf(getpid());
    if (descendants.isEmpty()) {
        m_stage = Stage::Done;
        return;
    }
    if (m_stage != Stage::Killing)
        return;
    if (Clock::now() >= m_deadline) {
        m_events.write(EventName::unkillable, {{EventKey::count, qint64(descendants.size())}});
        m_stage = Stage::Done;
        return;
    }
    for (const ProcessKey &process : descendants)
        sendSignal(process, SIGKILL);
}

LaunchOutcome Supervisor::outcome() const
{
    if (m_cancelRequested)
        return LaunchOutcome::Canceled;
    if (m_timedOut)
        return LaunchOutcome::TimedOut;
    return m_firstFailed >= 0 || m_launchFailed ? LaunchOutcome::Failed : LaunchOutcome::Completed;
}

} // namespace Roost::Supervision
