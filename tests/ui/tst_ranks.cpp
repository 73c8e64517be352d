// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/items/rankactivity.h"
#include "tests/ui/runscontent.h"
#include "ui/ranks/lagheatmap.h"
#include "ui/ranks/rankslist.h"
#include "ui/ranks/ranktimelineview.h"
#include "ui/ranks/stalledranksbar.h"
#include "ui/ranks/stragglerview.h"
#include "ui/runs/runpage.h"
#include "ui/tables/tableview.h"

#include <QAbstractItemModelTester>
#include <QContextMenuEvent>
#include <QCoreApplication>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QSplitter>
#include <QTimer>
#include <QToolButton>

#include <algorithm>

using namespace Roost;
using namespace Roost::Testing;
using namespace Roost::Items;
using namespace Roost::Ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestRanks : public QObject
{
    Q_OBJECT

private:
    FakeContent m_content;
    std::shared_ptr<FakeWorkspace> m_workspace;
    std::unique_ptr<WorkspaceSession> m_session;
    std::unique_ptr<OpenRun> m_run;
    RecordingNavigator m_navigator;

    // Opens the run of `activity` as the only run of the workspace; its ranks are those of the document.
    RunRanks *open(const RankActivity &activity, RunStatus status = RunStatus::Running,
                   const QMap<QString, QList<MetricPoint>> &metrics = {})
    {
        m_run.reset();
        Run run = activity.run(status);
        run.displayName = u"wise-owl-5"_s;
        if (status == RunStatus::Failed) {
            run.errorText = u"Rank 1: ValueError: bad batch"_s;
            for (RankOutcome &rank : run.ranks) {
                rank.ended = toDateTime(activity.now() + (rank.rank == 1 ? 0ms : 500ms));
                rank.exitCode = rank.rank == 0 ? 0 : 1;
            }
        }
        m_content = {};
        for (const auto &[key, points] : metrics.asKeyValueRange()) {
            run.lastMetrics.insert(key, points.last().value);
            m_content.metrics.insert(run.id + u'/' + key, points);
        }
        m_content.runs = {run};
        m_content.activities = {{run.id, activity.make()}};
        for (const LogActivity &log : m_content.activities.first().logs)
            m_content.files.insert(run.id + u'/' + log.path, "step 1\n");
        m_workspace = std::make_shared<FakeWorkspace>();
        m_content.answer(*m_workspace);
        m_session = openSession(m_workspace);
        m_run = std::make_unique<OpenRun>(*m_session, run.id);
        RunRanks *ranks = m_run->ranks();
        const qsizetype wanted = run.ranks.size();
        [[maybe_unused]] const bool is = QTest::qWaitFor(
            [&] { return ranks->timeline().count() == wanted && m_run->document()->hasContent(); }, 20000);
        return ranks;
    }

    static QPoint cellAt(TableView *table, int row)
    {
        return table->visualRect(table->model()->index(row, RanksModel::Rank)).center();
    }
    static QString text(RunRanks *ranks, int row, int column)
    {
        return ranks->model()->index(row, column).data().toString();
    }
    static QStringList logs(std::initializer_list<int> ranks)
    {
        QStringList paths;
        for (const int rank : ranks)
            paths += u"azureml-logs/70_driver_log_%1.txt"_s.arg(rank);
        return paths;
    }

private Q_SLOTS:
    void initTestCase() { Theme::install(Theme::Choice::Light); }
    void cleanup()
    {
        m_run.reset();
        Theme::choose(Theme::Choice::Light);
    }

    void theViewAgreesWithTheCause()
    {
        RankActivity activity(4, 80s);
        for (const int rank : {0, 1, 2, 3})
            activity.silent(rank, 20s);
        RunRanks *ranks = open(activity, RunStatus::Failed);
        CauseCandidate hung;
        hung.rank = 2;
        hung.kind = CauseKind::Hang;
        m_content.runs[0].cause = FirstCause{{hung}, {0, 1, 3}, FirstCause::Certainty::Inferred};
        m_run->document()->refresh();
        QTRY_VERIFY(m_run->document()->run().cause);
        StragglerView view(ranks);
        view.show();
        auto *summary = view.findChild<QLabel *>(u"stragglerSummary"_s);
        QTRY_COMPARE(summary->text(), u"Rank 2 hung while the others waited for it. Until then all ranks kept up."_s);
        // If the cause is not known, the text for a run that has failed must at least not be in the present tense.
        m_content.runs[0].cause.reset();
        m_run->document()->refresh();
        QTRY_COMPARE(summary->text(), u"All ranks kept up until the run failed."_s);
    }

    void theViewNamesStalledRanks()
    {
        RankActivity activity(4, 80s);
        for (const int rank : {0, 1, 2, 3})
            activity.silent(rank, 20s);
        RunRanks *ranks = open(activity);
        StragglerView view(ranks);
        view.show();
        QTRY_VERIFY(!ranks->stallText().isEmpty());
        QTRY_COMPARE(view.findChild<QLabel *>(u"stragglerSummary"_s)->text(), ranks->stallText());
    }

    void theLastLineOfARunThatEndedIsAMomentNotAnAge()
    {
        RunRanks *ranks = open(RankActivity(2, 60s), RunStatus::Failed);
        const QString last = text(ranks, 1, RanksModel::LastLine);
        QVERIFY2(last.contains(u"2023"_s), qPrintable(last));
        ranks->model()->setNow(*ranks->now() + 976s);
        QCOMPARE(text(ranks, 1, RanksModel::LastLine), last);
        // For an active run the text is an age, not a time of day.
        ranks = open(RankActivity(2, 60s));
        ranks->model()->setNow(ActivityBegin + 59500ms + 976s);
        QCOMPARE(text(ranks, 1, RanksModel::LastLine), u"16 min"_s);
    }

    void theMenuOfARankMutesIt()
    {
        RunRanks *ranks = open(RankActivity(4, 60s));
        RanksList list(ranks);
        list.resize(400, 300);
        list.show();
        auto *table = list.findChild<TableView *>();
        const auto choose = [&](const QString &action) {
            QTimer::singleShot(0, &list, [&list, action] {
                auto *menu = list.findChild<QMenu *>(u"rankMenu"_s);
                if (auto *found = menu ? menu->findChild<QAction *>(action) : nullptr)
                    found->trigger();
                if (menu)
                    menu->close();
            });
            const QPoint at = cellAt(table, 1);
            QContextMenuEvent event(QContextMenuEvent::Mouse, at, table->viewport()->mapToGlobal(at));
            QCoreApplication::sendEvent(table->viewport(), &event);
        };
        choose(u"rankMute"_s);
        QCOMPARE(list.shownLogs(), logs({0, 2, 3}));
        choose(u"rankMute"_s);
        QCOMPARE(list.shownLogs(), logs({0, 1, 2, 3}));
        choose(u"rankAlone"_s);
        QCOMPARE(list.shownLogs(), logs({1}));
    }

    void theModelStatesTheStateOfEachRank()
    {
        RunRanks *ranks = open(RankActivity(4, 60s).error(1, 20s), RunStatus::Failed);
        const QAbstractItemModelTester tester(ranks->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(ranks->model()->rowCount(), 4);
        QCOMPARE(text(ranks, 0, RanksModel::State), u"Done"_s);
        QCOMPARE(text(ranks, 1, RanksModel::State), u"Failed first"_s);
        QCOMPARE(text(ranks, 1, RanksModel::Cause), u"Rank 1: ValueError: bad batch"_s);
        QCOMPARE(text(ranks, 2, RanksModel::State), u"Stopped after"_s);
        QCOMPARE(text(ranks, 1, RanksModel::Lines), u"120"_s);
        QCOMPARE(text(ranks, 1, RanksModel::Errors), u"1"_s);
        QCOMPARE(text(ranks, 3, RanksModel::Node), u"1 / 1"_s);
        QCOMPARE(text(ranks, 3, RanksModel::Exit), u"1"_s);
        QCOMPARE(text(ranks, 1, RanksModel::Rate), QString()); // the rank has ended
    }

    void aRunningRankHasItsRateAndAnAge()
    {
        RunRanks *ranks = open(RankActivity(2, 60s));
        QCOMPARE(text(ranks, 0, RanksModel::State), u"Running"_s);
        QCOMPARE(text(ranks, 0, RanksModel::Rate), u"2.0"_s);
        QVERIFY(!text(ranks, 0, RanksModel::LastLine).isEmpty());
        QCOMPARE(m_workspace->activityFeed.onActivity.calls.first().args, std::tuple(u"ranks_1"_s, QString()));
        // While the page is not visible, it sends no requests.
        m_run->setWatched(false);
        const auto requestsOf = [this](const QString &run) {
            return std::ranges::count_if(m_workspace->activityFeed.onActivity.calls,
                                         [&run](const auto &call) { return std::get<0>(call.args) == run; });
        };
        const auto sent = requestsOf(u"ranks_1"_s);
        m_content.runs.append(m_content.runs.first());
        m_content.runs.last().id = u"ranks_2"_s;
        m_content.activities.insert(u"ranks_2"_s, RankActivity(2, 60s).make());
        OpenRun visible(*m_session, u"ranks_2"_s);
        visible.ranks();
        QTRY_VERIFY_WITH_TIMEOUT(requestsOf(u"ranks_2"_s) >= 3, 20000);
        QVERIFY(requestsOf(u"ranks_1"_s) <= sent + 1);
    }

    void withoutTheExtensionSizesAreKnownAndLinesAreNot()
    {
        open(RankActivity(2, 60s));
        m_run.reset();
        m_workspace->hasActivity = false;
        m_run = std::make_unique<OpenRun>(*m_session, u"ranks_1"_s);
        RunRanks *ranks = m_run->ranks();
        QTRY_COMPARE_WITH_TIMEOUT(ranks->activity().logs.size(), 2, 20000);
        QCOMPARE(ranks->activity().logs.first().bytes, 7);
        QVERIFY(!ranks->activity().logs.first().lines);
        m_content.files[u"ranks_1/azureml-logs/70_driver_log_0.txt"_s] += "step 2\n";
        QTRY_COMPARE_WITH_TIMEOUT(ranks->activity().logs.first().bytes, 14, 20000);
        QVERIFY(ranks->activity().logs.first().lastWrite);
    }

    void oneClickShowsARankAloneAndAltMutesIt()
    {
        RunRanks *ranks = open(RankActivity(4, 60s));
        RanksList list(ranks);
        list.resize(340, 300);
        list.show();
        QSignalSpy told(&list, &RanksList::selectionChanged);
        auto *table = list.findChild<TableView *>(u"ranksTable"_s);
        QCOMPARE(list.shownLogs(), logs({0, 1, 2, 3}));
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, cellAt(table, 2));
        QCOMPARE(list.solo(), LogSource(RankLogs{2}));
        QCOMPARE(list.shownLogs(), logs({2}));
        QCOMPARE(told.count(), 1);
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, cellAt(table, 2));
        QCOMPARE(list.shownLogs(), logs({0, 1, 2, 3}));
        QTest::mouseDClick(table->viewport(), Qt::LeftButton, {}, cellAt(table, 1));
        QCOMPARE(list.shownLogs(), logs({1}));
        QTest::mouseClick(table->viewport(), Qt::LeftButton, Qt::AltModifier, cellAt(table, 3));
        QCOMPARE(list.shownLogs(), logs({0, 1, 2}));
        list.findChild<QToolButton *>(u"ranksAll"_s)->click();
        QCOMPARE(list.shownLogs(), logs({0, 1, 2, 3}));
        QVERIFY(!list.findChild<QToolButton *>(u"ranksAll"_s)->isEnabled());
    }

    void everythingIsReachedByKeys()
    {
        RunRanks *ranks = open(RankActivity(4, 60s));
        RanksList list(ranks);
        list.resize(340, 300);
        list.show();
        auto *table = list.findChild<TableView *>(u"ranksTable"_s);
        list.setCurrentRank(1);
        QCOMPARE(list.shownLogs(), logs({0, 1, 2, 3}));
        QTest::keyClick(table, Qt::Key_M);
        QCOMPARE(list.shownLogs(), logs({0, 2, 3}));
        QTest::keyClick(table, Qt::Key_Down);
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(list.shownLogs(), logs({2}));
        QTest::keyClick(table, Qt::Key_A);
        QCOMPARE(list.shownLogs(), logs({0, 1, 2, 3}));
        QTest::keyClick(table, Qt::Key_M);
        const QVariantMap state = list.saveState();
        RanksList again(ranks);
        again.restoreState(state);
        QCOMPARE(again.shownLogs(), logs({0, 1, 3}));
    }

    void theListSortsAndShowsOnlyTrouble()
    {
        RunRanks *ranks = open(RankActivity(4, 60s), RunStatus::Failed);
        RanksList list(ranks);
        auto *table = list.findChild<TableView *>(u"ranksTable"_s);
        const QAbstractItemModelTester tester(table->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        table->sortByColumn(RanksModel::State, Qt::DescendingOrder);
        QCOMPARE(table->model()->index(3, 0).data().toString(), u"0"_s);
        list.findChild<QToolButton *>(u"ranksTrouble"_s)->click();
        QCOMPARE(table->model()->rowCount(), 3);
    }

    void aStalledRankIsReportedWhileTheRunContinues()
    {
        const auto activity = RankActivity(4, 60s).silent(2, 20s);
        open(activity);
        m_run.reset();
        RunPage page(*m_session, m_navigator, u"ranks_1"_s);
        page.resize(1080, 640);
        page.show();
        page.activate();
        auto *bar = page.findChild<StalledRanksBar *>();
        QTRY_VERIFY_WITH_TIMEOUT(bar->isVisible(), 20000);
        QVERIFY(bar->accessibleName().startsWith(u"Rank 2 has been silent for 4"_s));
        QTRY_VERIFY(!m_navigator.notices.isEmpty());
        QVERIFY(m_navigator.notices.first().startsWith(u"wise-owl-5: Rank 2"_s));
        RunRanks *ranks = page.openRun()->ranks();
        QTRY_COMPARE(text(ranks, 2, RanksModel::State), u"Silent"_s);
        grabTo(page, u"ranks-silent"_s);
        // There is only one notice, however long the stall lasts.
        const auto read = m_workspace->activityFeed.onActivity.count();
        QTRY_VERIFY_WITH_TIMEOUT(m_workspace->activityFeed.onActivity.count() >= read + 2, 20000);
        QCOMPARE(m_navigator.notices.size(), 1);
        // The rank writes again.
        m_content.activities[u"ranks_1"_s] = RankActivity(4, 120s).make();
        QTRY_VERIFY_WITH_TIMEOUT(!bar->isVisible(), 20000);
    }

    void timelineRowsAreClickedZoomedAndWalkedByKeys()
    {
        RunRanks *ranks = open(RankActivity(4, 60s).error(3, 30s));
        RankTimelineView timeline(ranks);
        timeline.resize(640, 120);
        timeline.show();
        QSignalSpy clicked(&timeline, &TimeStrip::timeClicked);
        QTest::mouseClick(&timeline, Qt::LeftButton, {}, QPoint(timeline.width() / 2, 45));
        QCOMPARE(clicked.count(), 1);
        const auto middle = clicked.first().first().value<TimePoint>();
        QVERIFY(std::chrono::abs(middle - (ActivityBegin + 30s)) < 3s);
        QCOMPARE(clicked.first().at(1).value<std::optional<int>>(), 2);
        const auto whole = timeline.shownTime().span();
        timeline.setFocus();
        QTest::keyClick(&timeline, Qt::Key_Plus);
        QVERIFY(!timeline.isFitted());
        QVERIFY(timeline.shownTime().span() < whole);
        QVERIFY(timeline.shownTime().from < middle && middle < timeline.shownTime().to);
        QTest::keyClick(&timeline, Qt::Key_Right);
        QTest::keyClick(&timeline, Qt::Key_Return);
        QCOMPARE(clicked.count(), 2);
        QVERIFY(clicked.last().first().value<TimePoint>() > middle);
        QTest::keyClick(&timeline, Qt::Key_0);
        QVERIFY(timeline.isFitted());
        QTest::mouseDClick(&timeline, Qt::LeftButton, {}, QPoint(300, 20));
        QVERIFY(timeline.isFitted());
    }

    void theViewNamesTheSlowestRank_data()
    {
        QTest::addColumn<double>("factor");
        QTest::addColumn<QString>("summary");
        QTest::newRow("one is slow") << 1.5 << u"Rank 1: 80 steps (40 s) behind"_s;
        QTest::newRow("even") << 1.0 << u"All ranks keep up with each other."_s;
    }
    void theViewNamesTheSlowestRank()
    {
        QFETCH(double, factor);
        StragglerView view(open(RankActivity(4, 120s).slow(1, factor)));
        view.show();
        QTEST(view.findChild<QLabel *>(u"stragglerSummary"_s)->text(), "summary");
        QVERIFY(view.findChild<QLabel *>(u"stragglerBasis"_s)->text().contains(u"step #"_s));
    }

    void theViewComparesByAMetricOfEachRank()
    {
        QMap<QString, QList<MetricPoint>> metrics;
        for (int rank = 0; rank < 4; ++rank) {
            for (qint64 step = 0, at = 0; at < 120'000; ++step, at += rank == 2 ? 1000 : 500)
                metrics[u"loss_rank%1"_s.arg(rank)] += {1.0 / double(step + 1), msSinceEpoch(ActivityBegin) + at, step};
        }
        RunRanks *ranks = open(RankActivity(4, 120s), RunStatus::Running, metrics);
        StragglerView view(ranks);
        view.show();
        const auto *basis = view.findChild<QLabel *>(u"stragglerBasis"_s);
        QTRY_COMPARE_WITH_TIMEOUT(basis->text(), u"Compared by the points of the metric that each rank logs: “loss”"_s,
                                  20000);
        QCOMPARE(view.findChild<QLabel *>(u"stragglerSummary"_s)->text(), u"Rank 2: 120 steps (60 s) behind"_s);
        grabTo(view, u"ranks-stragglers-metric"_s);
    }

    // For visual inspection, and to detect crashes at unusual sizes.
    void pictures_data()
    {
        QTest::addColumn<int>("count");
        for (const int count : {2, 8, 64, 1000})
            QTest::addRow("%d", count) << count;
    }
    void pictures()
    {
        QFETCH(int, count);
        auto activity = RankActivity(count, 180s).slow(count / 2, 1.08).silent(count - 1, 120s);
        activity.error(0, 30s).error(count / 2, 60s).error(count / 2, 61s);
        RunRanks *ranks = open(activity);
        for (const auto choice : {Theme::Choice::Light, Theme::Choice::Dark}) {
            Theme::choose(choice);
            const QString suffix = u"%1-%2"_s.arg(count).arg(choice == Theme::Choice::Dark ? u"dark"_s : u"light"_s);
            QSplitter logs;
            auto *list = new RanksList(ranks);
            auto *timeline = new RankTimelineView(ranks);
            logs.addWidget(list);
            logs.addWidget(timeline);
            logs.setSizes({360, 920});
            logs.resize(1280, 300);
            timeline->markTime({ActivityBegin + 100s, ActivityBegin + 110s});
            logs.show();
            list->setMuted(RankLogs{1}, true);
            QVERIFY(!logs.grab().isNull());
            grabTo(logs, u"ranks-list-"_s + suffix);
            StragglerView view(ranks);
            view.resize(1100, view.sizeHint().height());
            view.show();
            QVERIFY(!view.grab().isNull());
            grabTo(view, u"ranks-stragglers-"_s + suffix);
            RunPage page(*m_session, m_navigator, u"ranks_1"_s);
            page.resize(1280, 800);
            page.show();
            page.activate();
            QTRY_COMPARE_WITH_TIMEOUT(page.openRun()->ranks()->timeline().count(), count, 20000);
            QVERIFY(!page.grab().isNull());
            grabTo(page, u"ranks-page-"_s + suffix);
        }
    }
};

QTEST_MAIN(TestRanks)
#include "tst_ranks.moc"
