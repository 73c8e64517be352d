// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/activity.h"

#include <QJsonObject>

namespace Roost::Wire {

/// Writes the reply of the extension /roost/v1/runs/RUN/activity. A bucket is [index, lines, errors, progressCount]
/// without trailing zeros.
QJsonObject toJson(const RunActivity &activity);
RunActivity activityFrom(const QJsonObject &json);

} // namespace Roost::Wire
