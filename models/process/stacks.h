// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/process/processtree.h"

#include <QString>

namespace Roost::Process {

/// Where a process stands now, as text for a person.
struct StackDump
{
    /// What took it: "py-spy", "gdb", or "kernel", which knows only what each thread waits for.
    QString tool;
    QString text;
};

/// Of a rank: its own process and those of its descendants that run Python. Takes the first that answers of py-spy
/// and gdb, looked for on `path`, and else asks the kernel; why a better one did not answer is said in the text.
/// The process stands still meanwhile. Blocks for a minute and a half at most; any thread.
StackDump stacksOf(const ProcessKey &rank, const QString &path);

} // namespace Roost::Process
