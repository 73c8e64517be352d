// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace Roost {

/// The rank whose output the log at `path` (relative to the run) holds: 0 for the single log of a run that is not
/// distributed, empty for other logs. Covers both runtimes of Azure, and the files of torchrun's `--log-dir` below the
/// run's ./logs, where the rank is that within its node.
std::optional<int> rankOfLog(const QString &path);

} // namespace Roost
