// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"

#include <QStringList>

namespace Roost::Service::Jobs {

struct RunFolder;

/// Writes where each living rank of the run stands into its logs/ and gives the paths, relative to the run. Blocks for
/// a minute and a half a rank at most. Conflict where no rank lives.
Result<QStringList> takeRunStacks(const RunFolder &folder);

} // namespace Roost::Service::Jobs
