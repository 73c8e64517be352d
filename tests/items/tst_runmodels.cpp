// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/metrics/metricsboard.h"
#include "models/items/runlogs/runlog.h"
#include "models/items/runs/artifactsmodel.h"
#include "models/items/runs/rundocument.h"
#include "models/items/runs/runfailure.h"
#include "models/items/runs/runphases.h"
#include "models/items/runs/runsfilter.h"
#include "models/items/runs/runsquery.h"
#include "tests/support/fakecontent.h"
#include "tests/support/wait.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <limits>

using namespace Roost;
using namespace Roost::Testing;
using namespace Roost::Items;
using namespace Qt::StringLiterals;

class TestRunModels : public QObject
{
    Q_OBJECT

private:
    FakeContent m_content;
    std::shared_ptr<FakeWorkspace> m_workspace;
    std::unique_ptr<WorkspaceSession> m_session;

    static Run run(const QString &id, RunStatus status = RunStatus::Running, int ago = 0)
    {
        Run run;
        run.id = id;
        run.displayName = u"name of "_s + id;
        run.experiment = ago % 2 ? u"odd"_s : u"even"_s;
        run.status = status;
        run.created = QDateTime::currentDateTimeUtc().addSecs(-60 * ago);
        run.started = run.created.addSecs(2);
        return run;
    }

    static QStringList printed(const ArtifactsModel &model, const QModelIndex &parent = {}, int depth = 0)
    {
        QStringList lines;
        for (int row = 0; row < model.rowCount(parent); ++row) {
            const QModelIndex index = model.index(row, 0, parent);
            lines += QString(2 * depth, u' ') + index.data().toString() + u' ' +
                     index.data(ArtifactsModel::BytesRole).toString();
            lines += printed(model, index, depth + 1);
        }
        return lines;
    }

    QStringList ids(RunsQuery &reading)
    {
        QStringList ids;
        for (const Run &one : reading.model()->rows())
            ids += one.id;
        return ids;
    }

private Q_SLOTS:
    void init()
    {
        m_content = {};
        m_workspace = std::make_shared<FakeWorkspace>();
        m_content.answer(*m_workspace);
        m_session = std::make_unique<WorkspaceSession>(
            u"there"_s, u"There"_s, [this] { return readyFuture<std::shared_ptr<Workspace>>(m_workspace); });
        m_session->open();
        QTRY_VERIFY(m_session->workspace());
    }

    void runsAreReadAndRefreshed()
    {
        for (int i = 0; i < 150; ++i)
            m_content.runs += run(u"r%1"_s.arg(i), RunStatus::Running, i);
        RunsQuery reading(m_session.get());
        const QAbstractItemModelTester tester(reading.model());
        QTRY_COMPARE(reading.model()->rowCount(), 100);
        QVERIFY(reading.hasMore());
        reading.loadMore();
        QTRY_COMPARE(reading.model()->rowCount(), 150);
        QVERIFY(!reading.hasMore());

        // If a single run has changed, the model reads only that run.
        const auto pages = m_workspace->history.onRuns.count();
        m_content.find(u"r140"_s)->status = RunStatus::Completed;
        Q_EMIT m_session->changed({u"runs/r140"_s});
        QTRY_COMPARE(reading.model()->rows().at(140).status, RunStatus::Completed);
        QCOMPARE(m_workspace->history.onRuns.count(), pages);
        QCOMPARE(reading.model()->rowCount(), 150);

        // A new run is added at the top; the runs after the first page stay.
        m_content.runs.prepend(run(u"new"_s, RunStatus::Queued, -1));
        Q_EMIT m_session->changed({u"runs/new"_s});
        QTRY_COMPARE(reading.model()->rowCount(), 151);
        QCOMPARE(reading.model()->rows().first().id, u"new"_s);

        m_content.runs.removeIf([](const Run &one) { return one.id == u"r5"_s || one.id == u"r6"_s; });
        Q_EMIT m_session->changed({u"runs/r5"_s});
        QTRY_COMPARE(reading.model()->indexOf(u"r5"_s), -1);
        Q_EMIT m_session->changed({});
        QTRY_COMPARE(reading.model()->indexOf(u"r6"_s), -1);
        QCOMPARE(reading.model()->rowCount(), 149);
    }

    void aLostWorkspaceKeepsTheKnownRuns()
    {
        m_content.runs += run(u"a"_s);
        RunsQuery reading(m_session.get());
        QTRY_COMPARE(reading.state(), LiveQuery::State::Ready);
        m_workspace->history.onRuns.always = [](const RunQuery &, const QString &) -> Result<Page<Run>> {
            return failure(ErrorKind::Unreachable, u"gone"_s);
        };
        reading.refresh();
        QTRY_COMPARE(reading.state(), LiveQuery::State::Stale);
        QCOMPARE(reading.model()->rowCount(), 1);
        QCOMPARE(reading.error().text, u"gone"_s);
    }

