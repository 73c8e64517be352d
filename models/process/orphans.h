// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/types.h>

namespace Roost::Process {

/// What is left of a run whose supervisor was killed. From then on a daemon of it is a child of this process, also
/// when it bears no mark. Supervisors that an earlier service started are not below this one: what they leave falls to
/// the system, and only its marks (processtree.h) tell it.
namespace Orphans {

/// Makes this process the parent of what is orphaned below it.
void adopt();

/// Tells that this process started the child itself. From the thread that calls `clear`, before it does again.
void isOwnChild(pid_t child);

/// Takes the exit codes of those that ended, so that they do not stay as zombies.
void reap();

/// SIGKILL to all adopted processes until none is left but those of other runs and tools, which carry marks; gives up
/// after `timeoutMs`.
bool clear(int timeoutMs = 10000);

} // namespace Orphans

} // namespace Roost::Process
