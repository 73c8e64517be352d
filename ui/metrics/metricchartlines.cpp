// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in a MetricChart beside its own metric.
#include "ui/metrics/chartaxes.h"
#include "ui/metrics/metricchart.h"
#include "ui/theme/theme.h"

#include <QChart>
#include <QLineSeries>
#include <QValueAxis>

#include <algorithm>

namespace Roost {

void MetricChart::setLine(const QString &id, const MetricSeries &series)
{
    auto [at, isNew] = m_lines.try_emplace(id);
    Line &line = at->second;
    line.series = series.axis() == m_axis ? series : series.over(m_axis);
    if (isNew) {
        line.color = freeColor(id);
        line.line = new QLineSeries;
        chart()->addSeries(line.line);
        line.line->attachAxis(m_x);
        line.line->attachAxis(m_y);
        restyle();
    }
    redrawSoon();
}

void MetricChart::removeLine(const QString &id)
{
    const auto found = m_lines.find(id);
    if (found == m_lines.end())
        return;
    chart()->removeSeries(found->second.line);
    delete found->second.line;
    m_lines.erase(found);
    redrawSoon();
}

const MetricSeries *MetricChart::line(const QString &id) const
{
    const auto found = m_lines.find(id);
    return found == m_lines.end() ? nullptr : &found->second.series;
}

QColor MetricChart::colorOf(const QString &id) const
{
    const auto found = m_lines.find(id);
    return found == m_lines.end() ? Theme::seriesOf(m_key) : Theme::series(found->second.color);
}

// Its own, or the next one that no line of this chart has.
int MetricChart::freeColor(const QString &id) const
{
    constexpr int most = 32;
    const int own = Theme::seriesIndexOf(id);
    for (int color = own; color < own + most; ++color) {
        const bool taken = std::ranges::any_of(m_lines, [color](const auto &one) {
            return one.second.line && Theme::series(one.second.color) == Theme::series(color);
        });
        if (!taken && Theme::series(color) != Theme::seriesOf(m_key))
            return color;
    }
    return own;
}

std::optional<MetricSeries::Range> MetricChart::xRange() const
{
    auto range = m_series.xRange();
    for (const auto &one : m_lines)
        range = ChartAxes::united(range, one.second.series.xRange());
    return range;
}

} // namespace Roost