    void theFilterCombinesItsParts()
    {
        for (int i = 0; i < 10; ++i)
            m_content.runs += run(u"r%1"_s.arg(i), i < 3 ? RunStatus::Failed : RunStatus::Completed, i);
        m_content.runs[4].tags.insert(u"colour"_s, u"Green"_s);
        RunsQuery reading(m_session.get());
        RunsFilter filter(reading.model());
        const QAbstractItemModelTester tester(&filter);
        QTRY_COMPARE(filter.rowCount(), 10);
        filter.setStatus(RunsFilter::Status::Failed);
        QCOMPARE(filter.rowCount(), 3);
        filter.setExperiment(u"odd"_s);
        QCOMPARE(filter.rowCount(), 1);
        filter.clear();
        filter.setText(u"GREEN name"_s);
        QCOMPARE(filter.rowCount(), 1);
        QCOMPARE(filter.runAt(filter.index(0, 0)).id, u"r4"_s);
        filter.clear();
        filter.sort(RunsModel::Created, Qt::AscendingOrder);
        QCOMPARE(filter.runAt(filter.index(0, 0)).id, u"r9"_s);
    }

    void filesBecomeATree()
    {
        ArtifactsModel model;
        const QAbstractItemModelTester tester(&model);
        model.setArtifacts({{u"outputs/model.pt"_s, 10, {}},
                            {u"outputs/sub/b.txt"_s, 2, {}},
                            {u"outputs/sub/a.txt"_s, 1, {}},
                            {u"readme"_s, -1, {}}});
        QCOMPARE(printed(model), (QStringList{u"outputs 13"_s, u"  sub 3"_s, u"    a.txt 1"_s, u"    b.txt 2"_s,
                                              u"  model.pt 10"_s, u"readme -1"_s}));
        const QPersistentModelIndex kept = model.indexOf(u"outputs/sub/b.txt"_s);
        model.setArtifacts({{u"outputs/model.pt"_s, 20, {}}, {u"outputs/sub/b.txt"_s, 2, {}}, {u"logs/x"_s, 5, {}}});
        QVERIFY(kept.isValid());
        QCOMPARE(kept.data().toString(), u"b.txt"_s);
        QCOMPARE(printed(model), (QStringList{u"logs 5"_s, u"  x 5"_s, u"outputs 22"_s, u"  sub 2"_s, u"    b.txt 2"_s,
                                              u"  model.pt 20"_s}));
        QCOMPARE(model.below(u"outputs/sub"_s).size(), 1);
        QCOMPARE(model.below({}).size(), 3);
    }

    void aRandomWalkOfFileSetsEndsEqualToANewTree()
    {
        QRandomGenerator random(3);
        ArtifactsModel walked;
        const QAbstractItemModelTester tester(&walked);
        for (int step = 0; step < 60; ++step) {
            QList<Artifact> files;
            for (int i = 0; i < 25; ++i) {
                if (random.bounded(3) > 0)
                    files += Artifact{u"d%1/e%2/f%3"_s.arg(i % 3).arg(i % 4).arg(i), random.bounded(100), {}};
            }
            if (step % 10 == 9)
                files += Artifact{u"d1"_s, 1, {}}; // a file replaces a folder
            walked.setArtifacts(files);
            ArtifactsModel fresh;
            fresh.setArtifacts(files);
            QCOMPARE(printed(walked), printed(fresh));
        }
    }

    void metricsAreReadByCursor()
    {
        m_content.metricPage = 10;
        QList<MetricPoint> points;
        for (int i = 0; i < 25; ++i)
            points.append({double(i), i, i});
        points[7].value = std::numeric_limits<double>::quiet_NaN();
        m_content.metrics[u"r/loss"_s] = points;
        m_content.metrics[u"r/acc 10"_s] = {{1, 1, 1}};
        m_content.metrics[u"r/acc 2"_s] = {{2, 1, 1}};
        MetricsBoard board(u"r"_s);
        QSignalSpy grown(&board, &MetricsBoard::grown);
        board.refresh(&m_workspace->history, {u"loss"_s, u"acc 10"_s, u"acc 2"_s});
        QCOMPARE(board.keys(), (QStringList{u"acc 2"_s, u"acc 10"_s, u"loss"_s}));
        QVERIFY(!board.isLoaded());
        QTRY_COMPARE(board.series(u"loss"_s)->size(), 25);
        QTRY_VERIFY(board.isLoaded());
        QCOMPARE(board.series(u"loss"_s)->notFiniteCount(), 1);
        // From here on the model requests only new points.
        m_content.metrics[u"r/loss"_s].append({99, 99, 99});
        grown.clear();
        board.refresh(&m_workspace->history, {});
        board.refresh(&m_workspace->history, {});
        QTRY_COMPARE(board.series(u"loss"_s)->size(), 26);
        drainEvents();
        QCOMPARE(board.series(u"loss"_s)->size(), 26);
        QCOMPARE(grown.size(), 1);
        m_workspace->history.onMetric.always = [](const QString &, const QString &,
                                                  const QString &) -> Result<MetricHistory> {
            return failure(ErrorKind::Unreachable, u"gone"_s);
        };
        board.refresh(&m_workspace->history, {});
        QTRY_COMPARE(board.error().text, u"gone"_s);
        QCOMPARE(board.series(u"loss"_s)->size(), 26);
    }

