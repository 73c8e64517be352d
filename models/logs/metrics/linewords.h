// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <optional>

namespace Roost::Logs {

/// A number in a line, with its place.
struct LineNumeral
{
    double value = 0;
    qsizetype start = 0;
    qsizetype end = 0;
};

/// Returns the number that begins at `at`: 3, -0.5, 1e-4, nan, inf. Empty if there is none, or if letters follow that
/// make it a unit or a name ("3s", "3rd"); '%' may follow.
std::optional<LineNumeral> numeralAt(QByteArrayView line, qsizetype at);
/// Returns the whole text as a number.
std::optional<double> numberOf(QByteArrayView text);

bool isNameStart(char c);
bool isNamePart(char c);
/// Returns the position after the spaces at `at`.
qsizetype afterSpaces(QByteArrayView line, qsizetype at);

} // namespace Roost::Logs
