// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/load/machineload.h"

#include <thread>
#include <utility>

using namespace std::chrono_literals;

namespace Roost::Load {

namespace {

constexpr auto oneAnswer = 900ms; // calls within this time get the same answer
constexpr auto longestMean = 30s; // an older sample is no basis for the load of now
constexpr auto shortestMean = 200ms;
constexpr int gpuTimeoutMs = 2000;
constexpr auto probeAgain = 60s; // the pause before a probe that has ended is started again

} // namespace

MachineLoad::MachineLoad(QString diskPath, QByteArray program, QStringList devices)
    : m_diskPath(std::move(diskPath))
    , m_program(std::move(program))
    , m_devices(std::move(devices))
{
}

NodeLoad MachineLoad::measure()
{
    const std::scoped_lock lock(m_mutex);
    const auto age = Clock::now() - m_measured;
    if (m_node && age < oneAnswer)
        return m_last;
    if (!m_node || age > longestMean) {
        m_node.emplace(m_diskPath);
        std::this_thread::sleep_for(shortestMean);
    }
    m_last = m_node->sample();
    addGpus(m_last);
    m_measured = Clock::now();
    return m_last;
}

void MachineLoad::addGpus(NodeLoad &load)
{
    if (!m_gpus || (!m_gpus->isRunning() && Clock::now() - m_probed > probeAgain)) {
        m_gpus.emplace(m_program);
        m_probed = Clock::now();
    }
    // A driver that did not answer the last time is not waited for again.
    const bool isLate = m_gpus->isWaiting();
    m_gpus->request();
    const auto reading = isLate ? m_gpus->read() : m_gpus->wait(gpuTimeoutMs);
    if (!reading)
        return;
    const auto visible = visibleGpus(reading->gpus, m_devices);
    for (const GpuState &gpu : visible)
        load.gpus += gpu.load;
}

} // namespace Roost::Load
