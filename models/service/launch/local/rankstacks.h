// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"
#include "models/service/launch/launcher.h"

namespace Roost::Service::Launch {

/// Returns the stacks of each running rank on this machine (see Launcher::takeStacks). Any thread; blocks for a minute
/// and a half per rank at most. Conflict if no rank is running.
Result<QList<RankStacks>> takeRankStacks(const QString &stateFolder);

} // namespace Roost::Service::Launch
