// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/process/processtree.h"

#include <QString>

namespace Roost::Process {

/// The current stacks of a process, as text for a person.
struct StackDump
{
    /// The source of the dump: "py-spy", "gdb", or "kernel", which reports only what each thread waits for.
    QString tool;
    QString text;
};

/// Dumps the stacks of a rank: its own process and those of its descendants that run Python. Uses py-spy, then gdb,
/// both searched on `path`, then the kernel; the text states why a better source failed. The process is stopped
/// meanwhile. Blocks for a minute and a half at most; any thread.
StackDump stacksOf(const ProcessKey &rank, const QString &path);

} // namespace Roost::Process
