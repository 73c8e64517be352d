// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/metrics/metricshape.h"

#include <algorithm>
#include <utility>

namespace Roost::Ui {

using namespace Items;

namespace {

// More samples per pixel than this are drawn as a band with a line of means, not as a zigzag.
constexpr qsizetype Dense = 2;

void addSparse(MetricShape &shape, const MetricSeries &series, MetricSeries::Range x, int columns, bool logarithmic)
{
    QList<qsizetype> breaks;
    const QList<QPointF> points = series.thinned(x.low, x.high, columns, &breaks);
    QPolygonF piece;
    const auto finish = [&] {
        if (!piece.isEmpty())
            shape.lines += std::exchange(piece, {});
    };
    auto nextBreak = breaks.cbegin();
    for (qsizetype i = 0; i < points.size(); ++i) {
        if (nextBreak != breaks.cend() && *nextBreak == i) {
            finish();
            ++nextBreak;
        }
        if (logarithmic && points.at(i).y() <= 0)
            finish();
        else
            piece += points.at(i);
    }
    finish();
}

void addDense(MetricShape &shape, const MetricSeries &series, MetricSeries::Range x, int columns, bool logarithmic)
{
    QPolygonF means;
    QPolygonF upper;
    QPolygonF lower;
    const auto finish = [&] {
        if (means.isEmpty())
            return;
        shape.lines += std::exchange(means, {});
        std::ranges::reverse(lower);
        shape.bands += upper + lower;
        upper.clear();
        lower.clear();
    };
    for (const MetricSeries::Column &column : series.columns(x.low, x.high, columns)) {
        const bool has = !logarithmic || column.range.high > 0;
        if (column.broken || !has)
            finish();
        if (!has)
            continue;
        const double mean = logarithmic && column.mean <= 0 ? column.range.high : column.mean;
        means += QPointF(column.x, mean);
        upper += QPointF(column.x, column.range.high);
        lower += QPointF(column.x, logarithmic && column.range.low <= 0 ? mean : column.range.low);
    }
    finish();
}

} // namespace

qsizetype MetricShape::points() const
{
    qsizetype count = 0;
    for (const QPolygonF &line : lines)
        count += line.size();
    return count;
}

MetricShape MetricShape::of(const MetricSeries &series, MetricSeries::Range x, int columns, bool logarithmic)
{
    MetricShape shape;
    if (series.countWithin(x.low, x.high) > Dense * columns)
        addDense(shape, series, x, columns, logarithmic);
    else
        addSparse(shape, series, x, columns, logarithmic);
    return shape;
}

} // namespace Roost::Ui
