// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/launch/local/resourcepool.h"

using namespace Qt::StringLiterals;

namespace Roost::Service::Launch {

std::expected<QList<int>, QString> Slots::take(const Demand &demand)
{
    const std::scoped_lock lock(m_mutex);
    if (!demand.compute.isEmpty()) {
        const int busy = nodesOf(demand.compute);
        if (busy + demand.nodes > demand.maxNodes) {
            return std::unexpected(u"Waiting for nodes of %1: %2 of %3 in use, this run needs %4."_s.arg(demand.compute)
                                       .arg(busy)
                                       .arg(demand.maxNodes)
                                       .arg(demand.nodes));
        }
    }
    const int all = m_machine.slotCount();
    const int busy = used();
    if (busy > 0 && busy + demand.processes > all) {
        return std::unexpected(
            u"Waiting for free slots: %1 of %2 in use, this run needs %3."_s.arg(busy).arg(all).arg(demand.processes));
    }
    Demand taken = demand;
    taken.gpus = freeGpus(demand.processes);
    m_taken[demand.runId] = taken;
    return taken.gpus;
}

void Slots::adopt(const Demand &demand)
{
    const std::scoped_lock lock(m_mutex);
    m_taken[demand.runId] = demand;
}

void Slots::release(const QString &runId)
{
    const std::scoped_lock lock(m_mutex);
    m_taken.remove(runId);
}

int Slots::inUse() const
{
    const std::scoped_lock lock(m_mutex);
    return used();
}

int Slots::busyNodes(const QString &compute) const
{
    const std::scoped_lock lock(m_mutex);
    return nodesOf(compute);
}

int Slots::used() const
{
    int sum = 0;
    for (const Demand &demand : m_taken)
        sum += demand.processes;
    return sum;
}

int Slots::nodesOf(const QString &compute) const
{
    int sum = 0;
    for (const Demand &demand : m_taken) {
        if (demand.compute == compute)
            sum += demand.nodes;
    }
    return sum;
}

QList<int> Slots::freeGpus(int wanted) const
{
    QList<int> free;
    for (int gpu = 0; gpu < m_machine.gpus.size() && free.size() < wanted; ++gpu) {
        bool taken = false;
        for (const Demand &demand : m_taken)
            taken = taken || demand.gpus.contains(gpu);
        if (!taken)
            free += gpu;
    }
    return free;
}

} // namespace Roost::Service::Launch
