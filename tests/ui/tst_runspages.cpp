// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/runsmodel.h"
#include "tests/ui/runscontent.h"
#include "ui/logs/logpane.h"
#include "ui/logs/logview.h"
#include "ui/metrics/metriccard.h"
#include "ui/metrics/metricchart.h"
#include "ui/metrics/metricspane.h"
#include "ui/parts/tableview.h"
#include "ui/runs/codepane.h"
#include "ui/runs/failurecard.h"
#include "ui/runs/outputspane.h"
#include "ui/runs/phasetimeline.h"
#include "ui/runs/quicklook.h"
#include "ui/runs/runpage.h"
#include "ui/runs/runspage.h"

#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTabBar>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QToolButton>
#include <QTreeView>

using namespace Roost;
using namespace Roost::Testing;
using namespace Qt::StringLiterals;

class TestRunsPages : public QObject
{
    Q_OBJECT

private:
    FakeContent m_content;
    std::shared_ptr<FakeWorkspace> m_workspace;
    std::unique_ptr<WorkspaceSession> m_session;
    RecordingNavigator m_navigator;

    template <typename T>
    std::unique_ptr<T> shown(std::unique_ptr<T> page)
    {
        page->resize(1080, 640);
        page->show();
        page->activate();
        [[maybe_unused]] const bool loaded = QTest::qWaitFor([&] { return page->isLoaded(); });
        return page;
    }
    std::unique_ptr<RunsPage> runs() { return shown(std::make_unique<RunsPage>(*m_session, m_navigator)); }
    std::unique_ptr<RunPage> run(const QString &id)
    {
        return shown(std::make_unique<RunPage>(*m_session, m_navigator, id));
    }
    static void showTab(RunPage &page, int index)
    {
        page.findChild<QTabWidget *>(u"runTabs"_s)->setCurrentIndex(index);
    }
    static QAction *action(PageView &page, const QString &name) { return page.findChild<QAction *>(name); }
    static TableView *table(RunsPage &page) { return page.findChild<TableView *>(u"runsTable"_s); }

    // Every control can be found by a test and named by a screen reader.
    static void sweep(QWidget &page)
    {
        for (const QWidget *widget : page.findChildren<QWidget *>()) {
            if (widget->focusPolicy() == Qt::NoFocus || widget->objectName().startsWith("qt_"_L1))
                continue;
            if (qobject_cast<const QScrollBar *>(widget) || !widget->isVisible())
                continue;
            const auto *buddy = widget->findChild<QLabel *>();
            const bool named =
                !widget->accessibleName().isEmpty() || buddy || !widget->property("text").toString().isEmpty();
            QVERIFY2(named,
                     qPrintable(QLatin1StringView(widget->metaObject()->className()) + u' ' + widget->objectName() +
                                u" in "_s + QLatin1StringView(widget->parentWidget()->metaObject()->className())));
        }
    }

private Q_SLOTS:
    void initTestCase() { Theme::install(Theme::Choice::Light); }

    void init()
    {
        m_content = {};
        fillWithRuns(m_content);
        m_workspace = std::make_shared<FakeWorkspace>();
        m_content.answer(*m_workspace);
        m_session = openSession(m_workspace);
        m_navigator = {};
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

    void theFilterIsThereAgain()
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
        // Elsewhere these would be other experiments.
        state.insert(u"workspace"_s, u"/tmp/owls"_s);
        RunsPage elsewhere(*m_session, m_navigator);
        elsewhere.restoreState(state);
        QTRY_COMPARE(table(elsewhere)->model()->rowCount(), 35);
    }

    void whatNobodySeesIsNotRead()
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

