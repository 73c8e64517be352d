// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/secrets.h"
#include "tests/ui/runsfixture.h"
#include "ui/logs/logpane.h"
#include "ui/logs/logview.h"
#include "ui/metrics/metriccard.h"
#include "ui/metrics/metricchart.h"
#include "ui/metrics/metricspane.h"
#include "ui/runs/codepane.h"
#include "ui/runs/failurecard.h"
#include "ui/runs/phasetimeline.h"

#include <QClipboard>
#include <QPushButton>
#include <QRadioButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QStyle>
#include <QTabBar>
#include <QTreeView>

using namespace Roost;
using namespace Roost::Testing;
using namespace Roost::Items;
using namespace Roost::Ui;
using namespace Qt::StringLiterals;

class TestRunPage : public QObject, private RunsFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::install(Theme::Choice::Light); }
    void init() { beginCase(); }

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
        QTRY_COMPARE(pathOf(logs->currentSource().value_or(AllRanks{})), u"azureml-logs/70_driver_log.txt"_s);
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

    void aLoggedRunShowsWhatItHas()
    {
        Run &logged = *m_content.find(u"proud_owl_3"_s);
        logged.command.clear();
        logged.codeId.clear();
        logged.phases.clear();
        logged.tags = {{u"team"_s, u"birds"_s}, {u"roost.cause"_s, u"x"_s}, {u"mlflow.user"_s, u"ada"_s}};
        const auto page = run(u"proud_owl_3"_s);
        QVERIFY(!page->findChild<PhaseTimeline *>()->isVisible());
        QVERIFY(!page->headerActions().contains(action(*page, u"runResubmit"_s)));
        QVERIFY(page->findChild<QLabel *>(u"runTags:team"_s));
        QVERIFY(!page->findChild<QLabel *>(u"runTags:roost.cause"_s));
        QCOMPARE(page->findChild<QLabel *>(u"runDetails:Status"_s)->accessibleName(), u"Status: Completed"_s);
        QVERIFY(!page->findChild<QLabel *>(u"runDetails:Created"_s));
        grabTo(*page, u"run-logged"_s);
    }

    void loggedValuesAreShown()
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
        QTRY_COMPARE(metrics->cards().size(), 5);
    }

    void aFailedRunShowsTheCauseFirst()
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
        QCOMPARE(pathOf(logs->currentSource().value_or(AllRanks{})), u"azureml-logs/70_driver_log_1.txt"_s);
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
        // A run that had failed before it was opened shows the cause first, but only once.
        const auto failed = run(u"sad_crow_13"_s);
        tabs = failed->findChild<QTabWidget *>(u"runTabs"_s);
        failed->restoreState({{u"tab"_s, u"logs"_s}});
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
        // The advice on the next action is below the cause.
        QVERIFY(card->findChild<QLabel *>(u"failureCertainty"_s)->text().contains(u"Add the module"_s));
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
        QCOMPARE(pathOf(logs->currentSource().value_or(AllRanks{})), u"azureml-logs/70_driver_log_3.txt"_s);
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

    void theIdOfARunIsNotTheNameOfTheNext()
    {
        Job job;
        job.name = u"calm_finch_42"_s;
        job.displayName = u"calm_finch_42"_s;
        QCOMPARE(jobToResubmit(job, job.name), Job{});
        job.displayName = u"my own"_s;
        QCOMPARE(jobToResubmit(job, job.name).displayName, u"my own"_s);
    }

    void secretsOfVariablesAreNotShown()
    {
        Run &shown = *std::ranges::find(m_content.runs, u"calm_finch_42"_s, &Run::id);
        shown.environmentVariables = {{u"MY_SECRET_TOKEN"_s, u"hunter2hunter2"_s}, {u"PLAIN"_s, u"yes"_s}};
        const auto page = run(u"calm_finch_42"_s);
        QTRY_VERIFY(page->findChild<QLabel *>(u"runVariables:MY_SECRET_TOKEN"_s));
        QCOMPARE(page->findChild<QLabel *>(u"runVariables:MY_SECRET_TOKEN"_s)->text(), secretMask());
        QCOMPARE(page->findChild<QLabel *>(u"runVariables:PLAIN"_s)->text(), u"yes"_s);
    }

    void sectionsKeepTheirPlaces()
    {
        const auto page = run(u"calm_finch_42"_s);
        const auto left = [&page](const QString &name) {
            return page->findChild<QWidget *>(name)->mapTo(page.get(), QPoint()).x();
        };
        QTRY_VERIFY(left(u"runWhere"_s) > left(u"runDetails"_s));
        const int where = left(u"runWhere"_s);
        const int ranks = left(u"runRanks"_s);
        // The run continues: a long list of parameters and metrics arrives.
        Run &shown = *std::ranges::find(m_content.runs, u"calm_finch_42"_s, &Run::id);
        for (int i = 0; i < 30; ++i)
            shown.parameters.insert(u"parameter%1"_s.arg(i), u"1"_s);
        for (int i = 0; i < 12; ++i)
            shown.lastMetrics.insert(u"metric%1"_s.arg(i), 0.5);
        page->refresh();
        QTRY_VERIFY(page->findChild<QWidget *>(u"runParameters:parameter29"_s));
        QCoreApplication::processEvents();
        // A scroll bar may take some pixels.
        const int bar = page->style()->pixelMetric(QStyle::PM_ScrollBarExtent);
        QVERIFY(std::abs(left(u"runWhere"_s) - where) <= bar);
        QVERIFY(std::abs(left(u"runRanks"_s) - ranks) <= bar);
        QCOMPARE(left(u"runParameters"_s), left(u"runDetails"_s));
    }

    void theReasonForWaitingIsShownOnThePage()
    {
        Run &shown = *std::ranges::find(m_content.runs, u"calm_finch_42"_s, &Run::id);
        shown.status = RunStatus::Queued;
        shown.queueReason = u"waiting for a free slot: 2 of 2 in use"_s;
        const auto page = run(u"calm_finch_42"_s);
        for (int tab = 0; tab < 5; ++tab) {
            showTab(*page, tab);
            auto *reason = page->findChild<QLabel *>(u"runReason"_s);
            QTRY_VERIFY(reason && reason->isVisible());
            QVERIFY2(reason->text().contains(shown.queueReason), qPrintable(reason->text()));
        }
    }

    void anUnknownRunIsReported()
    {
        const auto page = run(u"nobody"_s);
        QTRY_VERIFY(page->isLoaded());
        QVERIFY(page->headerActions().isEmpty());
        grabTo(*page, u"run-unknown"_s);
    }

    void theDarkThemeIsDrawn()
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

QTEST_MAIN(TestRunPage)
#include "tst_runpage.moc"
