// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/future.h"
#include "models/core/values.h"

namespace Roost::Service::Jobs {

/// The output of the script in the python on the PATH of `environment`; empty if there is not python, or the script
/// fails. `mark` is the mark of the run's processes (see Tool).
Future<QByteArray> askPython(const QString &script, const StringMap &environment, const QByteArray &mark);

} // namespace Roost::Service::Jobs
