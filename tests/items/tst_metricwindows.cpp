// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/metrics/metricsboard.h"
#include "models/items/metrics/windowreader.h"
#include "tests/support/fakeworkspace.h"
#include "tests/support/longmetric.h"
#include "tests/support/wait.h"

#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace Roost;
using namespace Roost::Testing;
using namespace Roost::Items;
using namespace Qt::StringLiterals;

/// A metric with very many points, read at the resolution of a chart.
class TestMetricWindows : public QObject
{
    Q_OBJECT

    FakeRunHistory m_history;
    LongMetric m_long;
    std::unique_ptr<MetricsBoard> m_board;

    static constexpr double Infinity = std::numeric_limits<double>::infinity();

    const MetricSeries &loss() const { return *m_board->series(u"loss"_s); }
    void open(qint64 size, bool hasWindows = true)
    {
        m_long.size = size;
        m_history.onMetric.always = [this](const QString &, const QString &, const QString &cursor) {
            constexpr qint64 page = 25'000;
            const qint64 from = cursor.toLongLong();
            const qint64 to = std::min(from + page, m_long.size);
            MetricHistory history{{}, QString::number(to), to < m_long.size};
            for (qint64 step = from; step < to; ++step)
                history.points.append({m_long.value(step), LongMetric::Start + step, step});
            return history;
        };
        m_board = std::make_unique<MetricsBoard>(u"run"_s);
        m_board->refresh(&m_history, {u"loss"_s}, hasWindows ? &m_long : nullptr);
        QTRY_VERIFY(m_board->isComplete(u"loss"_s));
    }
    // Waits until the view is answered.
    void show(const MetricView &view)
    {
        m_board->want(u"loss"_s, view);
        const double low = view.x ? view.x->first : -Infinity;
        const double high = view.x ? view.x->second : Infinity;
        QTRY_VERIFY(loss().windowed() && loss().axis() == view.axis && !loss().windowed()->whole().empty() &&
                    (!view.x || loss().windowed()->isFineEnough(low, high, view.columns)));
    }

private Q_SLOTS:
    void init()
    {
        m_history = FakeRunHistory();
        m_long = LongMetric();
    }
    void cleanup() { m_board.reset(); }

