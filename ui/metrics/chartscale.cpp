// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/metrics/chartscale.h"

#include <algorithm>
#include <cmath>

namespace Roost::Ui {

using namespace Items;

ChartScale::ChartScale(const QRectF &plot, const MetricSeries::Range &x, const MetricSeries::Range &y, bool logarithmic)
    : m_plot(plot)
    , m_x(x)
    , m_y(y)
    , m_logarithmic(logarithmic)
{
}

QPointF ChartScale::placeOf(double x, double y) const
{
    const double right = (x - m_x.low) / (m_x.high - m_x.low);
    const double up =
        m_logarithmic ? std::log(y / m_y.low) / std::log(m_y.high / m_y.low) : (y - m_y.low) / (m_y.high - m_y.low);
    // Positions far outside need not be exact, and painting very long lines takes too long.
    constexpr double Far = 10'000;
    const double height = std::isfinite(up) ? std::clamp(up * m_plot.height(), -Far, m_plot.height() + Far) : 0;
    return {m_plot.left() + std::clamp(right * m_plot.width(), -Far, m_plot.width() + Far), m_plot.bottom() - height};
}

double ChartScale::xAt(const QPointF &place) const
{
    return m_x.low + (place.x() - m_plot.left()) / std::max(1.0, m_plot.width()) * (m_x.high - m_x.low);
}

double ChartScale::yAt(const QPointF &place) const
{
    const double share = (m_plot.bottom() - place.y()) / std::max(1.0, m_plot.height());
    if (m_logarithmic)
        return m_y.low * std::pow(m_y.high / m_y.low, share);
    return m_y.low + share * (m_y.high - m_y.low);
}

} // namespace Roost::Ui
