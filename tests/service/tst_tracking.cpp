// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/store/database/database.h"
#include "models/service/store/tracking/datasetstore.h"
#include "models/service/store/tracking/experimentsearch.h"
#include "models/service/store/tracking/loggedmodelsearch.h"
#include "models/service/store/tracking/metricstore.h"
#include "models/service/store/tracking/runrecords.h"
#include "models/service/store/tracking/runsearch.h"

#include <QTemporaryDir>
#include <QTest>
#include <QUuid>

#include <cmath>

using namespace Roost;
using namespace Roost::Service::Store;
using namespace Qt::StringLiterals;

/// The stores of experiments, runs, data sets and logged models, and the searches over them.
class TestTracking : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Database> m_database;

    /// Runs `work` in a transaction and commits it.
    template <typename Work>
    void write(Work work)
    {
        const auto done = m_database->write([&](Connection &connection) -> Result<void> {
            work(connection);
            return {};
        });
        QVERIFY2(done, done ? "" : qPrintable(done.error().text));
    }

    static RunRow createRun(Connection &connection, const QString &id)
    {
        NewRun run;
        run.id = id;
        run.experiment = 0;
        return *RunStore(connection).create(run);
    }

    static QStringList idsOf(const QList<RunRow> &runs)
    {
        QStringList ids;
        for (const RunRow &run : runs)
            ids.append(run.id);
        return ids;
    }

    static Condition equals(const QString &text) { return {Condition::Comparison::Equal, text}; }

