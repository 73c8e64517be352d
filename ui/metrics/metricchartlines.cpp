// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The lines of a MetricChart: its own, and those laid beside it.
#include "ui/metrics/chartaxes.h"
#include "ui/metrics/metricchart.h"
#include "ui/theme/theme.h"

#include <QChart>
#include <QPainter>

#include <algorithm>

namespace Roost::Ui {

using namespace Items;

namespace {

constexpr double LineWidth = 1.5;
constexpr double DotRadius = 2;

} // namespace

void MetricChart::setLine(const QString &id, const MetricSeries &series)
{
    auto [at, isNew] = m_lines.try_emplace(id);
    Line &line = at->second;
    line.series = series.axis() == m_axis ? series : series.over(m_axis);
    line.smooth = smoothed(line.series);
    if (isNew)
        line.color = freeColor(id);
    redrawSoon();
}

void MetricChart::removeLine(const QString &id)
{
    if (m_lines.erase(id) > 0)
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

// Its own, or the next one that is told apart from each line of this chart.
int MetricChart::freeColor(const QString &id) const
{
    QList<QColor> taken{Theme::seriesOf(m_key)};
    for (const auto &[other, line] : m_lines) {
        if (other != id)
            taken += Theme::series(line.color);
    }
    return Theme::seriesApart(Theme::seriesIndexOf(id), taken);
}

void MetricChart::drawLines(QPainter &painter) const
{
    painter.save();
    painter.setClipRect(plot().adjusted(-1, -1, 1, 1));
    const QColor own = Theme::seriesOf(m_key);
    drawShape(painter, m_rawShape, own, 0.3);
    for (const auto &[id, line] : m_lines)
        drawShape(painter, line.shape, Theme::series(line.color), 1);
    drawShape(painter, m_shape, own, 1);
    painter.restore();
}

void MetricChart::drawShape(QPainter &painter, const MetricShape &shape, const QColor &color, double strength) const
{
    const auto placed = [this, xs = xView(), ys = yView()](const QPolygonF &points) {
        QPolygonF places;
        places.reserve(points.size());
        for (const QPointF &point : points)
            places += placeOf(point.x(), point.y(), xs, ys);
        return places;
    };
    QColor ink = color;
    ink.setAlphaF(float(0.25 * strength));
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    for (const QPolygonF &band : shape.bands)
        painter.drawPolygon(placed(band));
    ink.setAlphaF(float(strength));
    const bool few = shape.points() < 3;
    for (const QPolygonF &line : shape.lines) {
        painter.setPen(QPen(ink, LineWidth));
        painter.setBrush(Qt::NoBrush);
        const QPolygonF places = placed(line);
        painter.drawPolyline(places);
        // A value between two gaps has no line.
        if (!few && line.size() > 1)
            continue;
        painter.setPen(Qt::NoPen);
        painter.setBrush(ink);
        for (const QPointF &place : places)
            painter.drawEllipse(place, DotRadius, DotRadius);
    }
}

void MetricChart::drawCursor(QPainter &painter) const
{
    const auto x = xView();
    if (!m_cursor || *m_cursor < x.low || *m_cursor > x.high)
        return;
    const auto area = plot();
    const auto sample = shown().nearest(*m_cursor);
    const bool isPlaced = sample && (!m_logarithmic || sample->y > 0);
    const double at = placeOf(sample ? sample->x : *m_cursor, isPlaced ? sample->y : yView().high).x();
    painter.setPen(QPen(Theme::color(Theme::Role::TextSecondary), 1, Qt::DashLine));
    painter.drawLine(QPointF(at, area.top()), QPointF(at, area.bottom()));
    const QPointF place = isPlaced ? placeOf(sample->x, sample->y) : QPointF();
    if (isPlaced && area.adjusted(-1, -1, 1, 1).contains(place)) {
        painter.setPen(QPen(Theme::color(Theme::Role::Surface), 1.5));
        painter.setBrush(Theme::seriesOf(m_key));
        painter.drawEllipse(place, 4, 4);
    }
}

std::optional<MetricSeries::Range> MetricChart::xRange() const
{
    auto range = m_series.xRange();
    for (const auto &one : m_lines)
        range = ChartAxes::united(range, one.second.series.xRange());
    return range;
}

} // namespace Roost::Ui
