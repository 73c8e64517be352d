// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/future.h"

#include <QString>

namespace Roost::Local::ServiceProcess {

/// Unreachable: the service of that folder runs as this process, but does not answer.
Error deaf(const QString &workspaceFolder, qint64 pid);

/// Answers when the process is gone; Unreachable when it is still there after `patienceMs`.
Future<bool> left(qint64 pid, int patienceMs);

/// Ends the service that holds the lock of a workspace, though it does not answer: asks it by SIGTERM, and kills it
/// some seconds later. Its runs go on. Conflict where the process is no workspace service; NotFound where none
/// holds the lock.
Future<bool> end(const QString &workspaceFolder);

} // namespace Roost::Local::ServiceProcess
