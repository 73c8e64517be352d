// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/supervisor/supervisor.h"

#include "models/core/timelimit.h"
#include "models/logs/times/timemarks.h"
#include "models/process/processtree.h"
#include "models/supervisor/mpi/mpi.h"

#include <QFile>

#include <sys/prctl.h>
#include <sys/signalfd.h>

#include <algorithm>
#include <csignal>
#include <utility>

using namespace Qt::StringLiterals;

// How the processes of a run come to be.
namespace Roost::Supervision {

using namespace Process;
using namespace Service::Launch;
using namespace Logs;

void Supervisor::listen()
{
    // Whatever is orphaned below becomes a child of this process instead of getting lost.
    prctl(PR_SET_CHILD_SUBREAPER, 1);
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGHUP, SIG_IGN);
    // A limit for the size of files is then met like a full disk.
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
    const bool byLauncher = m_plan.distribution.type == Distribution::Type::Mpi;
    if (const auto started = byLauncher ? startLauncher() : startRanks(); !started)
        couldNotStart(started.error());
    // What a quick rank wrote before its log was watched is told by no event.
    m_logs.lookAtAll();
}

bool Supervisor::openLogs()
{
    for (const QString &file : std::as_const(m_plan.logFiles)) {
        RankProcess process(file);
        if (const auto opened = process.openLog(); !opened) {
            couldNotStart(opened.error());
            return false;
        }
        m_logs.add(process.log(), file, timeIndexFile(m_plan.stateFolder, file));
        m_ranks.push_back({std::move(process)});
    }
    return true;
}

Result<bool> Supervisor::startRanks()
{
    const auto inherited = inheritedEnvironment();
    for (int rank = 0; rank < int(m_ranks.size()); ++rank) {
        auto environment = inherited;
        environment.insert(rankEnvironment(m_plan, rank, m_port.number(), inherited));
        const auto pid = m_ranks[size_t(rank)].process.start(m_plan.command, m_plan.workingFolder, environment);
        if (!pid)
            return std::unexpected(pid.error());
        ++m_live;
        rankStarted(rank, *pid);
    }
    return true;
}

Result<bool> Supervisor::startLauncher()
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
    m_launcherRuns = true;
    m_live = m_plan.processCount();
    return true;
}

void Supervisor::couldNotStart(const Error &why)
{
    m_events.write(u"error"_s, {{u"text"_s, why.text}}, true);
    m_launchFailed = true;
    end();
}

} // namespace Roost::Supervision
