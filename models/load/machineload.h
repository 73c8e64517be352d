// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/load/gpuprobe.h"
#include "models/load/nodesampler.h"

#include <chrono>
#include <mutex>
#include <optional>

namespace Roost::Load {

/// The load of this machine on demand. May be called on any thread.
class MachineLoad
{
public:
    /// `program` is that of GpuProbe, `devices` are the GPUs that the caller may use (see visibleGpus()).
    MachineLoad(QString diskPath, QByteArray program, QStringList devices);

    /// Returns the mean since the last call. Measures for a fifth of a second if that is long ago, and answers several
    /// calls within a second with one measurement. Waits for the GPUs for two seconds at most.
    NodeLoad measure();

private:
    using Clock = std::chrono::steady_clock;

    void addGpus(NodeLoad &load);

    QString m_diskPath;
    QByteArray m_program;
    QStringList m_devices;
    std::mutex m_mutex;
    std::optional<NodeSampler> m_node;
    std::optional<GpuProbe> m_gpus;
    Clock::time_point m_probed; // when m_gpus was created
    Clock::time_point m_measured;
    NodeLoad m_last;
};

} // namespace Roost::Load
