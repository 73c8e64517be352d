// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/supervisor/loadwatch.h"

#include "models/process/processtree.h"
#include "models/supervisor/steadyclock.h"

#include <QFile>

#include <algorithm>
#include <ctime>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Roost::Supervision {

namespace {

constexpr std::chrono::milliseconds firstPause = 1s;
constexpr auto gpuTimeout = 2s;
// The time to the next sample is at least this multiple of the processor time that the last sample took.
constexpr int restFactor = 200;
// From this age of a run on, at most one sample in this time is taken.
struct Thinning
{
    std::chrono::milliseconds age;
    std::chrono::milliseconds interval;
};
constexpr Thinning thinnings[] = {{1h, 15s}, {24h, 60s}};

std::chrono::nanoseconds processorTime()
{
    timespec now = {};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return std::chrono::seconds(now.tv_sec) + std::chrono::nanoseconds(now.tv_nsec);
}

} // namespace

void LoadWatch::start(const Service::Launch::LaunchPlan &plan)
{
    const std::chrono::milliseconds interval(plan.sampleIntervalMs);
    if (interval <= 0ms || !m_file.open(Load::loadFile(plan.stateFolder), AppendFile::Mode::Existing))
        return;
    m_interval = interval;
    m_devices = plan.devices;
    m_node.emplace(plan.stateFolder);
    m_gpus.emplace(QFile::symLinkTarget(u"/proc/self/exe"_s).toLocal8Bit());
    m_started = Clock::now();
    m_next = m_started + std::min(firstPause, m_interval);
}

void LoadWatch::addRank(int rank, pid_t process)
{
    if (m_interval <= 0ms)
        return;
    if (const auto key = Process::processKey(process))
        m_trees.add(rank, *key);
}

void LoadWatch::removeRank(int rank)
{
    m_trees.remove(rank);
}

void LoadWatch::stop()
{
    if (m_pending)
        write();
    m_gpus.reset();
    m_next = Clock::time_point::max();
}

int LoadWatch::descriptor() const
{
    return m_gpus ? m_gpus->descriptor() : -1;
}

LoadWatch::Clock::time_point LoadWatch::nextPoll() const
{
    return m_pending ? m_deadline : m_next;
}

void LoadWatch::poll()
{
    if (const auto reading = m_gpus ? m_gpus->read() : std::nullopt; reading && m_pending) {
        addGpus(*reading);
        write();
    }
    if (m_pending && (Clock::now() >= m_deadline || !m_gpus->isRunning())) {
        m_pending->notice = u"GPUs are not measured at the moment: the driver does not answer."_s;
        write();
    }
    if (!m_pending && Clock::now() >= m_next)
        sample();
}

void LoadWatch::sample()
{
    const auto before = processorTime();
    m_pending.emplace();
    m_pending->node = m_node->sample();
    m_pending->node.time = timePointFromMs(steadyNowMs());
    m_pending->networkReceived = m_node->networkReceived();
    m_pending->networkSent = m_node->networkSent();
    m_pending->ranks = m_trees.sample();
    m_gpus->request();
    if (m_gpus->isRunning())
        m_deadline = Clock::now() + gpuTimeout;
    else
        write();
    m_next = Clock::now() + pause(processorTime() - before);
}

void LoadWatch::addGpus(const Load::GpuReading &reading)
{
    const auto gpus = Load::visibleGpus(reading.gpus, m_devices);
    for (const Load::GpuState &gpu : gpus) {
        m_pending->node.gpus += gpu.load;
        for (const auto &[pid, bytes] : gpu.processes.asKeyValueRange()) {
            const auto rank = std::ranges::find(m_pending->ranks, m_trees.rankOf(pid), &Load::RankLoad::rank);
            if (rank != m_pending->ranks.end())
                rank->gpuMemory[gpu.load.index] += bytes;
        }
    }
    m_pending->notice = reading.problem;
}

void LoadWatch::write()
{
    Load::LoadSample sample = *std::exchange(m_pending, std::nullopt);
    if (sample.notice == m_lastNotice)
        sample.notice.clear();
    else
        m_lastNotice = sample.notice;
    // While the disk is full, only the rest of a line that was accepted in part is kept.
    if (!m_file.isPending() || m_file.flush())
        m_file.append(Load::toLine(sample));
}

std::chrono::milliseconds LoadWatch::pause(std::chrono::nanoseconds cost) const
{
    auto interval = std::max(m_interval, std::chrono::ceil<std::chrono::milliseconds>(cost * restFactor));
    for (const Thinning &thinning : thinnings) {
        if (Clock::now() - m_started >= thinning.age)
            interval = std::max(interval, thinning.interval);
    }
    return interval;
}

} // namespace Roost::Supervision
