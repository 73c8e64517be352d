// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/launch/local/resourcepool.h"

#include <QHash>

#include <mutex>
#include <utility>

using namespace Qt::StringLiterals;

namespace Roost::Service::Launch {

struct ResourcePool::State
{
    explicit State(Machine of)
        : machine(std::move(of))
    {
    }

    int slotsInUse() const;
    int busyNodes(const QString &compute) const;
    QList<int> freeGpus(int wanted) const;

    const Machine machine;
    mutable std::mutex mutex;
    QHash<quint64, ResourceRequest> granted;
    quint64 lastNumber = 0;
};

int ResourcePool::State::slotsInUse() const
{
    int sum = 0;
    for (const ResourceRequest &request : granted)
        sum += request.processes;
    return sum;
}

int ResourcePool::State::busyNodes(const QString &compute) const
{
    int sum = 0;
    for (const ResourceRequest &request : granted) {
        if (request.compute == compute)
            sum += request.nodes;
    }
    return sum;
}

QList<int> ResourcePool::State::freeGpus(int wanted) const
{
    QList<int> free;
    for (int gpu = 0; gpu < machine.gpus.size() && free.size() < wanted; ++gpu) {
        bool isTaken = false;
        for (const ResourceRequest &request : granted)
            isTaken = isTaken || request.gpus.contains(gpu);
        if (!isTaken)
            free += gpu;
    }
    return free;
}

ResourcePool::ResourcePool(const Machine &machine)
    : m_state(std::make_shared<State>(machine))
{
}

std::expected<Allocation, Shortage> ResourcePool::allocate(const ResourceRequest &request)
{
    const std::scoped_lock lock(m_state->mutex);
    if (!request.compute.isEmpty()) {
        const int busy = m_state->busyNodes(request.compute);
        if (busy + request.nodes > request.maxNodes) {
            const QString sentence = u"Waiting for nodes of %1: %2 of %3 in use, this run needs %4."_s;
            return std::unexpected(
                Shortage{sentence.arg(request.compute).arg(busy).arg(request.maxNodes).arg(request.nodes), true});
        }
    }
    const int all = m_state->machine.slotCount();
    const int busy = m_state->slotsInUse();
    if (busy > 0 && busy + request.processes > all) {
        const QString sentence = u"Waiting for free slots: %1 of %2 in use, this run needs %3."_s;
        return std::unexpected(Shortage{sentence.arg(busy).arg(all).arg(request.processes), false});
    }
    ResourceRequest complete = request;
    complete.gpus = m_state->freeGpus(request.processes);
    return grant(complete);
}

Allocation ResourcePool::adopt(const ResourceRequest &request)
{
    const std::scoped_lock lock(m_state->mutex);
    return grant(request);
}

// Call with the mutex held.
Allocation ResourcePool::grant(const ResourceRequest &request)
{
    const quint64 number = ++m_state->lastNumber;
    m_state->granted[number] = request;
    Allocation allocation;
    allocation.masterAddress = u"127.0.0.1"_s;
    allocation.gpus = request.gpus;
    for (const int gpu : request.gpus)
        allocation.devices += m_state->machine.device(gpu);
    allocation.hold = std::shared_ptr<const void>(nullptr, [state = m_state, number](const void *) {
        const std::scoped_lock lock(state->mutex);
        state->granted.remove(number);
    });
    return allocation;
}

const Machine &ResourcePool::machine() const
{
    return m_state->machine;
}

int ResourcePool::slotsInUse() const
{
    const std::scoped_lock lock(m_state->mutex);
    return m_state->slotsInUse();
}

int ResourcePool::busyNodes(const QString &compute) const
{
    const std::scoped_lock lock(m_state->mutex);
    return m_state->busyNodes(compute);
}

} // namespace Roost::Service::Launch
