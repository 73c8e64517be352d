// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"

#include <QStringList>

namespace Roost::Service::Jobs {

struct RunFolder;

/// Writes the stacks of each living rank of the run into its logs/ and returns the paths, relative to the run. Blocks
/// for up to a minute and a half per rank. Conflict if no rank is alive.
Result<QStringList> takeRunStacks(const RunFolder &folder);

} // namespace Roost::Service::Jobs
