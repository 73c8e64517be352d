// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>

namespace Roost {

/// A rule for a whole string, from its first character to its last: no text before it, no text and no line break
/// after it. An expression between ^ and $ is no such rule, as $ also fits before a line break at the end.
[[nodiscard]] QRegularExpression
wholeMatch(const QString &pattern, QRegularExpression::PatternOptions options = QRegularExpression::NoPatternOption);

} // namespace Roost
