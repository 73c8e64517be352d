// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainter>
#include <QRect>

class QPainter;

namespace Roost::Ui {

/// The axis below a plot over time, with ticks at round local times. Times are UTC milliseconds since 1970.
class TimeAxis
{
public:
    /// `plot` shows [from, to).
    TimeAxis(const QRect &plot, qint64 from, qint64 to)
        : m_plot(plot)
        , m_from(from)
        , m_to(to)
    {
    }

    /// Returns the time at `x`, limited to the plot.
    qint64 timeAt(int x) const;
    int xOf(qint64 time) const;
    /// Paints ticks from the top of the plot down to `foot`, where the labels begin.
    void paint(QPainter &painter, int foot) const;

private:
    QRect m_plot;
    qint64 m_from;
    qint64 m_to;
};

} // namespace Roost::Ui
