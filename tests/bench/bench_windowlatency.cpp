// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The time from writing a line in a rank until it is on the screen, and from logging a metric in a script until its
// chart shows it. Uses a real run under roostd and the real window; a line counts when it has been painted.
#include "tests/bench/benchwindow.h"
#include "ui/logs/logview.h"
#include "ui/metrics/metriccard.h"
#include "ui/metrics/metricchart.h"

#include <algorithm>
#include <set>

using namespace Roost;
using namespace Roost::Bench;
using namespace Roost::Ui;
using namespace Qt::StringLiterals;

namespace {

constexpr int Ticks = 150;
constexpr int Unmeasured = 5; // the first ones, during which the view is created

void reportDelays(const char *what, const std::vector<double> &seconds)
{
    const std::vector<double> measured(seconds.begin() + Unmeasured, seconds.end());
    const QString name = QString::fromLatin1(what);
    report(qPrintable(name + u"-median"_s), 1000 * quantile(measured, 0.5), "ms");
    report(qPrintable(name + u"-95%"_s), 1000 * quantile(measured, 0.95), "ms");
}

void lines(BenchWindow &bench)
{
    bench.showRun(bench.submit(u"ticking.py"_s, {u"line"_s, QString::number(Ticks)}), u"Logs"_s);
    auto *view = bench.see<LogView>(u"logView"_s);
    std::set<QString> seen;
    std::vector<double> delays;
    const PaintWatch watch(view->viewport(), [&] {
        const double time = now();
        const auto shown = view->visibleText().split(u'\n');
        for (const QString &line : shown) {
            if (line.startsWith("tick "_L1) && seen.insert(line).second)
                delays.push_back(time - line.sliced(5).toDouble());
        }
    });
    waitUntil([&] { return delays.size() >= Ticks; });
    reportDelays("line-to-screen", delays);
}

void metrics(BenchWindow &bench)
{
    const double since = now();
    const QString id =
        bench.submit(u"ticking.py"_s, {u"metric"_s, QString::number(Ticks), QString::number(since, 'f', 6)});
    bench.showRun(id, u"Metrics"_s);
    MetricChart *chart = bench.see<MetricCard>(u"metricCard:tick"_s)->chart();
    std::set<double> seen;
    std::vector<double> delays;
    const PaintWatch watch(chart->viewport(), [&] {
        const double time = now();
        // Points in the drawn line have been painted; the series may contain more.
        const auto &samples = chart->series().samples();
        const auto drawn = std::min(samples.size(), size_t(chart->drawnPoints()));
        for (size_t i = delays.size(); i < drawn; ++i) {
            if (seen.insert(samples[i].y).second)
                delays.push_back(time - since - samples[i].y);
        }
    });
    waitUntil([&] { return delays.size() >= Ticks; });
    reportDelays("metric-to-chart", delays);
}

} // namespace

int main(int argc, char **argv)
{
    BenchWindow bench(argc, argv);
    lines(bench);
    metrics(bench);
    return 0;
}
