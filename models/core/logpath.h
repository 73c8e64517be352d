// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace Roost {

/// The rank whose output the log at `path` (relative to the run) holds, 0 for the one log of a run that is not
/// distributed; empty for other logs. Known are both runtimes of Azure, and what torchrun writes below its
/// `--log-dir` when that is in the run's ./logs: there the rank is the one within its node.
std::optional<int> rankOfLog(const QString &path);

} // namespace Roost
