// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace Roost::Ui {

/// Returns how well `text` matches the letters of `typed` in their order, ignoring case, diacritics and spaces. A
/// higher score is a better match; starts of words and consecutive letters count most. Returns nothing if a letter is
/// missing.
std::optional<int> fuzzyMatch(const QString &typed, const QString &text);

} // namespace Roost::Ui
