// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/launch/launchevents.h"
#include "models/service/launch/launchplan.h"
#include "models/supervisor/eventwriter.h"
#include "models/supervisor/loadwatch.h"
#include "models/supervisor/logwatch.h"
#include "models/supervisor/memorygroup.h"
#include "models/supervisor/ranks/rankport.h"
#include "models/supervisor/ranks/rankprocess.h"
#include "models/supervisor/ranks/rankreports.h"

#include <sys/types.h>

#include <chrono>
#include <optional>
#include <utility>
#include <vector>

namespace Roost::Supervision {

/// The implementation of `supervise()`: one thread, one poll loop.
class Supervisor
{
public:
    Supervisor(Service::Launch::LaunchPlan plan, QString launchFile)
        : m_plan(std::move(plan))
        , m_launchFile(std::move(launchFile))
    {
    }
    ~Supervisor();
    Supervisor(const Supervisor &) = delete;
    Supervisor &operator=(const Supervisor &) = delete;

    /// Returns the exit code of the process.
    int run();

private:
    using Clock = std::chrono::steady_clock;

    enum class Stage {
        Running,
        Grace,  // a rank has failed, or only mpirun is left: the other processes may still end by themselves
        Ending, // all remaining processes were requested to end
        Killing,
        Done,
    };

    struct Rank
    {
        RankProcess process;
        bool ended = false;
    };

    void blockSignals();
    void startAll();
    bool openLogs();
    Result<void> startRanks();
    Result<void> startLauncher();
    void onStartFailed(const Error &why);
    void wait();
    Clock::time_point nextWakeUp() const;
    void readSignals();
    void readReports();
    void reap();
    void onRankStarted(int rank, pid_t pid);
    void onRankEnded(int rank, int status, bool takenAway = false);
    bool wasOutOfMemory(int status);
    void onLauncherEnded(int status);
    void endLostRanks();
    void startGracePeriod();
    void advance();
    void terminate();
    void killLeftOvers();
    bool waitForDiskSpace(bool stopsOnSignal);
    Service::Launch::LaunchOutcome outcome() const;

    Service::Launch::LaunchPlan m_plan;
    QString m_launchFile;
    EventWriter m_events;
    RankPort m_port;
    LogWatch m_logs;
    LoadWatch m_load;
    std::vector<Rank> m_ranks;
    int m_live = 0; // number of ranks that have neither ended nor been given up
    // For MPI runs: mpirun, and the reports of the wrappers of its ranks.
    std::optional<RankProcess> m_launcher;
    std::optional<RankReports> m_reports;
    bool m_isLauncherRunning = false;
    int m_signals = -1;
    int m_firstFailed = -1;
    bool m_cancelRequested = false;
    bool m_timedOut = false;
    bool m_launchFailed = false;
    MemoryGroup m_memory;
    int m_memoryKills = 0; // number of kills of processes whose end is not handled yet
    Stage m_stage = Stage::Running;
    Clock::time_point m_deadline = Clock::time_point::max();
};

} // namespace Roost::Supervision
