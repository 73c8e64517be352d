// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/metrics/metricseries.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <utility>

using namespace Roost;
using namespace Roost::Items;

namespace {

constexpr double NaN = std::numeric_limits<double>::quiet_NaN();

QList<MetricPoint> ramp(int count)
{
    QList<MetricPoint> points;
    for (int i = 0; i < count; ++i)
        points.append({double(i), 1000 + 10 * i, i});
    return points;
}

} // namespace

class TestMetricSeries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEmptySeriesHasNothing()
    {
        const MetricSeries series;
        QVERIFY(!series.last());
        QVERIFY(!series.xRange());
        QVERIFY(!series.nearest(3));
        QVERIFY(series.thinned(0, 1, 100).isEmpty());
        QVERIFY(series.smoothed(0.9).isEmpty());
    }

    void keepsStepsInOrder()
    {
        MetricSeries series;
        series.append({{3, 30, 3}, {1, 10, 1}});
        series.append({{2, 20, 2}, {30, 31, 3}});
        QList<double> xs;
        QList<double> ys;
        for (const auto &sample : series.samples()) {
            xs += sample.x;
            ys += sample.y;
        }
        QCOMPARE(xs, (QList<double>{1, 2, 3, 3}));
        QCOMPARE(ys, (QList<double>{1, 2, 3, 30}));
        QCOMPARE(series.last()->y, 30.0);
    }

    void secondsStartAtTheFirstPoint()
    {
        MetricSeries series;
        series.append({{5, 12000, 1}, {6, 13500, 2}});
        auto timed = series.over(MetricAxis::Seconds);
        QCOMPARE(timed.xRange(), (MetricSeries::Range{0, 1.5}));
        // A point with an earlier time that arrives late shifts the relative times of the others.
        timed.append({{4, 11000, 0}});
        QCOMPARE(timed.xRange(), (MetricSeries::Range{0, 2.5}));
        QCOMPARE(timed.over(MetricAxis::Step).xRange(), (MetricSeries::Range{0, 2}));
    }

    void notFiniteValuesAreCountedNotDrawn()
    {
        MetricSeries series;
        series.append({{1, 1, 1}, {NaN, 2, 2}, {3, 3, 3}, {std::numeric_limits<double>::infinity(), 4, 4}});
        QCOMPARE(series.size(), 4);
        QCOMPARE(series.notFiniteCount(), 2);
        QCOMPARE(series.firstNotFinite(), 2.0);
        QCOMPARE(series.thinned(0, 10, 100), (QList<QPointF>{{1, 1}, {3, 3}}));
        QCOMPARE(series.yRange(0, 10), (MetricSeries::Range{1, 3}));
        QCOMPARE(series.nearest(1.9)->y, 1.0);
        QVERIFY(std::isinf(series.last()->y));
        const auto smooth = series.smoothed(0.5);
        QVERIFY(std::isnan(smooth.samples()[1].y));
        QVERIFY(std::isfinite(smooth.samples()[2].y));
        MetricSeries all;
        all.append({{NaN, 1, 1}});
        QVERIFY(!all.yRange(0, 10));
        QVERIFY(!all.nearest(1));
        QVERIFY(all.thinned(0, 10, 10).isEmpty());
    }

    void thinningKeepsLeastAndGreatest()
    {
        std::mt19937 random(7);
        std::normal_distribution<double> noise;
        QList<MetricPoint> points;
        for (int i = 0; i < 100000; ++i)
            points.append({noise(random), i, i});
        points[54321].value = 1e6;
        points[12345].value = -1e6;
        MetricSeries series;
        series.append(points);

        constexpr int Columns = 700;
        const auto thin = series.thinned(0, 99999, Columns);
        QVERIFY(thin.size() <= 2 * Columns);
        QVERIFY(thin.contains(QPointF(54321, 1e6)));
        QVERIFY(thin.contains(QPointF(12345, -1e6)));
        QVERIFY(std::ranges::is_sorted(thin, {}, &QPointF::x));
        // Every column has its minimum and maximum, and at most two points.
        const double width = 99999.0 / Columns;
        for (int column = 0; column < Columns; ++column) {
            double least = 1e9;
            double greatest = -1e9;
            for (const auto &point : std::as_const(points)) {
                if (std::min(int(double(point.step) / width), Columns - 1) == column) {
                    least = std::min(least, point.value);
                    greatest = std::max(greatest, point.value);
                }
                if (double(point.step) > (column + 1) * width + 1)
                    break;
            }
            int held = 0;
            double heldLeast = 1e9;
            double heldGreatest = -1e9;
            for (const auto &point : thin) {
                if (std::min(int(point.x() / width), Columns - 1) == column) {
                    ++held;
                    heldLeast = std::min(heldLeast, point.y());
                    heldGreatest = std::max(heldGreatest, point.y());
                }
            }
            QVERIFY(held <= 2);
            QCOMPARE(heldLeast, least);
            QCOMPARE(heldGreatest, greatest);
            if (column == 20)
                column = Columns - 20; // both ends are acceptable
        }
    }

    void thinningAWindowIncludesTheEdges()
    {
        MetricSeries series;
        series.append(ramp(100));
        const auto thin = series.thinned(40.5, 42.5, 10);
        QCOMPARE(thin, (QList<QPointF>{{40, 40}, {41, 41}, {42, 42}, {43, 43}}));
        QCOMPARE(series.thinned(10, 10, 10), (QList<QPointF>{{9, 9}, {10, 10}, {11, 11}}));
        // Between two points the line passes through the window.
        QCOMPARE(series.thinned(10.2, 10.4, 10), (QList<QPointF>{{10, 10}, {11, 11}}));
        QVERIFY(series.thinned(5, 4, 10).isEmpty());
        QVERIFY(series.thinned(0, 1, 0).isEmpty());
    }

    void aGapBreaksTheLine()
    {
        MetricSeries series;
        series.append({{1, 1, 1},
                       {2, 2, 2},
                       {NaN, 3, 3},
                       {4, 4, 4},
                       {std::numeric_limits<double>::infinity(), 5, 5},
                       {NaN, 6, 6},
                       {7, 7, 7}});
        QList<qsizetype> breaks;
        QCOMPARE(series.thinned(0, 10, 100, &breaks), (QList<QPointF>{{1, 1}, {2, 2}, {4, 4}, {7, 7}}));
        QCOMPARE(breaks, (QList<qsizetype>{2, 3}));
        // At the edges of a window no line crosses a gap into the window.
        breaks.clear();
        QCOMPARE(series.thinned(3.5, 4.5, 100, &breaks), (QList<QPointF>{{4, 4}}));
        QCOMPARE(breaks, QList<qsizetype>());
        breaks.clear();
        QCOMPARE(series.thinned(1.5, 3.5, 100, &breaks), (QList<QPointF>{{1, 1}, {2, 2}, {4, 4}}));
        QCOMPARE(breaks, QList<qsizetype>{2});
    }

    void aGapBreaksTheBandOfManyPoints()
    {
        QList<MetricPoint> points;
        for (int i = 0; i < 20'000; ++i)
            points.append({i > 8000 && i < 12'000 ? NaN : double(i % 7), i, i});
        MetricSeries series;
        series.append(points);
        const auto columns = series.columns(0, 19'999, 500);
        QVERIFY(columns.size() < 420);
        QCOMPARE(std::ranges::count(columns, true, &MetricSeries::Column::broken), 1);
        const auto after = std::ranges::find(columns, true, &MetricSeries::Column::broken);
        QVERIFY(after->x >= 12'000 && std::prev(after)->x <= 8000);
        QCOMPARE(columns.front().range, (MetricSeries::Range{0, 6}));
        QVERIFY(columns.front().mean > 2.5 && columns.front().mean < 3.5);
    }

    void smoothingIsAsStrongForFewAsForMany()
    {
        const auto weight = [](int count) {
            MetricSeries series;
            series.append(ramp(count));
            return series.weightFor(0.97);
        };
        QCOMPARE(weight(400), 0.97);
        QVERIFY(weight(40) < 0.8);
        QVERIFY(weight(20'000) > 0.999);
        QCOMPARE(MetricSeries().weightFor(0.0), 0.0);
        // Smoothing over forty points of a slope leaves only a small lag at the last one.
        MetricSeries slope;
        slope.append(ramp(40));
        QVERIFY(slope.smoothed(slope.weightFor(0.97)).last()->y > 35);
    }

    void manyPointsOnOneStep()
    {
        QList<MetricPoint> points;
        for (int i = 0; i < 1000; ++i)
            points.append({double(i % 17), i, 0});
        MetricSeries series;
        series.append(points);
        QCOMPARE(series.thinned(0, 0, 100), (QList<QPointF>{{0, 0}, {0, 16}}));
    }

    void smoothingIsTheCorrectedAverage()
    {
        MetricSeries series;
        series.append({{2, 1, 1}, {4, 2, 2}, {8, 3, 3}});
        QCOMPARE(series.smoothed(0).samples(), series.samples());
        const auto smooth = series.smoothed(0.5);
        QCOMPARE(smooth.samples()[0].y, 2.0);
        QCOMPARE(smooth.samples()[1].y, (0.25 * 2 + 0.5 * 4) / 0.75);
        QCOMPARE(smooth.samples()[2].y, (0.125 * 2 + 0.25 * 4 + 0.5 * 8) / 0.875);
        // The average restarts after a long gap and continues after a single missing value.
        QList<MetricPoint> points;
        for (int i = 0; i < 400; ++i)
            points.append({i < 100 ? 2.0 : i < 300 || i == 350 ? NaN : 1.0, i, i});
        MetricSeries broken;
        broken.append(points);
        const auto behind = broken.smoothed(0.97);
        QVERIFY(behind.samples()[300].y < 1.1);
        QVERIFY(std::abs(behind.samples()[351].y - behind.samples()[349].y) < 0.01);
        // Smoothing does not change a constant.
        MetricSeries flat;
        flat.append({{3, 1, 1}, {3, 2, 2}, {3, 3, 3}});
        const auto same = flat.smoothed(0.99);
        for (const auto &sample : same.samples())
            QVERIFY(std::abs(sample.y - 3) < 1e-9);
    }
};

QTEST_GUILESS_MAIN(TestMetricSeries)
#include "tst_metricseries.moc"
