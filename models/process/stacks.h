// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/process/processtree.h"

#include <QString>

namespace Roost::Process {

/// The current stacks of a process, as text for users.
struct StackDump
{
    /// The tool that made the dump: "py-spy", "gdb", or "kernel", which reports only what each thread waits for.
    QString tool;
    QString text;
};

/// Dumps the stacks of a rank: of its own process and of those of its descendants that run Python. Uses py-spy, then
/// gdb, both searched on `path`, then the kernel; the text contains the reason why a better tool failed. The process is
/// stopped during the dump. Blocks for at most a minute and a half; may be called on any thread.
StackDump stacksOf(const ProcessKey &rank, const QString &path);

} // namespace Roost::Process
