// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/future.h"

#include <QString>

namespace Roost::Local::ServiceProcess {

/// Returns the error Unreachable: the service of that folder runs as process `pid` but does not respond.
Error notResponding(const QString &workspaceFolder, qint64 pid);

/// Finishes when the process has exited; Unreachable if it is still running after `patienceMs`.
Future<void> waitForExit(qint64 pid, int patienceMs);

/// Ends the service that has the lock of a workspace and does not respond: sends SIGTERM, and SIGKILL some seconds
/// later. Its runs continue. Conflict if the process is not a workspace service; NotFound if no process has the lock.
Future<void> terminate(const QString &workspaceFolder);

} // namespace Roost::Local::ServiceProcess
