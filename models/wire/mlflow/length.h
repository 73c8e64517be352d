// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Roost::Wire {

/// Returns the number of Unicode characters, as MLflow counts them; QString::size counts characters beyond U+FFFF
/// twice.
qsizetype characters(const QString &text);
/// Returns the first `most` characters without cutting a character in half.
QString firstCharacters(const QString &text, qsizetype most);
/// Throws an ApiError if `text` has more than `most` characters; `what` names the text in the message.
void checkLength(QStringView what, const QString &text, qsizetype most);

} // namespace Roost::Wire
