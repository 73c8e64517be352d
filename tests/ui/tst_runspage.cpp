// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/runs/runsmodel.h"
#include "tests/ui/runsfixture.h"
#include "ui/logs/logview.h"
#include "ui/runs/phasetimeline.h"
#include "ui/runs/quicklook.h"
#include "ui/widgets/bar.h"
#include "ui/widgets/statebadge.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>
#include <utility>

using namespace Roost;
using namespace Roost::Testing;
using namespace Roost::Items;
using namespace Roost::Ui;
using namespace Qt::StringLiterals;

class TestRunsPage : public QObject, private RunsFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::install(Theme::Choice::Light); }
    void init() { beginCase(); }

    void columnsAreLaidOutAsTheModelDescribesThem()
    {
        const auto page = runs();
        const auto *shown = table(*page);
        const auto *header = shown->horizontalHeader();
        const int character = shown->fontMetrics().averageCharWidth();
        const RunsModel model;
        for (int i = 0; i < model.columnCount(); ++i) {
            const auto described = [&model, i](int role) { return model.headerData(i, Qt::Horizontal, role); };
            QCOMPARE(shown->model()->headerData(i, Qt::Horizontal), described(Qt::DisplayRole));
            const auto visibility = ColumnVisibility(described(VisibilityRole).toInt());
            // No run has measured resources.
            const bool isHidden = visibility == ColumnVisibility::Hidden || visibility == ColumnVisibility::WhereKnown;
            QCOMPARE(shown->isColumnHidden(i), isHidden);
            const bool followsItsContent = described(StretchRole).toBool() || i == RunsModel::Cause;
            if (!isHidden && !followsItsContent)
                QCOMPARE(header->sectionSize(i), described(WidthRole).toInt() * character + 2 * Theme::Inside);
        }
        QVERIFY(shown->isColumnHidden(RunsModel::Id));
        QVERIFY(!shown->isColumnHidden(RunsModel::Cause));
        QVERIFY(header->sectionSize(RunsModel::Name) >= 20 * character);
    }

    void resourcesAreShownWhereTheyAreKnown()
    {
        const auto page = runs();
        auto *shown = table(*page);
        QVERIFY(shown->isColumnHidden(RunsModel::PeakMemory));
        m_content.runs[3].resources = RunResources{3'200'000'000, -1, 41.2, {}};
        m_content.runs[4].resources = RunResources{13'200'000'000, -1, 41.2, {}};
        m_session->refresh();
        QTRY_VERIFY(!shown->isColumnHidden(RunsModel::PeakMemory));
        QVERIFY(shown->isColumnHidden(RunsModel::MeanGpu));
        shown->sortByColumn(RunsModel::PeakMemory, Qt::DescendingOrder);
        const auto text = [shown](int row) {
            return shown->model()->index(row, RunsModel::PeakMemory).data().toString();
        };
        QTRY_COMPARE(text(0), u"13.2 GB"_s);
        QCOMPARE(text(1), u"3.2 GB"_s);
        page->resize(1280, 740);
        grabTo(*page, u"runs-resources"_s);
        // What the user hides stays hidden.
        shown->chooseColumn(RunsModel::PeakMemory, false);
        m_content.runs[5].resources = m_content.runs[3].resources;
        m_session->refresh();
        QTRY_COMPARE(text(2), u"3.2 GB"_s);
        QVERIFY(shown->isColumnHidden(RunsModel::PeakMemory));
    }

    void theTableShowsRunsAndFilters()
    {
        const auto page = runs();
        QCOMPARE(table(*page)->model()->rowCount(), 35);
        sweep(*page);
        grabTo(*page, u"runs"_s);
        auto *text = page->findChild<QLineEdit *>(u"runsFilterText"_s);
        QVERIFY(page->focusFilter());
        QTest::keyClicks(text, u"sad crow"_s);
        QCOMPARE(table(*page)->model()->rowCount(), 1);
        text->clear();
        auto *status = page->findChild<QComboBox *>(u"runsStatus"_s);
        status->setCurrentIndex(1);
        QCOMPARE(table(*page)->model()->rowCount(), 2);
        status->setCurrentIndex(0);
        auto *experiment = page->findChild<QComboBox *>(u"runsExperiment"_s);
        QCOMPARE(experiment->count(), 3);
        experiment->setCurrentIndex(experiment->findData(u"lr-sweep"_s));
        QCOMPARE(table(*page)->model()->rowCount(), 30);
        QTest::keyClicks(text, u"nothing has this"_s);
        QCOMPARE(table(*page)->model()->rowCount(), 0);
        auto *none = page->findChild<QWidget *>(u"runsNoMatch"_s);
        QVERIFY(none->isVisible());
        grabTo(*page, u"runs-nomatch"_s);
        QTest::mouseClick(none->findChild<QPushButton *>(), Qt::LeftButton);
        QCOMPARE(table(*page)->model()->rowCount(), 35);
    }

    void aLongExperimentLeavesRoomForTheFilter()
    {
        const QString name = u"an-experiment-"_s.repeated(12);
        m_content.runs[0].experiment = name;
        const auto page = runs();
        action(*page, u"runsQuick"_s)->trigger();
        page->resize(760, 500);
        auto *experiment = page->findChild<QComboBox *>(u"runsExperiment"_s);
        QTRY_VERIFY(experiment->findData(name) > 0);
        QCOMPARE(experiment->itemData(experiment->findData(name), Qt::ToolTipRole).toString(), name);
        experiment->setCurrentIndex(experiment->findData(name));
        QCOMPARE(experiment->toolTip(), name);
        QCoreApplication::processEvents();
        QVERIFY(experiment->width() < 260);
        QVERIFY(page->findChild<QLineEdit *>(u"runsFilterText"_s)->width() >= 160);
        grabTo(*page, u"runs-long-experiment"_s);
        experiment->setCurrentIndex(0);
        QCOMPARE(experiment->toolTip(), experiment->accessibleName());
    }

    void theFilterIsRestored()
    {
        QVariantMap state;
        {
            const auto page = runs();
            page->showExperiment(u"lr-sweep"_s);
            page->findChild<QComboBox *>(u"runsStatus"_s)->setCurrentIndex(3);
            page->findChild<QLineEdit *>(u"runsFilterText"_s)->setText(u"sweep-1"_s);
            action(*page, u"runsQuick"_s)->trigger();
            state = page->saveState();
            QCOMPARE(table(*page)->model()->rowCount(), 2);
        }
        RunsPage again(*m_session, m_navigator);
        again.restoreState(state);
        again.show();
        QTRY_COMPARE(table(again)->model()->rowCount(), 2);
        QVERIFY(again.findChild<QuickLook *>()->isVisible());
        // In another workspace these would be different experiments.
        state.insert(u"workspace"_s, u"/tmp/owls"_s);
        RunsPage elsewhere(*m_session, m_navigator);
        elsewhere.restoreState(state);
        QTRY_COMPARE(table(elsewhere)->model()->rowCount(), 35);
    }

    void hiddenPagesReadNothing()
    {
        const auto page = runs();
        const auto &asked = m_workspace->history.onRuns;
        page->deactivate();
        const auto before = asked.count();
        m_session->refresh();
        QCOMPARE(asked.count(), before);
        page->activate();
        QTRY_VERIFY(asked.count() > before);
    }

    void selectionAndScrollSurviveNewRuns()
    {
        const auto page = runs();
        TableView *view = table(*page);
        view->selectRow(20);
        const QString chosen = view->currentIndex().siblingAtColumn(1).data().toString();
        view->verticalScrollBar()->setValue(view->verticalScrollBar()->maximum() / 2);
        const int before = view->visualRect(view->currentIndex()).top();
        Run fresh = m_content.runs.first();
        fresh.id = u"new_one"_s;
        fresh.displayName = u"new-one"_s;
        fresh.created = QDateTime::currentDateTimeUtc();
        m_content.runs.prepend(fresh);
        m_workspace->changeFeed.onWait.resolve(Changes{2, {u"runs/new_one"_s}, false});
        page->refresh();
        QTRY_COMPARE(view->model()->rowCount(), 36);
        QCOMPARE(view->currentIndex().siblingAtColumn(1).data().toString(), chosen);
        QTRY_COMPARE(view->visualRect(view->currentIndex()).top(), before);
    }

    void theQuickLookWithoutARunIsExplained()
    {
        QuickLook look(*m_session);
        look.resize(420, 600);
        look.show();
        auto *none = look.findChild<QWidget *>(u"quickNone"_s);
        QVERIFY(none->isVisible());
        QVERIFY(!look.findChild<PhaseTimeline *>()->isVisible());
        QVERIFY(!look.findChild<StateBadge *>()->isVisible());
        grabTo(look, u"quicklook-none"_s);
        look.setRun(u"calm_finch_42"_s);
        QTRY_VERIFY(look.findChild<PhaseTimeline *>()->isVisible());
        QVERIFY(!none->isVisible());
    }

    void newRunIsThereOnceTheWorkspaceIsOpen()
    {
        WorkspaceSession session(u"/tmp/birds"_s, u"Birds"_s,
                                 [this] { return readyFuture<std::shared_ptr<Workspace>>(m_workspace); });
        RunsPage page(session, m_navigator);
        QVERIFY(page.headerActions().isEmpty());
        qsizetype told = -1;
        connect(&page, &PageView::headerChanged, this, [&] { told = page.headerActions().size(); });
        session.open();
        QTRY_COMPARE(told, 1);
    }

    void theQuickLookExplainsAnEmptyTable()
    {
        m_workspace->history.onRun.always = [](const QString &) -> Result<Run> {
            return failure(ErrorKind::Denied, u"The token is not accepted."_s);
        };
        QuickLook look(*m_session);
        look.show();
        look.setRun(u"calm_finch_42"_s);
        QTRY_COMPARE(look.findChild<QLabel *>(u"quickError"_s)->text(), u"The token is not accepted."_s);
        QVERIFY(look.findChild<QLabel *>(u"quickError"_s)->isVisible());
    }

    void spaceShowsEnterOpensDeleteAsks()
    {
        const auto page = runs();
        TableView *view = table(*page);
        view->setFocus();
        view->selectRow(1);
        auto *look = page->findChild<QuickLook *>();
        QTest::keyClick(view, Qt::Key_Space);
        QVERIFY(look->isVisible());
        QTRY_COMPARE(look->findChild<QLabel *>(u"quickName"_s)->text(), u"calm-finch-42"_s);
        QTRY_VERIFY(look->findChild<LogView *>() && look->findChild<LogView *>()->document()->lineCount() > 100);
        grabTo(*page, u"runs-quicklook"_s);
        sweep(*page);
        QTest::keyClick(view, Qt::Key_Down);
        QTRY_COMPARE(look->findChild<QLabel *>(u"quickName"_s)->text(), u"sad-crow-13"_s);
        QTest::keyClick(view, Qt::Key_Space);
        QVERIFY(!look->isVisible());
        QTest::keyClick(view, Qt::Key_Return);
        QTest::keyClick(view, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(m_navigator.opened, (QStringList{u"run sad_crow_13"_s, u"run sad_crow_13 new"_s}));

        QTest::keyClick(view, Qt::Key_Delete);
        auto *yes = page->findChild<QPushButton *>(u"confirmYes"_s);
        QVERIFY(yes);
        QTRY_VERIFY(yes->isVisible());
        QCOMPARE(yes->text(), u"Delete run"_s);
        grabTo(*page, u"runs-confirm"_s);
        QCOMPARE(m_workspace->jobService.onRemove.count(), 0);
        QTest::mouseClick(yes, Qt::LeftButton);
        QTRY_COMPARE(m_workspace->jobService.onRemove.count(), 1);
        QCOMPARE(m_workspace->jobService.onRemove.lastArg<0>(), u"sad_crow_13"_s);

        view->selectRow(1);
        QTest::keyClick(view, Qt::Key_Delete);
        QCOMPARE(yes->text(), u"Cancel run"_s);
        QTest::mouseClick(yes, Qt::LeftButton);
        QTRY_COMPARE(m_workspace->jobService.onCancel.count(), 1);
    }

    void aHeldRunIsStartedFromTheTable()
    {
        Run *held = m_content.find(u"bold_heron_7"_s);
        held->properties.insert(u"roost.held"_s, u"true"_s);
        held->command = u"touch /tmp/proof"_s;
        const auto page = runs();
        QAction *start = action(*page, u"runsStart"_s);
        QVERIFY(page->menuActions().contains(start));
        table(*page)->selectRow(1);
        QVERIFY(!start->isVisible());
        table(*page)->selectRow(0);
        QVERIFY(start->isVisible());
        start->trigger();
        const auto *confirm = page->findChild<ConfirmBar *>();
        QVERIFY2(confirm->accessibleName().contains(u"touch /tmp/proof"_s), qPrintable(confirm->accessibleName()));
        QCOMPARE(m_workspace->held.onProceed.count(), 0);
        QTest::mouseClick(page->findChild<QPushButton *>(u"confirmYes"_s), Qt::LeftButton);
        QCOMPARE(m_workspace->held.onProceed.lastArg<0>(), u"bold_heron_7"_s);
        const qsizetype asked = m_workspace->history.onRuns.count();
        m_workspace->held.onProceed.resolveLast(failure(ErrorKind::Conflict, u"It starts by itself."_s));
        QTRY_COMPARE(m_navigator.notices, QStringList{u"It starts by itself."_s});
        QTRY_VERIFY(m_workspace->history.onRuns.count() > asked);
    }

    void theQuickLookIsUpdated()
    {
        Run *live = m_content.find(u"calm_finch_42"_s);
        live->created = QDateTime::currentDateTimeUtc().addSecs(-11);
        live->started = live->created.addSecs(1);
        const auto page = runs();
        table(*page)->selectRow(0);
        action(*page, u"runsQuick"_s)->trigger();
        const QLabel *created = nullptr;
        QTRY_VERIFY((created = page->findChild<QLabel *>(u"quickFacts:Created"_s)));
        QTRY_VERIFY(created->text().endsWith(u" s ago"_s));
        const QString before = created->text();
        QTRY_VERIFY(created->text() != before);
    }

    void emptyErrorAndRetry()
    {
        m_content.runs.clear();
        {
            const auto page = runs();
            auto *empty = page->findChild<QWidget *>(u"runsEmpty"_s);
            QTRY_VERIFY(empty->isVisible());
            grabTo(*page, u"runs-empty"_s);
            QTest::mouseClick(empty->findChild<QPushButton *>(), Qt::LeftButton);
            QCOMPARE(m_navigator.wizards.size(), 1);
        }
        m_workspace->history.onRuns.always = [](const RunQuery &, const QString &) -> Result<Page<Run>> {
            return failure(ErrorKind::Unreachable, u"The workspace service does not answer."_s, u"ECONNREFUSED"_s);
        };
        const auto page = runs();
        QTRY_VERIFY(page->isLoaded());
        grabTo(*page, u"runs-error"_s);
        fillWithRuns(m_content);
        m_content.answer(*m_workspace);
        page->refresh();
        QTRY_COMPARE(table(*page)->model()->rowCount(), 35);
    }

    // Adds more runs than fit into one page; the oldest have a separate experiment.
    void addOldRuns(int count)
    {
        for (int i = 0; i < count; ++i) {
            Run old = m_content.runs.last();
            old.id = u"old_%1"_s.arg(i);
            old.displayName = u"old-owl-%1"_s.arg(i);
            old.created = old.created.addSecs(-60);
            old.started = old.created.addSecs(5);
            old.ended = old.started.addSecs(60);
            old.experiment = i + 3 > count ? u"long-ago"_s : u"owls"_s;
            m_content.runs.append(old);
        }
    }

    void theFilterQueriesTheWholeWorkspace()
    {
        addOldRuns(400);
        const auto page = runs();
        const auto *count = page->findChild<QLabel *>(u"runsCount"_s);
        QCOMPARE(count->text(), u"the 100 newest runs"_s);
        auto *text = page->findChild<QLineEdit *>(u"runsFilterText"_s);
        QTest::keyClicks(text, u"old-owl-399"_s);
        QTRY_COMPARE(table(*page)->model()->rowCount(), 1);
        QTRY_COMPARE(count->text(), u"1 of 435 runs"_s);
        QTest::mouseClick(page->findChild<QAbstractButton *>(u"runsClearFilter"_s), Qt::LeftButton);
        QCOMPARE(text->text(), QString());
        QVERIFY(table(*page)->hasFocus());
        QCOMPARE(count->text(), u"435 runs"_s);
    }

    void noMatchIsNotReportedWhileOlderRunsAreRead()
    {
        addOldRuns(300);
        const auto page = runs();
        auto &asked = m_workspace->history.onRuns;
        const auto answers = std::exchange(asked.always, {});
        page->findChild<QLineEdit *>(u"runsFilterText"_s)->setText(u"old-owl-299"_s);
        auto *none = page->findChild<QWidget *>(u"runsNoMatch"_s);
        QTRY_VERIFY(asked.waiting() > 0);
        const auto says = [none](const QString &words) {
            const auto labels = none->findChildren<QLabel *>();
            return std::ranges::any_of(labels, [&](const QLabel *label) { return label->text().contains(words); });
        };
        QVERIFY(none->isVisible());
        QVERIFY(says(u"Older runs are being read"_s));
        QVERIFY(page->findChild<QLabel *>(u"runsCount"_s)->text().contains(u"so far"_s));
        grabTo(*page, u"runs-reading-older"_s);
        asked.always = answers;
        asked.resolveLast(std::apply(answers, asked.calls.last().args));
        QTRY_COMPARE(table(*page)->model()->rowCount(), 1);
        page->findChild<QLineEdit *>(u"runsFilterText"_s)->setText(u"nobody"_s);
        QVERIFY(says(u"No run matches the filter."_s));
    }

    void sortingQueriesTheWholeWorkspace()
    {
        addOldRuns(300);
        const auto page = runs();
        table(*page)->sortByColumn(RunsModel::Name, Qt::DescendingOrder);
        QTRY_COMPARE(table(*page)->model()->rowCount(), 335);
        QCOMPARE(table(*page)->model()->index(0, RunsModel::Name).data().toString(), u"sweep-9"_s);
    }

    void allExperimentsCanBeChosen()
    {
        addOldRuns(300);
        const auto page = runs();
        auto *box = page->findChild<QComboBox *>(u"runsExperiment"_s);
        QVERIFY(box->findData(u"long-ago"_s) < 0);
        box->setFocus();
        QTRY_VERIFY(box->findData(u"long-ago"_s) > 0);
        box->setCurrentIndex(box->findData(u"long-ago"_s));
        QTRY_COMPARE(table(*page)->model()->rowCount(), 2);
    }

    void olderRunsAreReadByScrolling()
    {
        addOldRuns(300);
        const auto page = runs();
        TableView *view = table(*page);
        QCOMPARE(view->model()->rowCount(), 100);
        view->setFocus();
        QTest::keyClick(view, Qt::Key_End);
        QTRY_COMPARE(view->model()->rowCount(), 200);
        QTest::keyClick(view, Qt::Key_Home);
        QCOMPARE(view->currentIndex().row(), 0);
        QTest::keyClick(view, Qt::Key_End);
        QTRY_VERIFY(view->model()->rowCount() >= 300);
        QVERIFY(view->currentIndex().row() >= 199);
    }

    void aQuestionIsAboutTheCurrentRun()
    {
        const auto page = runs();
        TableView *view = table(*page);
        const auto ask = [&] {
            view->selectRow(2);
            view->setFocus();
            QTest::keyClick(view, Qt::Key_Delete);
        };
        auto *yes = page->findChild<QPushButton *>(u"confirmYes"_s);
        ask();
        QTRY_VERIFY(yes->isVisible());
        view->selectRow(3);
        QVERIFY(!yes->isVisible());
        ask();
        QTRY_VERIFY(yes->isVisible());
        page->hide();
        page->show();
        QVERIFY(!yes->isVisible());
    }

    void aLoggedRunHasTheTimeItRanAt()
    {
        Run logged = m_content.runs.last();
        logged.id = logged.displayName = u"logged"_s;
        logged.command.clear();
        logged.codeId.clear();
        logged.phases.clear();
        logged.created = QDateTime::currentDateTimeUtc();
        logged.started = logged.created.addDays(-400);
        logged.ended = logged.started.addSecs(60);
        m_content.runs.prepend(logged);
        const auto page = runs();
        const auto *model = table(*page)->model();
        const auto found =
            model->match(model->index(0, RunsModel::Name), Qt::DisplayRole, u"logged"_s, 1, Qt::MatchExactly);
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.first().row(), model->rowCount() - 1);
        QVERIFY(!found.first().siblingAtColumn(RunsModel::Created).data().toString().contains(u"now"_s));
        table(*page)->setCurrentIndex(found.first());
        QVERIFY(!action(*page, u"runsResubmit"_s)->isEnabled());
    }

    void theTableShowsAShortCause()
    {
        const auto page = runs();
        const auto *model = table(*page)->model();
        const auto found =
            model->match(model->index(0, RunsModel::Name), Qt::DisplayRole, u"sweep-3"_s, 1, Qt::MatchExactly);
        QCOMPARE(found.size(), 1);
        const auto cause = found.first().siblingAtColumn(RunsModel::Cause);
        QCOMPARE(cause.data().toString(), u"Rank 3: ModuleNotFoundError: No module named 'torchaudio'"_s);
        QVERIFY(cause.data(Qt::ToolTipRole).toString().contains(u"3 ranks stopped because of it"_s));
    }
};

QTEST_MAIN(TestRunsPage)
#include "tst_runspage.moc"