    void theTextOfATabIsSearched()
    {
        const auto page = run(u"calm_finch_42"_s);
        QVERIFY(!page->find());
        showTab(*page, 4);
        auto *editor = page->findChild<QPlainTextEdit *>(u"codeText"_s);
        QTRY_VERIFY(editor->toPlainText().contains(u"pytorch_train.py"_s));
        QVERIFY(page->find());
        QTest::keyClicks(page->findChild<QLineEdit *>(u"codeFindEdit"_s), u"pytorch_train"_s);
        QCOMPARE(editor->textCursor().selectedText(), u"pytorch_train"_s);
        QCOMPARE(page->findChild<QTabWidget *>(u"runTabs"_s)->currentIndex(), 4);
        sweep(*page);
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
        m_workspace->changeFeed.onWait.give(Changes{2, {u"runs/new_one"_s}, false});
        page->refresh();
        QTRY_COMPARE(view->model()->rowCount(), 36);
        QCOMPARE(view->currentIndex().siblingAtColumn(1).data().toString(), chosen);
        QTRY_COMPARE(view->visualRect(view->currentIndex()).top(), before);
    }

    void theQuickLookSaysWhyThereIsNothing()
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

    void spaceLooksEnterOpensDelAsks()
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

    void aLiveRunOnItsPage()
    {
        const auto page = run(u"calm_finch_42"_s);
        QCOMPARE(page->title(), u"calm-finch-42"_s);
        QCOMPARE(page->breadcrumb().size(), 3);
        page->breadcrumb().at(1).open();
        QCOMPARE(m_navigator.opened, QStringList{u"runs pytorch-birds"_s});
        QVERIFY(page->headerActions().contains(action(*page, u"runCancel"_s)));
        const QString phases = page->findChild<PhaseTimeline *>()->text();
        QVERIFY2(phases.contains(u"Preparing 0:04, done"_s), qPrintable(phases));
        QVERIFY2(phases.contains(u"Running 2:5"_s) || phases.contains(u"Running 3:"_s), qPrintable(phases));
        sweep(*page);
        grabTo(*page, u"run-overview"_s);

        showTab(*page, 1);
        auto *metrics = page->findChild<MetricsPane *>();
        QTRY_COMPARE(metrics->cards().size(), 4);
        QTRY_VERIFY(metrics->card(u"loss"_s)->chart()->drawnPoints() > 300);
        sweep(*page);
        grabTo(*page, u"run-metrics"_s);

        showTab(*page, 2);
        auto *logs = page->findChild<LogPane *>();
        QTRY_COMPARE(logs->currentPath(), u"azureml-logs/70_driver_log.txt"_s);
        QTRY_COMPARE(logs->currentView()->document()->lineCount(), 362);
        QTRY_VERIFY2(logs->currentView()->visibleText().contains(u"Epoch 119/119"_s),
                     qPrintable(logs->currentView()->visibleText()));
        sweep(*page);
        grabTo(*page, u"run-logs"_s);

        showTab(*page, 3);
        auto *tree = page->findChild<QTreeView *>(u"outputsTree"_s);
        QTRY_VERIFY(tree->model()->rowCount() >= 2);
        sweep(*page);
        grabTo(*page, u"run-outputs"_s);
        showTab(*page, 4);
        auto *code = page->findChild<CodePane *>();
        QTRY_VERIFY2(code->text().contains(u"pytorch_train.py"_s), qPrintable(code->text()));
        sweep(*page);
        grabTo(*page, u"run-code"_s);
    }

    void whatIsLoggedIsShown()
    {
        const auto page = run(u"calm_finch_42"_s);
        showTab(*page, 1);
        auto *metrics = page->findChild<MetricsPane *>();
        QTRY_COMPARE(metrics->cards().size(), 4);
        m_content.metrics[u"calm_finch_42/loss"_s].append({0.1111, 0, 400});
        m_content.metrics[u"calm_finch_42/new"_s] = {{7, 0, 1}, {std::nan(""), 1, 2}};
        m_content.find(u"calm_finch_42"_s)->lastMetrics.insert(u"new"_s, 7);
        page->document()->refresh();
        QTRY_COMPARE(metrics->card(u"loss"_s)->valueText(), u"0.1111"_s);
        QTRY_VERIFY(metrics->card(u"new"_s));
        QCOMPARE(metrics->cards().size(), 5);
    }

