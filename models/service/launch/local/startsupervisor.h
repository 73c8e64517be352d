// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"

#include <QProcessEnvironment>
#include <QString>

#include <sys/types.h>

namespace Roost::Service::Launch {

/// Starts `program supervise launchFile` in a session of its own; the supervisor inherits `environment` and nothing
/// else. It is a child of the caller, which reaps it. What it prints goes to supervisor.log beside the plan.
Result<pid_t> startSupervisor(const QString &program, const QString &launchFile,
                              const QProcessEnvironment &environment);

} // namespace Roost::Service::Launch
