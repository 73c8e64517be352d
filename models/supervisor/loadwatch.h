// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/load/gpuprobe.h"
#include "models/load/loadsample.h"
#include "models/load/nodesampler.h"
#include "models/load/treesampler.h"
#include "models/service/launch/launchplan.h"
#include "models/supervisor/appendfile.h"

#include <chrono>
#include <optional>

namespace Roost::Supervision {

/// Writes a sample of the load of a run every few seconds. A sample never costs more than half a percent of a core: if
/// one takes long, the next is later. Old runs are sampled less often, so that a run of days does not fill the disk.
/// A sample that the disk does not accept is dropped.
class LoadWatch
{
public:
    using Clock = std::chrono::steady_clock;

    /// Call once. If the plan wants no samples, or the file cannot be written, nothing is sampled.
    void start(const Service::Launch::LaunchPlan &plan);
    /// Call when the process of a rank has started, and when it has ended.
    void addRank(int rank, pid_t process);
    void removeRank(int rank);
    /// Call when the run ends: nothing is sampled from then on.
    void stop();

    /// Returns the descriptor to poll for input; -1 if there is none.
    int descriptor() const;
    /// Returns the latest time at which `poll` must be called.
    Clock::time_point nextPoll() const;
    /// Call when the descriptor has input or `nextPoll` has passed.
    void poll();

private:
    void sample();
    void addGpus(const Load::GpuReading &reading);
    void write();
    std::chrono::milliseconds pause(std::chrono::nanoseconds cost) const;

    AppendFile m_file;
    QStringList m_devices;
    std::chrono::milliseconds m_interval{0}; // 0: nothing is sampled
    std::optional<Load::NodeSampler> m_node;
    std::optional<Load::GpuProbe> m_gpus;
    Load::TreeSampler m_trees;
    /// Waits for the GPUs; written without them at `m_deadline`.
    std::optional<Load::LoadSample> m_pending;
    QString m_lastNotice;
    Clock::time_point m_started;
    Clock::time_point m_next = Clock::time_point::max();
    Clock::time_point m_deadline = Clock::time_point::max();
};

} // namespace Roost::Supervision
