// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace Roost::Logs {

/// A value of a metric that a line states. `start` and `length` are the place of its number in the bytes of the line.
struct LoggedValue
{
    QString name;
    double value = 0;
    /// Empty if the line states no step for it.
    std::optional<qint64> step;
    qsizetype start = 0;
    qsizetype length = 0;
    bool operator==(const LoggedValue &) const = default;
};

} // namespace Roost::Logs