    void aRunIsFollowedToItsEnd()
    {
        m_content.runs += run(u"r"_s);
        m_content.files[u"r/azureml-logs/70_driver_log.txt"_s] = "first\n";
        RunDocument document(*m_session, u"r"_s);
        QTRY_COMPARE(document.state(), LiveQuery::State::Ready);
        QVERIFY(document.isActive());
        QTRY_COMPARE(document.logPaths(), QStringList{u"azureml-logs/70_driver_log.txt"_s});
        RunLog log(&document, u"azureml-logs/70_driver_log.txt"_s);
        QTRY_COMPARE(log.document()->lineCount(), 1);
        QVERIFY(!log.isLocal());
        m_content.files[u"r/azureml-logs/70_driver_log.txt"_s] += "second\nthird\n";
        QTRY_COMPARE(log.document()->lineCount(), 3);
        Run *live = m_content.find(u"r"_s);
        live->status = RunStatus::Completed;
        live->ended = QDateTime::currentDateTimeUtc();
        m_content.files[u"r/azureml-logs/70_driver_log.txt"_s] += "last\n";
        m_content.files[u"r/outputs/model.pt"_s] = "m";
        Q_EMIT m_session->changed({u"runs/r"_s});
        QTRY_VERIFY(!document.isActive());
        QTRY_COMPARE(log.document()->lineCount(), 4);
        QTRY_VERIFY(!log.document()->isGrowing());
        QTRY_VERIFY(document.artifacts()->indexOf(u"outputs/model.pt"_s).isValid());
        QVERIFY(!log.document()->isPartial());
    }

    void nothingIsRequestedWhileHidden()
    {
        m_content.runs += run(u"r"_s);
        RunDocument document(*m_session, u"r"_s);
        QTRY_VERIFY(document.hasContent());
        document.setWatched(false);
        drainEvents();
        const auto asked = m_workspace->history.onRun.count();
        Q_EMIT m_session->changed({u"runs/r"_s});
        drainEvents();
        QCOMPARE(m_workspace->history.onRun.count(), asked);
        document.setWatched(true);
        QTRY_COMPARE(m_workspace->history.onRun.count(), asked + 1);
    }

    void aDeletedRunDisappears()
    {
        m_content.runs += run(u"r"_s);
        RunDocument document(*m_session, u"r"_s);
        QSignalSpy gone(&document, &RunDocument::deleted);
        QTRY_VERIFY(document.hasContent());
        m_content.runs.clear();
        document.refresh();
        QTRY_COMPARE(gone.size(), 1);
        QCOMPARE(document.error().kind, ErrorKind::NotFound);
    }

    void phasesAreDerivedIfTheyAreNotStored()
    {
        Run one = run(u"r"_s);
        auto phases = phasesOf(one);
        QCOMPARE(phases.size(), 4);
        QCOMPARE(phases[0].entered, one.created);
        QCOMPARE(phases[2].entered, one.started);
        QVERIFY(!phases[2].left.isValid());
        one.phases = {{Phase::Scaling, one.created, {}}};
        phases = phasesOf(one);
        QVERIFY(!phases[0].entered.isValid());
        QCOMPARE(phases[1].entered, one.created);
    }

    void theLogOfTheFirstRankThatFailed()
    {
        Run one = run(u"r"_s, RunStatus::Failed);
        const QStringList logs{u"azureml-logs/20_image_build_log.txt"_s, u"azureml-logs/70_driver_log_0.txt"_s,
                               u"azureml-logs/70_driver_log_1.txt"_s};
        QCOMPARE(failingLog(one, logs), logs[1]);
        one.ranks = {{0, {}, 15, one.started, one.started.addSecs(9), {}},
                     {1, 1, {}, one.started, one.started.addSecs(7), {}}};
        QCOMPARE(failingLog(one, logs), logs[2]);
        QCOMPARE(failingLog(one, {logs[0]}), logs[0]);
        QCOMPARE(failingLog(one, {}), QString());
    }

    void metricsAreInNaturalOrder()
    {
        Testing::FakeRunHistory history;
        MetricsBoard board(u"r"_s);
        board.refresh(&history, {u"layer 10"_s, u"Layer 2"_s, u"layer 1"_s, u"acc"_s, u"loss"_s});
        QCOMPARE(board.keys(), (QStringList{u"acc"_s, u"layer 1"_s, u"Layer 2"_s, u"layer 10"_s, u"loss"_s}));
    }
};

QTEST_GUILESS_MAIN(TestRunModels)
#include "tst_runmodels.moc"
