// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace Roost {

/// Returns the rank whose output the log at `path` (relative to the run) contains: 0 for the single log of a run that
/// is not distributed, empty for other logs. Covers both runtimes of Azure, and the files of torchrun's `--log-dir`
/// below the run's ./logs; for these it returns the local rank, within the node.
std::optional<int> rankOfLog(const QString &path);

} // namespace Roost