    void aShortMetricIsReadWhole()
    {
        open(10'000);
        QVERIFY(!loss().windowed());
        QCOMPARE(loss().size(), 10'000);
        QVERIFY(m_long.queries.isEmpty());
    }

    void withoutTheCapabilityALongMetricIsReadWhole()
    {
        open(60'000, false);
        QVERIFY(!loss().windowed());
        QCOMPARE(loss().size(), 60'000);
    }

    void ofALongMetricOnlyTheFirstPageIsRead()
    {
        open(1'000'000);
        QVERIFY(loss().windowed());
        QCOMPARE(m_history.onMetric.count(), 1);
        QCOMPARE(loss().size(), 1'000'000);
        QVERIFY2(loss().samples().size() < 4'000, "the memory does not depend on the number of points");
        QCOMPARE(m_long.queries.last().from, -Infinity);
        QCOMPARE(m_long.queries.last().to, Infinity);
        QCOMPARE(loss().xRange(), (MetricSeries::Range{0, 999'999}));
        QCOMPARE(loss().last()->y, m_long.value(999'999));
    }

    void extremesAreExact()
    {
        m_long.value = [](qint64 step) { return step == 123'457 ? 50.0 : step == 654'321 ? -70.0 : 1.0; };
        open(1'000'000);
        QCOMPARE(loss().yRange(0, 999'999), (MetricSeries::Range{-70, 50}));
        const auto least = loss().leastAboveZero(0, 999'999);
        QVERIFY(least && *least > 0 && *least <= 1);
        const auto columns = loss().columns(0, 999'999, 800);
        QVERIFY(std::ranges::any_of(columns, [](const auto &column) { return column.range.high == 50; }));
    }

    void aZoomedPartIsReadFinely()
    {
        open(1'000'000);
        show({MetricAxis::Step, std::pair(400'000.0, 410'000.0), 500});
        const MetricWindowQuery &query = m_long.queries.last();
        QCOMPARE(query.axis, MetricWindowQuery::Axis::Step);
        QVERIFY(query.from <= 400'000 && query.from > 390'000);
        QVERIFY(query.to >= 410'000 && query.to < 420'000);
        // So far that the points themselves are shown.
        show({MetricAxis::Step, std::pair(400'000.0, 400'100.0), 500});
        QCOMPARE(loss().countWithin(400'000, 400'100), 101);
        QCOMPARE(loss().thinned(400'010, 400'012, 500).size(), 3);
        QCOMPARE(loss().nearest(400'010)->y, m_long.value(400'010));
    }

    void aShortPanStaysWithinTheMarginOfWhatWasRead()
    {
        m_long.size = 1'000'000;
        int changes = 0;
        WindowReader reader(&m_long, u"run"_s, u"loss"_s, m_long.size, [&changes] { ++changes; });
        QTRY_COMPARE(changes, 1);
        reader.want({MetricAxis::Step, std::pair(400'000.0, 400'100.0), 500});
        QTRY_COMPARE(changes, 2);
        const qsizetype before = m_long.queries.size();
        reader.want({MetricAxis::Step, std::pair(400'010.0, 400'110.0), 500});
        // A refresh requests at once only if no request is due already.
        reader.refresh();
        QCOMPARE(m_long.queries.size(), before + 1);
    }

    void anOutdatedRequestIsCanceledAndThePictureStays()
    {
        open(1'000'000);
        m_long.isHeld = true;
        m_board->want(u"loss"_s, {MetricAxis::Step, std::pair(0.0, 1'000.0), 500});
        QTRY_COMPARE(m_long.heldCount(), 1);
        QVERIFY2(!loss().windowed()->whole().empty(), "the buckets stay until the new ones are here");
        m_board->want(u"loss"_s, {MetricAxis::Step, std::pair(500.0, 900.0), 500});
        QTRY_COMPARE(m_long.heldCount(), 2);
        QVERIFY(!m_long.release());
        QVERIFY(m_long.release());
        QTRY_VERIFY(loss().windowed()->isFineEnough(500, 900, 500));
    }

    void severalStepsOfAZoomAreOneRequest()
    {
        open(1'000'000);
        const qsizetype before = m_long.queries.size();
        for (int i = 1; i <= 20; ++i)
            m_board->want(u"loss"_s, {MetricAxis::Step, std::pair(1'000.0 * i, 500'000.0), 900});
        show({MetricAxis::Step, std::pair(20'000.0, 60'000.0), 900});
        QCOMPARE(m_long.queries.size(), before + 1);
    }

    void newPointsAreShownIfAChartShowsTheMetric()
    {
        open(1'000'000);
        show({MetricAxis::Step, {}, 600});
        const QSignalSpy grown(m_board.get(), &MetricsBoard::grown);
        m_long.size = 1'000'050;
        m_board->refresh(&m_history, {}, &m_long);
        QTRY_COMPARE(loss().size(), 1'000'050);
        QCOMPARE(loss().last()->y, m_long.value(1'000'049));
        QCOMPARE(grown.size(), 1);
        // No chart has painted the metric since: nothing is read until one does.
        const qsizetype before = m_long.queries.size();
        m_long.size = 1'000'100;
        m_board->refresh(&m_history, {}, &m_long);
        drainEvents();
        QCOMPARE(m_long.queries.size(), before);
        m_board->want(u"loss"_s, {MetricAxis::Step, {}, 600});
        QTRY_COMPARE(loss().size(), 1'000'100);
    }

    void timesCountFromTheFirstPoint()
    {
        open(1'000'000);
        show({MetricAxis::Seconds, {}, 500});
        QCOMPARE(loss().xRange(), (MetricSeries::Range{0, 999.999}));
        show({MetricAxis::Seconds, std::pair(100.4, 100.6), 500});
        QCOMPARE(m_long.queries.last().axis, MetricWindowQuery::Axis::Time);
        QVERIFY(m_long.queries.last().from < LongMetric::Start + 100'400);
        QVERIFY(m_long.queries.last().from > LongMetric::Start + 100'300);
        QCOMPARE(loss().nearest(100.5)->y, m_long.value(100'500));
    }

    void smoothingFollowsTheMeans()
    {
        m_long.value = [](qint64 step) { return double(step) / 1'000'000 + (step % 2 == 0 ? 5 : -5); };
        open(1'000'000);
        const MetricSeries smooth = loss().smoothed(loss().weightFor(0.9));
        QVERIFY(smooth.windowed());
        const auto y = smooth.yRange(0, 999'999);
        QVERIFY(y->low >= -0.1 && y->high <= 1.1);
        QCOMPARE(loss().yRange(0, 999'999)->high, 5 + 0.999998);
    }

    void valuesThatAreNotFiniteAreCountedAndBreakTheLine()
    {
        m_long.value = [](qint64 step) { return step >= 300'000 && step < 600'000 ? std::nan("") : 1.0; };
        open(1'000'000);
        QCOMPARE(loss().notFiniteCount(), 300'000);
        const auto columns = loss().columns(0, 999'999, 800);
        QCOMPARE(std::ranges::count(columns, true, &MetricSeries::Column::broken), 1);
    }

    void aFailureIsReportedAndThePictureStays()
    {
        open(1'000'000);
        m_long.error = {ErrorKind::Unreachable, u"No reply."_s, {}};
        m_board->want(u"loss"_s, {MetricAxis::Step, std::pair(0.0, 1'000.0), 500});
        QTRY_COMPARE(m_board->error().text, u"No reply."_s);
        QCOMPARE(loss().size(), 1'000'000);
        m_long.error = {};
        m_board->refresh(&m_history, {}, &m_long);
        QTRY_VERIFY(m_board->error().text.isEmpty());
        QTRY_VERIFY(loss().windowed()->isFineEnough(0, 1'000, 500));
    }
};

QTEST_GUILESS_MAIN(TestMetricWindows)
#include "tst_metricwindows.moc"
