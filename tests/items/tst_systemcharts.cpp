// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/metrics/systemcharts.h"

#include <QTest>

using namespace Roost::Items;
using namespace Qt::StringLiterals;

class TestSystemCharts : public QObject
{
    Q_OBJECT

    static QStringList titles(const QList<SystemChart> &charts)
    {
        QStringList titles;
        for (const SystemChart &chart : charts)
            titles += chart.title;
        return titles;
    }

    static QStringList lines(const SystemChart &chart)
    {
        QStringList names;
        for (const SystemChart::Line &line : chart.lines)
            names += line.name;
        return names;
    }

private Q_SLOTS:
    void metricsOfOneUnitShareAChart()
    {
        const auto charts =
            systemCharts({u"loss"_s, u"system/network_receive_megabytes_per_second"_s,
                          u"system/network_transmit_megabytes_per_second"_s, u"system/cpu_utilization_percentage"_s,
                          u"system/rank_1/cpu_utilization_percentage"_s, u"system/rank_0/cpu_utilization_percentage"_s,
                          u"system/gpu_0_utilization_percentage"_s});
        QCOMPARE(titles(charts), (QStringList{u"CPU, % of a core"_s, u"GPU, %"_s, u"CPU of the machine, %"_s,
                                              u"Network of the machine, MB/s"_s}));
        QCOMPARE(lines(charts[0]), (QStringList{u"rank 0"_s, u"rank 1"_s}));
        QCOMPARE(lines(charts[1]), QStringList{QString()});
        QCOMPARE(lines(charts[3]), (QStringList{u"received"_s, u"sent"_s}));
    }

    void megabytesAreShownAsGigabytes()
    {
        const auto charts = systemCharts({u"system/rank_0/memory_usage_megabytes"_s});
        QCOMPARE(charts.size(), 1);
        QCOMPARE(charts[0].title, u"Memory, GB"_s);
        QCOMPARE(charts[0].scale, 0.001);
    }

    void whatIsShownBetterIsLeftOut()
    {
        const QStringList keys{u"system/disk_usage_megabytes"_s, u"system/disk_usage_percentage"_s,
                               u"system/gpu_0_memory_usage_percentage"_s};
        const auto charts = systemCharts(keys);
        QCOMPARE(titles(charts), (QStringList{u"Disk in use, GB"_s, u"gpu_0_memory_usage_percentage"_s}));
        QVERIFY(!shownMetrics(keys).contains(u"system/disk_usage_percentage"_s));
    }

    void onlyTheFirstRanksAreCharted()
    {
        QStringList keys{u"loss"_s};
        for (int rank = 0; rank < 64; ++rank)
            keys += u"system/rank_%1/memory_usage_megabytes"_s.arg(rank);
        const auto charts = systemCharts(keys);
        QCOMPARE(charts.size(), 1);
        QCOMPARE(charts[0].lines.size(), MostChartedRanks);
        QCOMPARE(charts[0].lines.last().name, u"rank 7"_s);
        QCOMPARE(measuredRanks(keys), 64);
        QCOMPARE(shownMetrics(keys).size(), 1 + MostChartedRanks);
    }

    // An MLflow client on several nodes puts the name of the node before the names.
    void unknownNamesHaveChartsOfTheirOwn()
    {
        const auto charts = systemCharts(
            {u"system/node_1/cpu_utilization_percentage"_s, u"system/rank_x/y"_s, u"system/gpu_"_s, u"system/"_s});
        QCOMPARE(charts.size(), 4);
        QVERIFY(titles(charts).contains(u"node_1/cpu_utilization_percentage"_s));
    }
};

QTEST_GUILESS_MAIN(TestSystemCharts)

#include "tst_systemcharts.moc"
