// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/wait.h"
#include "tests/ui/runscontent.h"
#include "ui/metrics/metriccard.h"
#include "ui/metrics/metricchart.h"

#include <cmath>

using namespace Roost;
using namespace Roost::Testing;
using namespace Roost::Items;
using namespace Roost::Ui;
using namespace Qt::StringLiterals;

class TestMetricChart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::install(Theme::Choice::Light); }

    void aChartZoomsPansAndFits()
    {
        MetricSeries series;
        QList<MetricPoint> points;
        for (int i = 0; i < 50'000; ++i)
            points.append({std::sin(i / 500.0), 10 * i, i});
        series.append(points);
        MetricCard card(u"loss"_s);
        card.resize(500, 260);
        card.setSeries(series);
        card.show();
        MetricChart *chart = card.chart();
        QTRY_VERIFY(chart->drawnPoints() > 100);
        QVERIFY(chart->drawnPoints() <= 2 * chart->width());
        QVERIFY(chart->isFitted());
        chart->setFocus();
        QTest::keyClick(chart, Qt::Key_Plus);
        QVERIFY(!chart->isFitted());
        QVERIFY(chart->xView().high - chart->xView().low < 40'000);
        const double low = chart->xView().low;
        QTest::keyClick(chart, Qt::Key_Right);
        QVERIFY(chart->xView().low > low);
        // A zoomed chart keeps its range while more points arrive.
        const auto kept = chart->xView();
        series.append({{1, 1'000'000, 60'000}});
        card.setSeries(series);
        drainEvents();
        QCOMPARE(chart->xView(), kept);
        QTest::mouseDClick(chart->viewport(), Qt::LeftButton, {}, QPoint(250, 80));
        QVERIFY(chart->isFitted());
        QCOMPARE(chart->xView().high, 60'000.0);
        QTest::mouseMove(chart->viewport(), QPoint(250, 80));
        chart->setLogarithmic(true);
        chart->setSmoothing(0.9);
        drainEvents();
        grabTo(card, u"card-log-smooth"_s);
    }
};

QTEST_MAIN(TestMetricChart)
#include "tst_metricchart.moc"
