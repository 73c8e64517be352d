// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/base/format.h"
#include "tests/support/longmetric.h"
#include "tests/ui/runscontent.h"
#include "ui/metrics/metriccard.h"
#include "ui/metrics/metricchart.h"
#include "ui/metrics/metricspane.h"

#include <QAction>
#include <QComboBox>
#include <QMenu>
#include <QScrollArea>
#include <QStandardPaths>

#include <cmath>

using namespace Roost;
using namespace Roost::Testing;
using namespace Roost::Items;
using namespace Roost::Ui;
using namespace Qt::StringLiterals;

/// The card of a metric that the window does not read whole.
class TestLongMetric : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        Theme::install(Theme::Choice::Light);
    }

    // The window reads the first points, and then buckets.
    void aMetricWithAMillionPointsIsDrawnFromBuckets()
    {
        LongMetric metric;
        FakeContent content;
        fillWithRuns(content);
        const auto workspace = std::make_shared<FakeWorkspace>();
        content.answer(*workspace);
        metric.size = 1'000'000;
        metric.value = [](qint64 step) { return std::sin(double(step) / 50'000) + (step % 7 == 0 ? 0.2 : 0.0); };
        workspace->windows = &metric;
        QList<MetricPoint> points;
        for (int i = 0; i < 30'000; ++i)
            points.append({metric.value(i), LongMetric::Start + i, i});
        content.metrics[u"calm_finch_42/long"_s] = points;
        content.find(u"calm_finch_42"_s)->lastMetrics[u"long"_s] = 1;
        const auto session = openSession(workspace);
        RecordingNavigator navigator;
        RunDocument run(*session, u"calm_finch_42"_s);
        MetricsPane pane(&run, &navigator);
        pane.resize(1000, 620);
        pane.show();
        QTRY_VERIFY(pane.card(u"long"_s) && !pane.card(u"long"_s)->isLoading());
        QTRY_VERIFY(pane.card(u"loss"_s) && !pane.card(u"loss"_s)->isLoading());
        MetricCard *card = pane.card(u"long"_s);
        card->chart()->redrawNow();
        MetricChart *chart = card->chart();
        QVERIFY(chart->series().windowed());
        QCOMPARE(chart->series().size(), 1'000'000);
        QCOMPARE(card->valueText(), Format::number(metric.value(999'999)));
        QVERIFY(chart->drawnPoints() > 100);
        QVERIFY2(!chart->shape().bands.isEmpty(), "extremes are drawn as a band");
        QVERIFY(!pane.card(u"loss"_s)->chart()->series().windowed());
        pane.findChild<QScrollArea *>(u"metricsScroll"_s)->ensureWidgetVisible(card);
        grabTo(pane, u"metrics-long"_s);
        // The value at the cursor is the range of the bucket.
        card->setCursorX(500'000);
        QVERIFY2(card->valueText().contains(u" to "_s) && card->valueText().contains(u"steps "_s),
                 qPrintable(card->valueText()));
        card->setCursorX({});
        chart->showX(MetricSeries::Range{200'000, 200'100});
        chart->redrawNow();
        QTRY_COMPARE(chart->series().countWithin(200'000, 200'100), 101);
        QTRY_VERIFY(chart->shape().bands.isEmpty());
        grabTo(pane, u"metrics-long-zoomed"_s);
        card->setCursorX(200'003);
        QCOMPARE(card->valueText(), Format::number(metric.value(200'003)) + u"  @ step 200003"_s);
        chart->setSmoothing(0.9);
        QVERIFY(card->valueText().contains(u"smoothed"_s));
        chart->setLogarithmic(true);
        chart->fit();
        QMenu menu;
        card->fillMenu(&menu);
        QVERIFY2(!menu.findChild<QAction *>(u"metricCsv"_s)->isEnabled(), "the window does not have all values");
        // On the other axis.
        pane.findChild<QComboBox *>(u"metricsAxis"_s)->setCurrentIndex(1);
        QTRY_COMPARE(chart->series().axis(), MetricAxis::Seconds);
        QTRY_VERIFY(chart->series().xRange() == (MetricSeries::Range{0, 999.999}));
    }
};

QTEST_MAIN(TestLongMetric)
#include "tst_longmetric.moc"
