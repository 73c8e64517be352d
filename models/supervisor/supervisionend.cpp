// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/supervisor/supervisor.h"

#include "models/process/processtree.h"

#include <unistd.h>

#include <algorithm>
#include <csignal>

using namespace Qt::StringLiterals;

using namespace std::chrono_literals;

// How all processes of a run end.
namespace Roost::Supervision {

using namespace Service::Launch;

using namespace Process;

namespace {

constexpr auto patienceAfterKill = 60s; // a process may hang in the kernel for ever

} // namespace

void Supervisor::missLostRanks()
{
    for (int rank = 0; rank < int(m_ranks.size()); ++rank) {
        const auto &[process, ended] = m_ranks[size_t(rank)];
        if (!ended && process.pid() > 0 && !processKey(process.pid()))
            rankEnded(rank, SIGKILL, true);
    }
}

void Supervisor::giveGrace()
{
    m_stage = Stage::Grace;
    m_deadline = std::min(m_deadline, Clock::now() + std::chrono::seconds(m_plan.graceSeconds));
}

void Supervisor::advance()
{
    if (m_launcher && !m_launcherRuns && m_live > 0)
        missLostRanks();
    const bool late = Clock::now() >= m_deadline;
    const bool failed = m_firstFailed >= 0 || m_launchFailed;
    // When all went well mpirun leaves by itself; when not, its wrappers wait for us.
    const bool done = m_live == 0 && (failed || !m_launcherRuns);
    if (m_stage == Stage::Running || m_stage == Stage::Grace) {
        if (m_stage == Stage::Running && late && m_live > 0 && !m_cancelRequested) {
            m_timedOut = true;
            m_events.write(u"timeLimit"_s);
        }
        if (late || m_cancelRequested || done)
            end();
        else if (m_live == 0 && m_stage == Stage::Running)
            giveGrace();
    } else if (m_stage == Stage::Ending && late) {
        m_stage = Stage::Killing;
        m_deadline = Clock::now() + patienceAfterKill;
    }
    if (m_stage == Stage::Ending || m_stage == Stage::Killing)
        clearAway();
}

void Supervisor::end()
{
    m_stage = Stage::Ending;
    m_deadline = Clock::now() + std::chrono::seconds(m_plan.graceSeconds);
    for (const ProcessKey &process : descendantsOf(getpid())) {
        sendSignal(process, SIGTERM);
        sendSignal(process, SIGCONT); // a stopped one would never hear it
    }
}

void Supervisor::clearAway()
{
    reap();
    const auto left = descendantsOf(getpid());
    if (left.isEmpty()) {
        m_stage = Stage::Gone;
        return;
    }
    if (m_stage != Stage::Killing)
        return;
    if (Clock::now() >= m_deadline) {
        m_events.write(u"unkillable"_s, {{u"count"_s, qint64(left.size())}});
        m_stage = Stage::Gone;
        return;
    }
    for (const ProcessKey &process : left)
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
