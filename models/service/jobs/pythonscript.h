// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/future.h"
#include "models/core/values.h"

namespace Roost::Service::Jobs {

/// Runs the script in the python on the PATH of `environment` and returns its output. The output is empty if there is
/// no such python or the script fails. `mark` is the mark of the run's processes (see Tool).
Future<QByteArray> runPythonScript(const QString &script, const StringMap &environment, const QByteArray &mark);

} // namespace Roost::Service::Jobs
