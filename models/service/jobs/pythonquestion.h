// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/future.h"
#include "models/core/values.h"

namespace Roost::Service::Jobs {

/// What the python that is found with `environment` prints of the script; nothing where there is none, or it breaks.
/// `mark` is that of the run's processes (Tool).
Future<QByteArray> askPython(const QString &script, const StringMap &environment, const QByteArray &mark);

} // namespace Roost::Service::Jobs
