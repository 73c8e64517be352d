// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace Roost::Items {

/// Returns how well `text` matches the letters of `typed` in their order, ignoring case and diacritics. A higher score
/// is a better match; letters at the starts of words and consecutive letters score most. Empty if a letter is missing.
std::optional<int> fuzzyMatch(const QString &typed, const QString &text);

} // namespace Roost::Items
