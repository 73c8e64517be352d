// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/wholematch.h"

namespace Roost {

QRegularExpression wholeMatch(const QString &pattern, QRegularExpression::PatternOptions options)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern), options);
}

} // namespace Roost
