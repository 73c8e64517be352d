// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/store/database/database.h"
#include "models/service/store/tracking/metricpyramid.h"
#include "models/service/store/tracking/metricstore.h"
#include "models/service/store/tracking/metricupkeep.h"
#include "models/service/store/tracking/runstore.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

using namespace Roost;
using namespace Roost::Service;
using namespace Roost::Service::Store;
using namespace Qt::StringLiterals;

using Axis = MetricWindowQuery::Axis;

namespace {

constexpr double inf = std::numeric_limits<double>::infinity();
constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

/// The reference: all points in order of arrival, and aggregates that are computed from them one by one.
class Reference
{
public:
    /// Returns false for a repetition.
    bool add(const MetricPoint &point)
    {
        const bool isNan = std::isnan(point.value);
        if (!m_known.insert({point.step, point.timestamp, isNan ? 0 : point.value, isNan}).second)
            return false;
        m_points.append(point);
        return true;
    }

    /// Returns the aggregate of the points from `from` to `to`.
    MetricBucket bucket(Axis axis, double from, double to) const
    {
        MetricBucket bucket{0, 0, 0, 0, 0, 0, notANumber, notANumber, notANumber, notANumber};
        for (const MetricPoint &point : m_points) {
            const qint64 place = axis == Axis::Step ? point.step : point.timestamp;
            if (double(place) < from || double(place) > to)
                continue;
            const bool isFirst = bucket.count++ == 0;
            bucket.firstStep = isFirst ? point.step : std::min(bucket.firstStep, point.step);
            bucket.lastStep = isFirst ? point.step : std::max(bucket.lastStep, point.step);
            bucket.firstTimestamp = isFirst ? point.timestamp : std::min(bucket.firstTimestamp, point.timestamp);
            bucket.lastTimestamp = isFirst ? point.timestamp : std::max(bucket.lastTimestamp, point.timestamp);
            if (!std::isfinite(point.value)) {
                ++bucket.notFinite;
                continue;
            }
            bucket.minimum = std::isnan(bucket.minimum) ? point.value : std::min(bucket.minimum, point.value);
            bucket.maximum = std::isnan(bucket.maximum) ? point.value : std::max(bucket.maximum, point.value);
            bucket.sum = std::isnan(bucket.sum) ? point.value : bucket.sum + point.value;
            bucket.last = point.value;
        }
        return bucket;
    }
    qint64 size() const { return m_points.size(); }

private:
    std::set<std::tuple<qint64, qint64, double, bool>> m_known;
    QList<MetricPoint> m_points;
};

bool sameNumber(double a, double b)
{
    return (std::isnan(a) && std::isnan(b)) || a == b;
}

bool same(const MetricBucket &a, const MetricBucket &b)
{
    return a.count == b.count && a.notFinite == b.notFinite && a.firstStep == b.firstStep && a.lastStep == b.lastStep &&
           a.firstTimestamp == b.firstTimestamp && a.lastTimestamp == b.lastTimestamp &&
           sameNumber(a.minimum, b.minimum) && sameNumber(a.maximum, b.maximum) && sameNumber(a.sum, b.sum) &&
           sameNumber(a.last, b.last);
}

enum class Order { Ascending, Descending, Resumed, TwoRanks, Shuffled, OneStep };

} // namespace

