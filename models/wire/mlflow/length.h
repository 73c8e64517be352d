// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Roost::Wire {

/// The number of Unicode characters, as MLflow counts; QString::size counts those beyond U+FFFF twice.
qsizetype characters(const QString &text);
/// The first `most` characters, none of them cut in half.
QString firstCharacters(const QString &text, qsizetype most);
/// Throws an ApiError if `text` has more than `most` characters; `what` names it in the message.
void checkLength(QStringView what, const QString &text, qsizetype most);

} // namespace Roost::Wire
