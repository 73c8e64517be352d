// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringView>

#include <optional>

namespace Roost::Wire {

/// Converts JSON that Python wrote: the bare words NaN, Infinity and -Infinity outside strings become strings.
QByteArray quoteBareNumbers(const QByteArray &json);

/// Reads a decimal number, or one of NaN, Infinity, -Infinity, inf, -inf; nullopt for any other text.
std::optional<double> numberFromText(QStringView text);

} // namespace Roost::Wire