class TestMetricWindow : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Database> m_database;
    qint64 m_run = 0;
    QRandomGenerator m_random{1};

    void open() { m_database = *Database::open(m_folder->filePath(u"roost.db"_s)); }

    MetricWindow window(const MetricWindowQuery &query)
    {
        return *m_database->read([&](Connection &connection) { return MetricStore(connection).window(m_run, query); });
    }

    double randomValue()
    {
        switch (m_random.bounded(40)) {
        case 0:
            return notANumber;
        case 1:
            return inf;
        case 2:
            return -inf;
        default:
            return m_random.bounded(-4000, 4000) / 8.0; // a sum of eighths is exact in any order
        }
    }

    MetricPoint pointAt(Order order, int i, int size)
    {
        qint64 step = i - size / 3; // also negative ones
        switch (order) {
        case Order::Ascending:
            break;
        case Order::Descending:
            step = -step;
            break;
        case Order::Resumed:
            step = i % (size / 2 + 1);
            break;
        case Order::TwoRanks:
            step = i / 2;
            break;
        case Order::Shuffled:
            step = m_random.bounded(size);
            break;
        case Order::OneStep:
            step = 0;
            break;
        }
        const qint64 timestamp = 1764547200000 + i * 7 + m_random.bounded(-20, 20);
        return {randomValue(), timestamp, step};
    }

    Reference logSeries(Order order, int size)
    {
        Reference reference;
        std::vector<MetricEntry> batch;
        for (int i = 0; i < size; ++i) {
            MetricPoint point = pointAt(order, i, size);
            const int repeats = m_random.bounded(50) == 0 ? 2 : 1;
            for (int repeat = 0; repeat < repeats; ++repeat) {
                reference.add(point);
                batch.push_back({"loss", point});
            }
            if (i == size - 1 || m_random.bounded(300) == 0) {
                const auto done = m_database->write(
                    [&](Connection &connection) { return MetricStore(connection).log(m_run, batch); });
                Q_ASSERT(done);
                batch.clear();
            }
        }
        return reference;
    }

    void compare(const Reference &reference, const MetricWindowQuery &query)
    {
        const MetricWindow got = window(query);
        QCOMPARE(got.size, reference.size());
        const MetricBucket expected = reference.bucket(query.axis, query.from, query.to);
        QVERIFY2(got.buckets.size() <= 2 * query.columns, qPrintable(QString::number(got.buckets.size())));
        const auto first = [&](const MetricBucket &bucket) {
            return query.axis == Axis::Step ? bucket.firstStep : bucket.firstTimestamp;
        };
        const auto last = [&](const MetricBucket &bucket) {
            return query.axis == Axis::Step ? bucket.lastStep : bucket.lastTimestamp;
        };
        MetricBucket total{0, 0, 0, 0, 0, 0, notANumber, notANumber, 0, notANumber};
        for (qsizetype i = 0; i < got.buckets.size(); ++i) {
            const MetricBucket &bucket = got.buckets[i];
            QVERIFY(bucket.count > 0);
            QVERIFY(double(first(bucket)) >= query.from && double(last(bucket)) <= query.to);
            QVERIFY(i == 0 || first(got.buckets[i - 1]) <= first(bucket));
            total.count += bucket.count;
            total.notFinite += bucket.notFinite;
            total.minimum = std::fmin(total.minimum, bucket.minimum);
            total.maximum = std::fmax(total.maximum, bucket.maximum);
            total.sum += std::isnan(bucket.sum) ? 0 : bucket.sum;
            const double width = double(expected.lastStep - expected.firstStep + 1) / query.columns;
            if (query.axis == Axis::Step)
                QVERIFY(double(bucket.lastStep - bucket.firstStep) < 2 * width);
            // A bucket that shares its part of the axis with no other contains all points of that part.
            const bool isAlone = std::ranges::none_of(got.buckets, [&](const MetricBucket &other) {
                return &other != &bucket && first(other) <= last(bucket) && last(other) >= first(bucket);
            });
            if (isAlone)
                QVERIFY(same(bucket, reference.bucket(query.axis, double(first(bucket)), double(last(bucket)))));
        }
        QCOMPARE(total.count, expected.count);
        QCOMPARE(total.notFinite, expected.notFinite);
        QVERIFY(sameNumber(total.minimum, expected.minimum));
        QVERIFY(sameNumber(total.maximum, expected.maximum));
        QCOMPARE(total.sum, std::isnan(expected.sum) ? 0 : expected.sum);
    }

    void compareRandomWindows(const Reference &reference, int windows)
    {
        for (int i = 0; i < windows; ++i) {
            MetricWindowQuery query;
            query.key = u"loss"_s;
            query.axis = m_random.bounded(2) == 0 ? Axis::Step : Axis::Time;
            const MetricBucket all = reference.bucket(query.axis, -inf, inf);
            const bool isStep = query.axis == Axis::Step;
            const qint64 begin = isStep ? all.firstStep : all.firstTimestamp;
            const qint64 end = isStep ? all.lastStep : all.lastTimestamp;
            const auto place = [&] {
                return double(begin) + (double(end - begin) + 20) * m_random.generateDouble() - 10;
            };
            query.from = place();
            query.to = place();
            if (query.from > query.to)
                std::swap(query.from, query.to);
            if (m_random.bounded(10) == 0)
                query.from = -inf;
            if (m_random.bounded(10) == 0)
                query.to = inf;
            query.columns = 1 << m_random.bounded(10);
            compare(reference, query);
            if (QTest::currentTestFailed()) {
                qWarning("columns %d, from %f to %f, axis %d", query.columns, query.from, query.to, int(query.axis));
                return;
            }
        }
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        open();
        m_run = *m_database->write([](Connection &connection) -> Result<qint64> {
            const auto run = RunStore(connection).create({});
            return run ? Result<qint64>(run->seq) : std::unexpected(run.error());
        });
    }

    void everyOrderIsExact_data()
    {
        QTest::addColumn<int>("order");
        QTest::addColumn<int>("size");
        for (const int size : {1, 11, 12, 143, 144, 145, 2000, 5000}) {
            for (int order = 0; order <= int(Order::OneStep); ++order)
                QTest::addRow("order %d, %d points", order, size) << order << size;
        }
    }
    void everyOrderIsExact()
    {
        QFETCH(int, order);
        QFETCH(int, size);
        const quint32 seed = QRandomGenerator::system()->generate();
        qInfo("seed %u", seed);
        m_random.seed(seed);
        const Reference reference = logSeries(Order(order), size);
        compareRandomWindows(reference, 20);
        m_database.reset();
        open();
        compareRandomWindows(reference, 5);
    }

    void aWindowOfFewPointsIsThesePoints()
    {
        const Reference reference = logSeries(Order::Ascending, 3000);
        const auto got = window({u"loss"_s, Axis::Step, 100, 139, 50});
        QCOMPARE(got.buckets.size(), 40);
        for (const MetricBucket &bucket : got.buckets)
            QCOMPARE(bucket.count, 1);
        QCOMPARE(got.size, reference.size());
    }

    void olderSeriesAreSummarizedLater()
    {
        const Reference reference = logSeries(Order::Resumed, 4000);
        const auto summaries = [this] {
            return *m_database->read(
                [this](Connection &connection) { return MetricStore(connection).summaries(m_run); });
        };
        const auto before = summaries();
        // The state in which migration 7 leaves a series.
        QVERIFY(m_database->write([](Connection &connection) {
            connection.run("DELETE FROM metric_buckets");
            connection.run("UPDATE latest_metrics SET is_summarized = 0, minimum = NULL, maximum = NULL, "
                           "not_finite = 0");
        }));
        compareRandomWindows(reference, 5);
        const auto between = summaries();
        QCOMPARE(between.first().minimum, before.first().minimum);
        bool isLeft = true;
        int slices = 0;
        while (isLeft && ++slices < 100)
            isLeft =
                *m_database->write([](Connection &connection) { return MetricStore(connection).summarizeOlder(500); });
        QVERIFY(slices > 5);
        compareRandomWindows(reference, 10);
        const auto after = summaries();
        QCOMPARE(after.first().minimum, before.first().minimum);
        QCOMPARE(after.first().maximum, before.first().maximum);
        QCOMPARE(after.first().notFinite, before.first().notFinite);
        QCOMPARE(after.first().count, reference.size());
    }

    void aSummaryNeedsNoPoints()
    {
        const Reference reference = logSeries(Order::Shuffled, 1000);
        const MetricBucket all = reference.bucket(Axis::Step, -inf, inf);
        QVERIFY(m_database->write([](Connection &connection) { connection.run("DELETE FROM metrics"); }));
        const auto summary =
            m_database->read([this](Connection &connection) { return MetricStore(connection).summaries(m_run); })
                ->first();
        QCOMPARE(summary.key, u"loss"_s);
        QCOMPARE(summary.count, all.count);
        QCOMPARE(summary.notFinite, all.notFinite);
        QCOMPARE(summary.minimum, all.minimum);
        QCOMPARE(summary.maximum, all.maximum);
        QCOMPARE(summary.latest.step, all.lastStep);
    }

    void damagedSummariesAreNotUsed()
    {
        const Reference reference = logSeries(Order::Ascending, 2000);
        QVERIFY(m_database->write([](Connection &connection) {
            connection.run("UPDATE metric_buckets SET buckets = x'00' WHERE number = 3");
        }));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"summaries of a metric are damaged"_s));
        compare(reference, {u"loss"_s, Axis::Step, -inf, inf, 500});
    }

    void aBigWindowReadsFewRows()
    {
        constexpr int size = 30000;
        std::vector<MetricEntry> entries;
        for (int i = 0; i < size; ++i)
            entries.push_back({"loss", {double(i), i, i}});
        QVERIFY(m_database->write([&](Connection &connection) { return MetricStore(connection).log(m_run, entries); }));
        // With only a few points of the end left, the window can still be answered.
        QVERIFY(m_database->write([](Connection &connection) {
            connection.run("DELETE FROM metrics WHERE seq <= ?1", size - MetricPyramid::pointsOf(2));
        }));
        const auto got = window({u"loss"_s, Axis::Step, -inf, inf, 100});
        QVERIFY(got.buckets.size() <= 200);
        QCOMPARE(got.buckets.first().minimum, 0.0);
        QCOMPARE(got.buckets.last().maximum, double(size - 1));
    }

    void aWrongWindowIsRefused()
    {
        const auto refused = [this](const MetricWindowQuery &query) {
            const auto got =
                m_database->read([&](Connection &connection) { return MetricStore(connection).window(m_run, query); });
            return !got && got.error().kind == ErrorKind::Rejected;
        };
        QVERIFY(refused({u"loss"_s, Axis::Step, 0, 1, 0}));
        QVERIFY(refused({u"loss"_s, Axis::Step, notANumber, 1, 10}));
        QVERIFY(window({u"nothing"_s, Axis::Step, 0, 1, 10}).buckets.isEmpty());
        logSeries(Order::Ascending, 10);
        QVERIFY(window({u"loss"_s, Axis::Step, 5, 1, 10}).buckets.isEmpty());
    }

    void theEndsOfTheNumbersAreNoLimit()
    {
        constexpr qint64 least = std::numeric_limits<qint64>::min();
        constexpr qint64 greatest = std::numeric_limits<qint64>::max();
        QVERIFY(m_database->write([&](Connection &connection) {
            return MetricStore(connection).log(m_run, {{"loss", {1, 1, least}}, {"loss", {2, 2, greatest}}});
        }));
        QCOMPARE(window({u"loss"_s, Axis::Step, -inf, inf, 10}).buckets.size(), 2);
        QCOMPARE(window({u"loss"_s, Axis::Step, 0, inf, 10}).buckets.size(), 1);
    }

    void theServiceBuildsThemInTheBackground()
    {
        const Reference reference = logSeries(Order::Ascending, 1000);
        QVERIFY(m_database->write([](Connection &connection) {
            connection.run("DELETE FROM metric_buckets");
            connection.run("UPDATE latest_metrics SET is_summarized = 0");
        }));
        const MetricUpkeep upkeep(*m_database);
        QTRY_COMPARE(*m_database->read([](Connection &connection) {
            Statement row = connection.query("SELECT count(*) FROM latest_metrics WHERE is_summarized = 0");
            row.next();
            return row.integer(0);
        }),
                     0);
        compareRandomWindows(reference, 3);
    }
};

QTEST_GUILESS_MAIN(TestMetricWindow)
#include "tst_metricwindow.moc"
