// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"

#include <QProcessEnvironment>
#include <QString>

#include <sys/types.h>

namespace Roost::Service::Launch {

/// Starts `program supervise launchFile` in its own session. The supervisor inherits the variables of `environment` and
/// no open files. It is a child of the caller, which must reap it. Its output is written to supervisor.log in the
/// folder of the plan.
Result<pid_t> startSupervisor(const QString &program, const QString &launchFile,
                              const QProcessEnvironment &environment);

} // namespace Roost::Service::Launch
