// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/ranks/timerange.h"

#include <QPainter>
#include <QRect>

class QPainter;

namespace Roost::Ui {

/// The axis below a plot over time, with ticks at round local times.
class TimeAxis
{
public:
    /// `plot` shows `range`.
    TimeAxis(const QRect &plot, const Items::TimeRange &range)
        : m_plot(plot)
        , m_range(range)
    {
    }

    /// Returns the time at `x`, limited to the plot.
    TimePoint timeAt(int x) const;
    int xOf(TimePoint time) const;
    /// Paints ticks from the top of the plot down to `foot`, where the labels begin.
    void paint(QPainter &painter, int foot) const;

private:
    QRect m_plot;
    Items::TimeRange m_range;
};

} // namespace Roost::Ui
