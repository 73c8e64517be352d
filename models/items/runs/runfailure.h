// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/run.h"

#include <QStringList>

#include <optional>

namespace Roost::Items {

/// Whether the process ended by a signal or with a code other than 0.
bool hasFailed(const RankOutcome &rank);
/// The process that failed first; empty if none failed or it is not known.
std::optional<RankOutcome> firstFailure(const Run &run);
/// The log that most likely holds the cause of a failure: that of the first rank that failed, else the first driver
/// log. Empty if there is no log.
QString failingLog(const Run &run, const QStringList &paths);

} // namespace Roost::Items
