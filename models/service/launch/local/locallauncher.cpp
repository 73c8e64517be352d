// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/launch/local/locallauncher.h"

#include "models/process/orphans.h"
#include "models/service/launch/local/locallaunch.h"
#include "models/service/launch/local/rankstacks.h"
#include "models/service/launch/local/startsupervisor.h"

#include <QFileInfo>

namespace Roost::Service::Launch {

using namespace Process;

LocalLauncher::LocalLauncher(Settings settings)
    : m_settings(std::move(settings))
    , m_pool(m_settings.machine)
{
    if (!m_settings.hasMoved)
        m_settings.hasMoved = [] { return false; };
    Orphans::adopt();
}

ComputeCapacity LocalLauncher::capacity(const QString &compute) const
{
    const Machine &machine = m_pool.machine();
    ComputeCapacity capacity;
    capacity.size = machine.summary();
    capacity.cores = machine.cores;
    capacity.gpus = int(machine.gpus.size());
    capacity.slotCount = machine.slotCount();
    capacity.slotsInUse = m_pool.slotsInUse();
    capacity.busyNodes = m_pool.busyNodes(compute);
    return capacity;
}

std::expected<Allocation, Shortage> LocalLauncher::allocate(const ResourceRequest &request)
{
    return m_pool.allocate(request);
}

Result<std::unique_ptr<LaunchHandle>> LocalLauncher::start(const LaunchPlan &plan, const Allocation &allocation,
                                                           const QProcessEnvironment &environment)
{
    const QString file = launchFile(plan.stateFolder);
    if (const auto saved = plan.save(file); !saved)
        return std::unexpected(saved.error());
    const auto pid = startSupervisor(m_settings.program, file, environment);
    if (!pid)
        return std::unexpected(pid.error());
    Orphans::isOwnChild(*pid);
    return std::make_unique<LocalLaunch>(LaunchTicket{plan.stateFolder, {}}, allocation, m_settings.hasMoved,
                                         processKey(*pid).value_or(ProcessKey{*pid, 0}));
}

bool LocalLauncher::wasStarted(const LaunchTicket &ticket) const
{
    // A supervisor without events may or may not have started, but a second supervisor would exit at once.
    return QFileInfo::exists(eventsFile(ticket.stateFolder));
}

std::unique_ptr<LaunchHandle> LocalLauncher::adopt(const LaunchTicket &ticket)
{
    return std::make_unique<LocalLaunch>(ticket, m_pool.adopt(ticket.resources), m_settings.hasMoved);
}

Result<QList<RankStacks>> LocalLauncher::takeStacks(const LaunchTicket &ticket) const
{
    return takeRankStacks(ticket.stateFolder);
}

} // namespace Roost::Service::Launch