private Q_SLOTS:
    void init() { m_database = *Database::open(m_folder.filePath(QUuid::createUuid().toString(QUuid::WithoutBraces))); }

    // A job names its experiment and an MLflow client creates one: both rows are equal.
    void experimentsAreCreatedByOneRule()
    {
        write([](Connection &connection) {
            ExperimentStore experiments(connection);
            const qint64 named = *experiments.getOrCreate(u"birds"_s);
            QCOMPARE(*experiments.getOrCreate(u"birds"_s), named);
            const qint64 created = *experiments.create(u"owls"_s, {}, {{u"a"_s, u"b"_s}});
            QCOMPARE(experiments.find(named)->artifactLocation, u"mlflow-artifacts:/%1"_s.arg(named));
            QCOMPARE(experiments.find(created)->artifactLocation, u"mlflow-artifacts:/%1"_s.arg(created));
            QCOMPARE(experiments.tags(created).value(u"a"_s), u"b"_s);
            QCOMPARE(experiments.create(u"birds"_s, {}, {}).error().kind, ErrorKind::Conflict);
            QCOMPARE(experiments.rename(created, u"birds"_s).error().kind, ErrorKind::Conflict);
            QVERIFY(experiments.rename(created, u"owls"_s));
            experiments.setDeleted(named, true);
            QCOMPARE(experiments.getOrCreate(u"birds"_s).error().kind, ErrorKind::Rejected);
            QVERIFY(experiments.create(u"birds"_s, {}, {}).error().text.contains(u"deleted"));
        });
    }

    void aDeletedExperimentDeletesItsRuns()
    {
        write([](Connection &connection) {
            createRun(connection, u"r1"_s);
            QCOMPARE(ExperimentStore(connection).setDeleted(0, true), QStringList{u"r1"_s});
            QVERIFY(RunStore(connection).find(u"r1"_s)->deleted);
            RunSearch search({0});
            search.setView(LifecycleView::ActiveOnly);
            QVERIFY(search.run(connection, 0, 10).isEmpty());
            RunSearch all({0});
            all.setView(LifecycleView::All);
            QCOMPARE(all.run(connection, 0, 10).size(), 1);
        });
    }

    // NaN equals nothing; a run without the key matches only Absent; a missing value is last in both directions.
    void runsAreFound()
    {
        write([](Connection &connection) {
            const std::vector<std::pair<QString, double>> losses{{u"a"_s, 0.5}, {u"b"_s, std::nan("")}, {u"c"_s, 0.25}};
            for (const auto &[id, loss] : losses)
                MetricStore(connection).log(createRun(connection, id).seq, {{"loss", {loss, 1, 0}}});
            const RunRow plain = createRun(connection, u"d"_s);
            RunStore(connection).setParam(plain.seq, u"lr"_s, u"0.1"_s);

            RunSearch below({0});
            below.whereMetric(u"loss"_s, {Condition::Comparison::Less, 0.3});
            QCOMPARE(idsOf(below.run(connection, 0, 10)), QStringList{u"c"_s});
            RunSearch other({0});
            other.whereMetric(u"loss"_s, {Condition::Comparison::NotEqual, 0.5});
            other.orderBy(RunSearch::Field::Id, Direction::Ascending);
            QCOMPARE(idsOf(other.run(connection, 0, 10)), (QStringList{u"b"_s, u"c"_s}));
            RunSearch absent({0});
            absent.whereParam(u"lr"_s, {Condition::Comparison::Absent, QString()});
            absent.orderBy(RunSearch::Field::Id, Direction::Descending);
            QCOMPARE(idsOf(absent.run(connection, 0, 10)), (QStringList{u"c"_s, u"b"_s, u"a"_s}));
            for (const Direction direction : {Direction::Ascending, Direction::Descending}) {
                RunSearch ordered({0});
                ordered.orderByMetric(u"loss"_s, direction);
                const QStringList ids = idsOf(ordered.run(connection, 0, 10));
                QCOMPARE(ids.sliced(2), (QStringList{u"b"_s, u"d"_s}));
                QCOMPARE(ids.first(), direction == Direction::Ascending ? u"c"_s : u"a"_s);
            }
        });
    }

    // Every value is bound, so a quote in a value does not end the SQL string.
    void valuesAreNoSql()
    {
        write([](Connection &connection) {
            createRun(connection, u"a"_s);
            RunSearch search({0});
            search.whereTag(u"x') OR ('1'='1"_s, equals(u"' OR 1=1 --"_s));
            QVERIFY(search.run(connection, 0, 10).isEmpty());
            ExperimentSearch experiments;
            experiments.where(ExperimentSearch::Field::Name, {Condition::Comparison::LikeAnyCase, u"DEF%"_s});
            QCOMPARE(experiments.run(connection, 0, 10).size(), 1);
            ExperimentSearch listed;
            listed.where(ExperimentSearch::Field::Id, {Condition::Comparison::NotIn, QStringList{u"0"_s, u"9"_s}});
            QVERIFY(listed.run(connection, 0, 10).isEmpty());
        });
    }

    void aDatasetIsStoredOnce()
    {
        write([](Connection &connection) {
            const RunRow run = createRun(connection, u"r"_s);
            DatasetInput input{
                u"birds"_s, u"d1"_s, u"local"_s, u"{}"_s, {}, u"p"_s, {{u"mlflow.data.context"_s, u"train"_s}}};
            DatasetStore datasets(connection);
            datasets.logInput(run.seq, 0, input);
            input.tags = {{u"mlflow.data.context"_s, u"eval"_s}};
            datasets.logInput(run.seq, 0, input);
            const auto inputs = recordsOf(connection, {run.seq}).value(run.seq).datasets;
            QCOMPARE(inputs.size(), 1);
            QCOMPARE(inputs.first().tags.value(u"mlflow.data.context"_s), u"train"_s);
            QVERIFY(!inputs.first().schema);
            QCOMPARE(inputs.first().profile.value(), u"p"_s);
            QCOMPARE(datasets.summaries({0}).size(), 1);
            QCOMPARE(datasets.summaries({0}).first().context.value(), u"train"_s);
            RunSearch search({0});
            search.whereDataset(RunSearch::DatasetField::Context, equals(u"train"_s));
            QCOMPARE(search.run(connection, 0, 10).size(), 1);
        });
    }

    void loggedModels()
    {
        write([](Connection &connection) {
            LoggedModelStore models(connection);
            LoggedModelRow model;
            model.id = u"m-1"_s;
            model.name = u"wren"_s;
            model.artifactUri = u"mlflow-artifacts:/0/models/m-1/artifacts"_s;
            const qint64 seq = models.create(model);
            models.logMetric(u"m-1"_s, {u"acc"_s, {0.5, 1, 0}, u"r"_s, u"birds"_s, u"d1"_s});
            models.logMetric(u"m-1"_s, {u"acc"_s, {0.5, 1, 0}, u"r"_s, u"birds"_s, u"d1"_s});
            QCOMPARE(models.metrics(seq).size(), 1);
            models.logMetric(u"m-9"_s, {u"acc"_s, {0.5, 1, 0}, u"r"_s, {}, {}});

            LoggedModelSearch search({0});
            search.whereMetric(u"acc"_s, {Condition::Comparison::GreaterOrEqual, 0.5}, {{u"birds"_s, {}}});
            search.where(LoggedModelSearch::Field::Status, equals(u"PENDING"_s));
            QCOMPARE(search.run(connection, 0, 10).size(), 1);
            LoggedModelSearch other({0});
            other.whereMeasuredOn({{u"birds"_s, u"d2"_s}});
            QVERIFY(other.run(connection, 0, 10).isEmpty());

            // A damaged row may contain any number.
            connection.run("UPDATE logged_models SET status = 77");
            QCOMPARE(models.find(u"m-1"_s)->status, LoggedModelRow::Status::Unspecified);
            models.markDeleted(seq);
            QVERIFY(!models.find(u"m-1"_s));
        });
    }

    void aClientReportsTheStatusOfItsRun()
    {
        write([](Connection &connection) {
            RunStore runs(connection);
            const qint64 seq = createRun(connection, u"r"_s).seq;
            runs.setReportedStatus(seq, RunStatus::Completed, 500);
            QCOMPARE(runs.bySeq(seq).status, RunStatus::Completed);
            QCOMPARE(runs.bySeq(seq).ended.toMSecsSinceEpoch(), 500);
            runs.setReportedStatus(seq, RunStatus::Running, {});
            QCOMPARE(runs.bySeq(seq).ended.toMSecsSinceEpoch(), 500);
            QVERIFY(runs.bySeq(seq).started.isValid());
            QVERIFY(!runs.param(seq, u"lr"_s));
            runs.setParam(seq, u"lr"_s, u"1"_s);
            QCOMPARE(runs.param(seq, u"lr"_s).value(), u"1"_s);
        });
    }
};

QTEST_GUILESS_MAIN(TestTracking)
#include "tst_tracking.moc"
