// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/metrics/lineposition.h"
#include "models/logs/metrics/loggedvalue.h"

#include <QByteArrayView>
#include <QList>

namespace Roost::Logs {

/// Returns the metrics that a line states in a usual form: "loss=0.12", "loss: 0.12", "'loss': 0.12", and, after the
/// usual names of metrics, "loss 0.12". A line that states no `position` and is no dictionary has only metrics with
/// usual names, because other lines of this form are settings. The line must be shown text.
QList<LoggedValue> commonValuesIn(QByteArrayView line, const LinePosition &position);

} // namespace Roost::Logs
