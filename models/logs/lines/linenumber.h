// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTypes>

#include <compare>

namespace Roost::Logs {

/// A line of a log, counted from 0. It is not a row of a view, where a filter may hide lines.
struct LineNumber
{
    qint64 value = 0;
    auto operator<=>(const LineNumber &) const = default;
};

} // namespace Roost::Logs
