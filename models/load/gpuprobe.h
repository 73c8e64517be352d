// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/load/gpureading.h"

#include <sys/types.h>

#include <optional>

namespace Roost::Load {

/// Reads the GPUs in a process of its own, so that a driver that hangs does not stop the caller. The process is
/// `PROGRAM gpus` and ends with the caller. Nothing is started on a machine without a GPU of NVIDIA.
class GpuProbe
{
public:
    /// `program` implements the command `gpus` with `answerGpuRequests()`.
    explicit GpuProbe(const QByteArray &program);
    ~GpuProbe();
    GpuProbe(const GpuProbe &) = delete;
    GpuProbe &operator=(const GpuProbe &) = delete;

    /// Returns whether there may be GPUs, and the process runs.
    bool isRunning() const { return m_replies >= 0; }
    /// Requests a reading. Does nothing while a request is not answered.
    void request();
    bool isWaiting() const { return m_isWaiting; }
    /// Returns the descriptor to poll for input; -1 if there is none.
    int descriptor() const { return m_replies; }
    /// Returns the answer to the request if it has arrived. Never blocks.
    std::optional<GpuReading> read();
    /// Blocks for at most `timeoutMs`.
    std::optional<GpuReading> wait(int timeoutMs);

private:
    void start(const QByteArray &program);
    void close();

    pid_t m_process = -1;
    int m_replies = -1;
    bool m_isWaiting = false;
    QByteArray m_received;
};

/// Implements `PROGRAM gpus`: answers each line of stdin with a line of `toLine(GpuReading)` on stdout, until stdin
/// ends. Returns the exit code.
int answerGpuRequests();

} // namespace Roost::Load
