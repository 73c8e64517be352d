// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/lines/linenumber.h"

#include <optional>
#include <vector>

namespace Roost::Logs {

/// The next of `lines`, which ascend, after (or before) `from`, wrapping around at the end. Without `from` the first
/// (or the last) of them. Empty if there are none.
std::optional<LineNumber> nextLine(const std::vector<LineNumber> &lines, std::optional<LineNumber> from, bool forward);

} // namespace Roost::Logs
