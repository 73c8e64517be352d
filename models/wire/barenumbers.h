// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringView>

#include <optional>

namespace Roost::Wire {

/// Reads JSON as written by Python: the bare words NaN, Infinity and -Infinity outside strings become strings.
QByteArray quoteBareNumbers(const QByteArray &json);

/// A decimal number, or one of NaN, Infinity, -Infinity, inf, -inf; empty for anything else.
std::optional<double> numberFromText(QStringView text);

} // namespace Roost::Wire
