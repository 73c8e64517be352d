// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace Roost::Items {

/// How well `typed` fits `text` when its letters are looked for in order, ignoring case and marks: higher is
/// better, starts of words and runs of letters count most. Empty where a letter is missing.
std::optional<int> fuzzyMatch(const QString &typed, const QString &text);

} // namespace Roost::Items