    void aFailedRunSaysWhyFirst()
    {
        const auto page = run(u"sad_crow_13"_s);
        auto *card = page->findChild<FailureCard *>();
        QVERIFY(card->isVisible());
        QTRY_VERIFY(card->logLines().contains(u"CUDA out of memory"_s));
        const auto phases = [&page] { return page->findChild<PhaseTimeline *>()->text(); };
        QVERIFY2(phases().contains(QRegularExpression(u"Running [0-9:]+, failed"_s)), qPrintable(phases()));
        grabTo(*page, u"run-failed"_s);
        QTest::mouseClick(card->findChild<QPushButton *>(u"failureOpenLog"_s), Qt::LeftButton);
        auto *logs = page->findChild<LogPane *>();
        QTRY_VERIFY(logs->isVisible());
        QCOMPARE(logs->currentPath(), u"azureml-logs/70_driver_log_1.txt"_s);
        QTRY_VERIFY(logs->currentView()->visibleText().contains(u"CUDA out of memory"_s));
        grabTo(*page, u"run-failed-log"_s);
        QVERIFY(page->walkErrors(1));
    }

    void aTabChosenByKeysStays()
    {
        const auto page = run(u"calm_finch_42"_s);
        auto *tabs = page->findChild<QTabWidget *>(u"runTabs"_s);
        tabs->tabBar()->setFocus();
        QTest::keyClick(tabs->tabBar(), Qt::Key_Right);
        QCOMPARE(tabs->currentIndex(), 1);
        m_content.find(u"calm_finch_42"_s)->status = RunStatus::Failed;
        page->document()->refresh();
        QTRY_COMPARE(page->document()->run().status, RunStatus::Failed);
        QCOMPARE(tabs->currentIndex(), 1);
        // One that failed before shows why first, but once.
        const auto failed = run(u"sad_crow_13"_s);
        tabs = failed->findChild<QTabWidget *>(u"runTabs"_s);
        failed->restoreState({{u"tab"_s, 2}});
        QCOMPARE(tabs->currentIndex(), 0);
        tabs->tabBar()->setFocus();
        QTest::keyClick(tabs->tabBar(), Qt::Key_Right);
        m_content.find(u"sad_crow_13"_s)->lastMetrics.insert(u"loss"_s, 1);
        failed->document()->refresh();
        QTRY_COMPARE(failed->document()->run().lastMetrics.value(u"loss"_s), 1);
        QCOMPARE(tabs->currentIndex(), 1);
    }

    void theFirstCauseIsNamedWithItsLines()
    {
        const auto page = run(u"sweep_3"_s);
        auto *card = page->findChild<FailureCard *>();
        QTRY_VERIFY(card->isVisible());
        QCOMPARE(card->findChild<QLabel *>(u"failureCause"_s)->text(),
                 u"Rank 3: ModuleNotFoundError: No module named 'torchaudio'"_s);
        QVERIFY(card->logLines().endsWith(u"ModuleNotFoundError: No module named 'torchaudio'"_s));
        QVERIFY(!card->findChild<QWidget *>(u"failureCandidates"_s)->isVisible());
        auto *fold = card->findChild<QPushButton *>(u"failureFollowersFold"_s);
        auto *who = card->findChild<QLabel *>(u"failureFollowers"_s);
        QVERIFY(fold->text().contains(u'3'));
        QVERIFY(!who->isVisible());
        grabTo(*page, u"run-cause"_s);
        QTest::mouseClick(fold, Qt::LeftButton);
        QVERIFY(who->isVisible());
        QCOMPARE(who->text(), u"Ranks 0–2"_s);
        QTest::mouseClick(card->findChild<QPushButton *>(u"failureCopy"_s), Qt::LeftButton);
        QVERIFY(QApplication::clipboard()->text().contains(u"70_driver_log_3.txt:218"_s));
        QTest::mouseClick(card->findChild<QPushButton *>(u"failureOpenLog"_s), Qt::LeftButton);
        auto *logs = page->findChild<LogPane *>();
        QTRY_VERIFY(logs->isVisible());
        QCOMPARE(logs->currentPath(), u"azureml-logs/70_driver_log_3.txt"_s);
        QTRY_VERIFY(logs->currentView()->visibleText().contains(u"No module named 'torchaudio'"_s));
        grabTo(*page, u"run-cause-log"_s);
    }

