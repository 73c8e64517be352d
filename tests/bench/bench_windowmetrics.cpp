// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later

// A metric with 10 million points in the real window, with a real run under roostd: the time to open its run until the
// chart is painted, to zoom into a part of it, and from logging a point to the screen; and the memory that the window
// takes for it. ROOST_BENCH_POINTS sets another number of points.
#include "tests/bench/benchwindow.h"
#include "ui/metrics/metriccard.h"
#include "ui/metrics/metricchart.h"

#include <QFile>

#include <set>

using namespace Roost;
using namespace Roost::Bench;
using namespace Roost::Ui;
using namespace Qt::StringLiterals;

namespace {

constexpr int Ticks = 100;
constexpr int Unmeasured = 5; // the first ones, during which the view is created
constexpr int Zooms = 20;

double residentMegabytes()
{
    QFile file(u"/proc/self/statm"_s);
    demand(file.open(QIODevice::ReadOnly), "/proc is mounted");
    return file.readAll().split(' ').at(1).toDouble() * 4096 / 1e6;
}

qint64 pointCount()
{
    const qint64 points = qEnvironmentVariableIntValue("ROOST_BENCH_POINTS");
    return points > 0 ? points : 10'000'000;
}

// Waits until the chart has painted something that `isDone` accepts.
void waitForPicture(MetricChart *chart, const std::function<bool()> &isDone)
{
    bool painted = false;
    const PaintWatch watch(chart->viewport(), [&] { painted = isDone(); });
    chart->viewport()->update();
    waitUntil([&] { return painted; });
}

void zooms(MetricChart *chart, double points)
{
    std::vector<double> delays;
    for (int i = 0; i < Zooms; ++i) {
        const double low = points * i / (Zooms + 1);
        const double high = low + points / 1000;
        const double began = now();
        chart->showX(Items::MetricSeries::Range{low, high});
        waitForPicture(chart, [&] {
            const auto *windowed = chart->series().windowed();
            return windowed && windowed->isFineEnough(low, high, int(chart->viewport()->width() * 0.8)) &&
                   chart->drawnPoints() > 100;
        });
        delays.push_back(now() - began);
    }
    chart->showX({});
    report("zoom-into-long-metric-median", 1000 * quantile(delays, 0.5), "ms");
}

void ticks(MetricChart *chart, double since)
{
    std::set<double> seen;
    std::vector<double> delays;
    const PaintWatch watch(chart->viewport(), [&] {
        const double time = now();
        const auto last = chart->series().last();
        // The values before the ticks are below 2.
        if (last && last->y > 2 && seen.insert(last->y).second)
            delays.push_back(time - since - last->y);
    });
    waitUntil([&] { return delays.size() >= Ticks - 20; });
    const std::vector<double> measured(delays.begin() + Unmeasured, delays.end());
    report("long-metric-to-chart-median", 1000 * quantile(measured, 0.5), "ms");
    report("long-metric-to-chart-95%", 1000 * quantile(measured, 0.95), "ms");
}

} // namespace

int main(int argc, char **argv)
{
    BenchWindow bench(argc, argv);
    const double since = now();
    const qint64 points = pointCount();
    const QString id = bench.submit(u"longmetric.py"_s,
                                    {QString::number(points), QString::number(Ticks), QString::number(since, 'f', 6)});
    // All points are logged before the window shows the run.
    bench.waitForLine(id, "ready");
    const double before = residentMegabytes();
    const double began = now();
    bench.showRun(id, u"Metrics"_s);
    MetricChart *chart = bench.see<MetricCard>(u"metricCard:long"_s)->chart();
    waitForPicture(chart, [&] { return chart->series().windowed() && chart->drawnPoints() > 100; });
    report("open-run-with-long-metric", 1000 * (now() - began), "ms");
    ticks(chart, since);
    zooms(chart, double(points));
    report("memory-for-long-metric", residentMegabytes() - before, "MB");
    return 0;
}
