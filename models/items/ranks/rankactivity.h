// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/activity.h"

#include <QMap>

namespace Roost::Items {

/// The activity of each rank. Several logs of one rank (stdout and stderr) are combined.
QMap<int, LogActivity> activityOfRanks(const RunActivity &activity);

/// Whether the log was written often enough to have a usual pause.
bool hasRhythm(const LogActivity &log);

/// The median of `values`; 0 if there are none.
qint64 median(QList<qint64> values);

} // namespace Roost::Items
