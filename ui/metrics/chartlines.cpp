// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/metrics/chartlines.h"

#include "ui/metrics/chartaxes.h"
#include "ui/metrics/chartscale.h"
#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>

namespace Roost::Ui {

using namespace Items;

namespace {

constexpr double LineWidth = 1.5;
constexpr double DotRadius = 2;

void drawShape(QPainter &painter, const MetricShape &shape, const ChartScale &scale, const QColor &color,
               double strength)
{
    const auto placed = [&scale](const QPolygonF &points) {
        QPolygonF places;
        places.reserve(points.size());
        for (const QPointF &point : points)
            places += scale.placeOf(point.x(), point.y());
        return places;
    };
    QColor ink = color;
    ink.setAlphaF(float(0.25 * strength));
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    for (const QPolygonF &band : shape.bands)
        painter.drawPolygon(placed(band));
    ink.setAlphaF(float(strength));
    const bool isFew = shape.points() < 3;
    for (const QPolygonF &line : shape.lines) {
        painter.setPen(QPen(ink, LineWidth));
        painter.setBrush(Qt::NoBrush);
        const QPolygonF places = placed(line);
        painter.drawPolyline(places);
        // A single value between two gaps has no line.
        if (!isFew && line.size() > 1)
            continue;
        painter.setPen(Qt::NoPen);
        painter.setBrush(ink);
        for (const QPointF &place : places)
            painter.drawEllipse(place, DotRadius, DotRadius);
    }
}

} // namespace

ChartLines::ChartLines(QString key)
    : m_key(std::move(key))
{
}

MetricSeries ChartLines::overAxis(const MetricSeries &series) const
{
    return series.axis() == m_axis ? series : series.over(m_axis);
}

void ChartLines::setSeries(const MetricSeries &series)
{
    m_own.series = overAxis(series);
    m_own.smooth = smoothed(m_own.series);
}

void ChartLines::setLine(const QString &id, const MetricSeries &series)
{
    auto [at, isNew] = m_further.try_emplace(id);
    Line &line = at->second;
    line.series = overAxis(series);
    line.smooth = smoothed(line.series);
    if (isNew)
        line.color = freeColor(id);
}

bool ChartLines::removeLine(const QString &id)
{
    return m_further.erase(id) > 0;
}

const MetricSeries *ChartLines::line(const QString &id) const
{
    const auto found = m_further.find(id);
    return found == m_further.end() ? nullptr : &found->second.series;
}

const MetricSeries &ChartLines::shown(const QString &id) const
{
    const auto found = m_further.find(id);
    return shownOf(found == m_further.end() ? m_own : found->second);
}

bool ChartLines::hasWindowed() const
{
    return m_own.series.windowed() ||
           std::ranges::any_of(m_further, [](const auto &entry) { return entry.second.series.windowed() != nullptr; });
}

void ChartLines::setAxis(MetricAxis axis)
{
    m_axis = axis;
    m_own.series = m_own.series.over(axis);
    for (auto &[id, line] : m_further)
        line.series = line.series.over(axis);
    smoothAll();
}

void ChartLines::setSmoothing(double weight)
{
    m_smoothing = weight;
    smoothAll();
}

MetricSeries ChartLines::smoothed(const MetricSeries &series) const
{
    return m_smoothing > 0 ? series.smoothed(series.weightFor(m_smoothing)) : MetricSeries(m_axis);
}

void ChartLines::smoothAll()
{
    m_own.smooth = smoothed(m_own.series);
    for (auto &[id, line] : m_further)
        line.smooth = smoothed(line.series);
}

QColor ChartLines::colorOf(const QString &id) const
{
    const auto found = m_further.find(id);
    return found == m_further.end() ? Theme::seriesOf(m_key) : Theme::series(found->second.color);
}

// Returns the preferred colour of the id, or the next one that differs clearly from all lines of the chart.
int ChartLines::freeColor(const QString &id) const
{
    QList<QColor> taken{Theme::seriesOf(m_key)};
    for (const auto &[other, line] : m_further) {
        if (other != id)
            taken += Theme::series(line.color);
    }
    return Theme::seriesApart(Theme::seriesIndexOf(id), taken);
}

void ChartLines::takeColors(const ChartLines &other)
{
    for (auto &[id, line] : m_further) {
        if (const auto there = other.m_further.find(id); there != other.m_further.end())
            line.color = there->second.color;
    }
}

std::optional<MetricSeries::Range> ChartLines::xRange() const
{
    auto range = m_own.series.xRange();
    for (const auto &[id, line] : m_further)
        range = ChartAxes::united(range, line.series.xRange());
    return range;
}

MetricSeries::Range ChartLines::yRange(const MetricSeries::Range &x, bool logarithmic) const
{
    auto all = m_own.series.yRange(x.low, x.high);
    for (const auto &[id, line] : m_further)
        all = ChartAxes::united(all, line.series.yRange(x.low, x.high));
    const auto range = all.value_or(MetricSeries::Range{0, 1});
    if (!logarithmic)
        return ChartAxes::widened(range, 0.06);
    // A logarithmic axis shows only values above 0.
    double least = std::numeric_limits<double>::max();
    const auto lower = [&](const MetricSeries &series) {
        least = std::min(least, series.leastAboveZero(x.low, x.high).value_or(least));
    };
    lower(m_own.series);
    for (const auto &[id, line] : m_further)
        lower(line.series);
    if (!(range.high > 0))
        return {0.1, 1};
    least = std::min(least, range.high);
    return {least / 1.2, range.high * 1.2};
}

void ChartLines::shape(const MetricSeries::Range &x, int columns, bool logarithmic)
{
    m_own.shape = MetricShape::of(shownOf(m_own), x, columns, logarithmic);
    m_rawShape = m_smoothing > 0 ? MetricShape::of(m_own.series, x, columns, logarithmic) : MetricShape();
    for (auto &[id, line] : m_further)
        line.shape = MetricShape::of(shownOf(line), x, columns, logarithmic);
}

void ChartLines::draw(QPainter &painter, const ChartScale &scale) const
{
    painter.save();
    painter.setClipRect(scale.plot().adjusted(-1, -1, 1, 1));
    const QColor own = Theme::seriesOf(m_key);
    drawShape(painter, m_rawShape, scale, own, 0.3);
    for (const auto &[id, line] : m_further)
        drawShape(painter, line.shape, scale, Theme::series(line.color), 1);
    drawShape(painter, m_own.shape, scale, own, 1);
    painter.restore();
}

} // namespace Roost::Ui
