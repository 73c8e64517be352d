// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/run.h"

#include <QStringList>

#include <optional>

namespace Roost::Items {

/// Returns whether the process was ended by a signal or exited with a code other than 0.
bool hasFailed(const RankOutcome &rank);
/// Returns the process that failed first; empty if none failed or it is not known.
std::optional<RankOutcome> firstFailure(const Run &run);
/// Returns the log that most likely contains the cause of a failure: the log of the first rank that failed, otherwise
/// the first driver log. Empty if there is no log.
QString failingLog(const Run &run, const QStringList &paths);

} // namespace Roost::Items
