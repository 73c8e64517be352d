// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"

#include <QJsonObject>

namespace Roost::Wire {

/// Returns MLflow's {error_code, message}.
QJsonObject mlflowError(const QString &code, const QString &message);
QJsonObject mlflowError(const Error &error);
/// Returns the HTTP status for mlflowError(). It is never 5xx for a mistake of the client, because MLflow's client
/// repeats such requests for minutes.
int mlflowStatusOf(ErrorKind kind);

} // namespace Roost::Wire
