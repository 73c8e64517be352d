// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTypes>

#include <sys/types.h>

namespace Roost::Process {

/// Identifies a process, as opposed to a later process with the same number.
struct ProcessKey
{
    pid_t pid = 0;
    /// The start of the process in clock ticks since boot.
    quint64 startTicks = 0;
    bool operator==(const ProcessKey &) const = default;
};

} // namespace Roost::Process
