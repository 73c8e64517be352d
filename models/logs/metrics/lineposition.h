// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace Roost::Logs {

/// A number that grows, and its end if the line states it: "3/10", "3 of 10".
struct LineCount
{
    double done = 0;
    std::optional<double> total;
    bool operator==(const LineCount &) const = default;
};

/// Where in its training a line says that it is.
struct LinePosition
{
    std::optional<LineCount> epoch; // "epoch 3", "Epoch [3/10]"
    std::optional<LineCount> step;  // "step 120", "iter 5/100", "[640/60000 (1%)]"
    /// A progress bar: "45%|####   | 45/100 [00:10<00:12, 4.5it/s]", "45/120 [====>...]".
    std::optional<LineCount> bar;
    QByteArray barName; // the text before it

    bool isEmpty() const { return !epoch && !step && !bar; }
    bool operator==(const LinePosition &) const = default;
};

/// Reads the position from the shown text of a line.
LinePosition positionIn(QByteArrayView line);

} // namespace Roost::Logs
