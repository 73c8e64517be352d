// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/load/gpureading.h"

namespace Roost::Load {

/// The variable that names another library than NVIDIA's, for tests and for libraries in unusual folders.
inline constexpr auto nvmlVariable = "ROOST_NVML";

/// NVIDIA's management library, loaded at run time. A call can hang when a GPU has failed; a process that must not hang
/// uses GpuProbe.
class Nvml
{
public:
    Nvml();
    ~Nvml();
    Nvml(const Nvml &) = delete;
    Nvml &operator=(const Nvml &) = delete;

    /// Returns the current state of all GPUs. What one GPU does not report is left out.
    GpuReading read();

private:
    struct Functions;

    QString loadLibrary();
    GpuState stateOf(unsigned index, QString &problem) const;
    void setProcesses(void *device, GpuState &state, QString &problem) const;
    QString textOf(int code) const;

    void *m_library = nullptr;
    std::unique_ptr<Functions> m_functions;
    QString m_problem;
};

} // namespace Roost::Load
