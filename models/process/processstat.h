// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/process/processkey.h"

#include <QByteArrayView>

#include <functional>
#include <optional>
#include <span>

namespace Roost::Process {

/// What the kernel reports about a process in /proc/PID/stat.
struct ProcessStat
{
    ProcessKey key;
    pid_t parent = 0;
    pid_t group = 0;
    pid_t session = 0;
    char state = '?';
    int threads = 0;
    /// The processor time of the process in clock ticks, and of its children that have ended and were waited for.
    quint64 ticks = 0;
    quint64 childTicks = 0;
};

/// Returns nullopt if there is no such process.
std::optional<ProcessStat> processStat(pid_t pid);

/// Calls `each` with the number of every process.
void forEachProcess(const std::function<void(pid_t)> &each);

/// Reads the beginning of a small file of /proc into the buffer, without memory of its own: samplers read thousands.
/// Returns what was read; empty if the file cannot be read.
QByteArrayView readSmallFile(const char *file, std::span<char> buffer);

} // namespace Roost::Process