    void ranksThatTieAreAllOffered()
    {
        const auto page = run(u"sweep_10"_s);
        auto *card = page->findChild<FailureCard *>();
        QTRY_VERIFY(card->isVisible());
        QVERIFY(card->findChild<QLabel *>(u"failureCertainty"_s)->isVisible());
        auto *second = card->findChild<QRadioButton *>(u"failureCandidate1"_s);
        QVERIFY(second);
        grabTo(*page, u"run-cause-tied"_s);
        second->click();
        QSignalSpy wanted(card, &FailureCard::logWanted);
        card->findChild<QPushButton *>(u"failureOpenLog"_s)->click();
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.first().first().toString(), u"azureml-logs/70_driver_log_2.txt"_s);
    }

    void theTableSaysTheCauseInShort()
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

    void cancelAsksInPlace()
    {
        const auto page = run(u"calm_finch_42"_s);
        action(*page, u"runCancel"_s)->trigger();
        auto *yes = page->findChild<QPushButton *>(u"confirmYes"_s);
        QTRY_VERIFY(yes->isVisible());
        grabTo(*page, u"run-cancel"_s);
        QTest::mouseClick(yes, Qt::LeftButton);
        QTRY_COMPARE(m_workspace->jobService.onCancel.count(), 1);
    }

    void resubmitOpensTheWizardWithTheJob()
    {
        const auto page = run(u"calm_finch_42"_s);
        action(*page, u"runResubmit"_s)->trigger();
        QTRY_COMPARE(m_navigator.wizards.size(), 1);
        QVERIFY(m_navigator.wizards.first().name.isEmpty());
        QCOMPARE(m_navigator.wizards.first().experiment, u"pytorch-birds"_s);
    }

    void outputsAreDownloaded()
    {
        const auto page = run(u"calm_finch_42"_s);
        showTab(*page, 3);
        auto *outputs = page->findChild<OutputsPane *>();
        QTemporaryDir folder;
        const auto work = outputs->download(u"outputs"_s, folder.path());
        QVERIFY(work);
        QTRY_COMPARE_WITH_TIMEOUT(work->state(), LongWork::State::Done, 20000);
        QCOMPARE(QFileInfo(folder.filePath(u"outputs/model.pt"_s)).size(), 4'400'000);
        QCOMPARE(QFileInfo(folder.filePath(u"outputs/checkpoints/epoch_10.pt"_s)).size(), 90'000);
        QVERIFY(m_navigator.notices.last().contains(u"3 file"_s));
    }

    void anUnknownRunSaysSo()
    {
        const auto page = run(u"nobody"_s);
        QTRY_VERIFY(page->isLoaded());
        QVERIFY(page->headerActions().isEmpty());
        grabTo(*page, u"run-unknown"_s);
    }

    void darkAsWell()
    {
        Theme::choose(Theme::Choice::Dark);
        {
            const auto page = run(u"calm_finch_42"_s);
            grabTo(*page, u"dark-overview"_s);
            showTab(*page, 1);
            QTRY_COMPARE(page->findChild<MetricsPane *>()->cards().size(), 4);
            grabTo(*page, u"dark-metrics"_s);
            showTab(*page, 2);
            QTRY_VERIFY(page->findChild<LogPane *>()->currentView()->document()->lineCount() > 100);
            grabTo(*page, u"dark-logs"_s);
        }
        const auto page = runs();
        grabTo(*page, u"dark-runs"_s);
        const auto failed = run(u"sad_crow_13"_s);
        QTRY_VERIFY(failed->findChild<FailureCard *>()->logLines().contains(u"CUDA"_s));
        grabTo(*failed, u"dark-failed"_s);
        grabTo(*run(u"sweep_3"_s), u"dark-cause"_s);
        grabTo(*run(u"sweep_10"_s), u"dark-cause-tied"_s);
        Theme::choose(Theme::Choice::Light);
        QCoreApplication::processEvents();
        grabTo(*failed, u"dark-then-light"_s);
    }
};

QTEST_MAIN(TestRunsPages)
#include "tst_runspages.moc"
