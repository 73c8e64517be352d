// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/supervisor/mpi/rankwrapper.h"

#include "models/service/launch/launchplan.h"
#include "models/supervisor/mpi/mpi.h"
#include "models/supervisor/ranks/rankenvironment.h"
#include "models/supervisor/ranks/rankprocess.h"
#include "models/supervisor/ranks/rankreports.h"

#include <poll.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdio>
#include <optional>

namespace Roost::Supervision {

using namespace Service::Launch;

namespace {

int fail(const QString &text)
{
    std::fprintf(stderr, "roostd rank: %s\n", qUtf8Printable(text));
    return 1;
}

int exitCodeOf(int status)
{
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

/// Returns a descriptor from which signals are read.
int blockSignals()
{
    sigset_t wanted;
    sigemptyset(&wanted);
    for (const int number : {SIGTERM, SIGINT, SIGCHLD})
        sigaddset(&wanted, number);
    sigprocmask(SIG_BLOCK, &wanted, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
    return signalfd(-1, &wanted, SFD_CLOEXEC | SFD_NONBLOCK);
}

int waitForRank(const RankProcess &process, int rank, RankReporter &reporter, int signalFile)
{
    std::optional<int> ended;
    for (;;) {
        std::array<pollfd, 2> files{{{signalFile, POLLIN, 0}, {reporter.descriptor(), 0, 0}}};
        poll(files.data(), files.size(), -1);
        if ((files[1].revents & POLLERR) != 0) {
            // Without the supervisor, no process would record the end of the rank or end the rank.
            if (!ended)
                kill(-process.pid(), SIGKILL);
            return 1;
        }
        bool isAskedToEnd = false;
        signalfd_siginfo info = {};
        while (read(signalFile, &info, sizeof info) == ssize_t(sizeof info))
            isAskedToEnd = isAskedToEnd || info.ssi_signo != SIGCHLD;
        int status = 0;
        if (!ended && waitpid(process.pid(), &status, WNOHANG) == process.pid()) {
            ended = status;
            reporter.report({rank, process.pid(), true, status});
        }
        if (ended && (isAskedToEnd || *ended == 0))
            return exitCodeOf(*ended);
    }
}

} // namespace

int runRank(const QString &launchFile, quint16 port)
{
    const auto plan = LaunchPlan::load(launchFile);
    if (!plan)
        return fail(plan.error().text);
    const auto inherited = inheritedEnvironment();
    const auto place = Mpi::placeIn(inherited);
    if (!place)
        return fail(QStringLiteral("mpirun did not say which rank this process is. Is it of Open MPI, MPICH or Intel "
                                   "MPI?"));
    const int processes = plan->processCount();
    if (place->rank >= processes || (place->size > 0 && place->size != processes)) {
        return fail(QStringLiteral("mpirun made this process rank %1 of %2, and the run has %3 processes.")
                        .arg(place->rank)
                        .arg(place->size)
                        .arg(processes));
    }
    const int signalFile = blockSignals();
    RankReporter reporter(plan->stateFolder);
    auto environment = inherited;
    environment.insert(rankEnvironment(*plan, place->rank, port, inherited));
    using Bond = RankProcess::Bond;
    RankProcess process(plan->logFiles[place->rank],
                        place->abortWaitsForDeath ? Bond::DiesWithStarter : Bond::OutlivesStarter);
    const auto opened = process.openLog();
    if (!opened)
        return fail(opened.error().text);
    const auto pid = process.start(plan->command, plan->workingFolder, environment);
    if (!pid)
        return fail(pid.error().text);
    if (!reporter.report({place->rank, *pid, false, 0})) {
        kill(-*pid, SIGKILL);
        return fail(QStringLiteral("the supervisor of the run is gone."));
    }
    return waitForRank(process, place->rank, reporter, signalFile);
}

} // namespace Roost::Supervision
