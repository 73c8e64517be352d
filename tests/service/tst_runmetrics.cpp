// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/store/tracking/metricstore.h"
#include "models/service/store/tracking/runstore.h"
#include "models/service/store/workspace/workspacestore.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <limits>

using namespace Roost;
using namespace Roost::Service;
using namespace Roost::Service::Store;
using namespace Qt::StringLiterals;

class TestRunMetrics : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Database> m_database;
    qint64 m_run = 0;

    qint64 log(const std::vector<MetricEntry> &entries)
    {
        return *m_database->write(
            [&](Connection &connection) -> Result<qint64> { return MetricStore(connection).log(m_run, entries); });
    }

    QList<MetricPoint> points(const QString &key, qint64 after = 0, int limit = 1000)
    {
        return *m_database->read([&](Connection &connection) -> Result<QList<MetricPoint>> {
            return MetricStore(connection).points(m_run, key, after, limit);
        });
    }

    MetricPoint latest(const QString &key)
    {
        const auto all = *m_database->read([&](Connection &connection) -> Result<QList<LatestMetric>> {
            return MetricStore(connection).latest(m_run);
        });
        for (const LatestMetric &metric : all) {
            if (metric.key == key)
                return metric.point;
        }
        return {-1, -1, -1};
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_database = *Database::open(m_folder->filePath(u"roost.db"_s));
        m_run = m_database
                    ->write([](Connection &connection) -> Result<qint64> {
                        const auto run = RunStore(connection).create({});
                        return run ? Result<qint64>(run->seq) : std::unexpected(run.error());
                    })
                    .value();
    }

    void repeatsAreDropped()
    {
        QCOMPARE(log({{"loss", {0.5, 1000, 1}}, {"loss", {0.5, 1000, 1}}, {"loss", {0.5, 1001, 1}}}), 2);
        QCOMPARE(log({{"loss", {0.5, 1000, 1}}}), 0);
        QCOMPARE(points(u"loss"_s).size(), 2);
    }

    void notANumberIsStoredAndReturned()
    {
        const double nan = std::numeric_limits<double>::quiet_NaN();
        QCOMPARE(log({{"loss", {nan, 1, 1}}, {"loss", {nan, 1, 1}}, {"loss", {0.0, 1, 1}}}), 2);
        const auto back = points(u"loss"_s);
        QVERIFY(std::isnan(back.at(0).value));
        QCOMPARE(back.at(1).value, 0.0);
        log({{"loss", {nan, 2, 5}}});
        QVERIFY(std::isnan(latest(u"loss"_s).value));
    }

    void infinitiesAreReturned()
    {
        const double inf = std::numeric_limits<double>::infinity();
        log({{"up", {inf, 1, 1}}, {"down", {-inf, 1, 1}}});
        QCOMPARE(latest(u"up"_s).value, inf);
        QCOMPARE(points(u"down"_s).at(0).value, -inf);
    }

    void latestIsByStepThenTimeThenValue()
    {
        log({{"loss", {3, 100, 5}}});
        log({{"loss", {9, 999, 4}}});
        QCOMPARE(latest(u"loss"_s), (MetricPoint{3, 100, 5}));
        log({{"loss", {1, 101, 5}}});
        QCOMPARE(latest(u"loss"_s), (MetricPoint{1, 101, 5}));
        log({{"loss", {2, 101, 5}}});
        QCOMPARE(latest(u"loss"_s), (MetricPoint{2, 101, 5}));
        log({{"loss", {0, 101, 5}}});
        QCOMPARE(latest(u"loss"_s), (MetricPoint{2, 101, 5}));
    }

    void stepsMayBeNegative()
    {
        log({{"loss", {1, 1, -7}}});
        QCOMPARE(latest(u"loss"_s).step, -7);
    }

    void aCursorMissesNoLateArrival()
    {
        log({{"loss", {1, 100, 1}}, {"loss", {2, 200, 2}}});
        QCOMPARE(points(u"loss"_s, 0).size(), 2);
        // Arrives later, but has an earlier time.
        log({{"loss", {9, 50, 0}}});
        const auto fresh = points(u"loss"_s, 2);
        QCOMPARE(fresh, (QList<MetricPoint>{{9, 50, 0}}));
        QVERIFY(points(u"loss"_s, 3).isEmpty());
    }

    void seriesAreApart()
    {
        const auto second = m_database->write([](Connection &connection) -> Result<qint64> {
            const auto run = RunStore(connection).create({});
            return MetricStore(connection).log(run->seq, {{"loss", {1, 1, 1}}});
        });
        QCOMPARE(*second, 1);
        QCOMPARE(log({{"loss", {1, 1, 1}}, {"acc", {1, 1, 1}}}), 2);
        QCOMPARE(points(u"loss"_s).size(), 1);
        QVERIFY(points(u"nothing"_s).isEmpty());
    }

    void aRemovedRunTakesItsRowsWithIt()
    {
        log({{"loss", {1, 1, 1}}});
        const auto left = m_database->write([this](Connection &connection) -> Result<int> {
            RunStore(connection).setTag(m_run, u"a"_s, u"b"_s);
            RunStore(connection).setParam(m_run, u"a"_s, u"b"_s);
            RunStore(connection).remove(m_run);
            int rows = 0;
            for (const char *table : {"runs", "metrics", "latest_metrics", "run_tags", "run_params"}) {
                Statement count = connection.query(QByteArray("SELECT count(*) FROM ") + table);
                count.next();
                rows += count.number(0);
            }
            return rows;
        });
        QCOMPARE(*left, 0);
    }

    void tagsThatSetFields()
    {
        const auto row = m_database->write([this](Connection &connection) -> Result<RunRow> {
            RunStore(connection).setTag(m_run, u"mlflow.runName"_s, u"wren"_s);
            RunStore(connection).setTag(m_run, u"mlflow.note.content"_s, u"small"_s);
            return RunStore(connection).bySeq(m_run);
        });
        QCOMPARE(row->displayName, u"wren"_s);
        QCOMPARE(row->description, u"small"_s);
    }

    void manyPointsAtOnce()
    {
        std::vector<MetricEntry> entries;
        for (int i = 0; i < 1000; ++i)
            entries.push_back({"loss", {double(i), i, i}});
        constexpr int rounds = 20;
        for (int round = 0; round < rounds; ++round) {
            for (auto &entry : entries)
                entry.point.step += 1000;
            QCOMPARE(log(entries), 1000);
        }
        QCOMPARE(points(u"loss"_s, 0, 100000).size(), rounds * 1000);
    }
};

QTEST_GUILESS_MAIN(TestRunMetrics)
#include "tst_runmetrics.moc"
