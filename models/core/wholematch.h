// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>

namespace Roost {

/// Returns an expression that matches only a whole string. `^...$` does not ensure that, because `$` also matches
/// before a line break at the end.
[[nodiscard]] QRegularExpression
wholeMatch(const QString &pattern, QRegularExpression::PatternOptions options = QRegularExpression::NoPatternOption);

} // namespace Roost
