// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/types.h>

namespace Roost::Process {

/// Handles the remaining processes of a run whose supervisor was killed. Its daemons then become children of this
/// process, even those without a mark. Supervisors that an earlier service started are not below this process: their
/// orphans are reparented to the init process and can be found only by their marks (processtree.h).
namespace Orphans {

/// Makes this process the parent of all orphans below it.
void adopt();

/// Records that this process itself started the child. Call from the thread that calls `clear`, before its next call.
void isOwnChild(pid_t child);

/// Reaps adopted processes that have ended, so that none remains a zombie.
void reap();

/// Sends SIGKILL to all adopted processes until only processes of other runs and tools, which have marks, are left.
/// Gives up after `timeoutMs`.
bool clear(int timeoutMs = 10000);

} // namespace Orphans

} // namespace Roost::Process
