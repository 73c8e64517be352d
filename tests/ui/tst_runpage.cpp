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
#include "ui/runs/outputspane.h"
#include "ui/runs/phasetimeline.h"
#include "ui/widgets/bar.h"
#include "ui/widgets/elidedlabel.h"

#include <QBuffer>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QStyle>
#include <QTabBar>
#include <QTemporaryDir>
#include <QToolButton>
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

    void theCodeOfALoggedRunIsWhatItLogged()
    {
        Run &logged = *m_content.find(u"proud_owl_3"_s);
        logged.command.clear();
        logged.codeId.clear();
        logged.phases.clear();
        logged.tags = {{u"mlflow.source.name"_s, u"/home/ada/notebooks/owls.ipynb"_s}};
        const auto page = run(u"proud_owl_3"_s);
        showTab(*page, 4);
        auto *empty = page->findChild<QWidget *>(u"codeEmpty"_s);
        QTRY_VERIFY(empty->isVisible());
        auto *files = page->findChild<QListWidget *>(u"codeFiles"_s);
        QVERIFY(!files->isVisible());
        const QString sentence = empty->findChild<QLabel *>()->text();
        QVERIFY2(sentence.contains(u"owls.ipynb"_s) && !sentence.contains(u"/home"_s), qPrintable(sentence));
        grabTo(*page, u"run-code-empty"_s);

        m_content.files[u"proud_owl_3/code/owls.py"_s] = "owls = 3\n";
        page->refresh();
        QTRY_VERIFY(files->isVisible());
        QCOMPARE(files->count(), 1);
        QTRY_COMPARE(page->findChild<CodePane *>()->text(), u"owls = 3\n"_s);
    }

    void theFilesOfTheSnapshotAreShown()
    {
        const QString snapshot = m_content.find(u"calm_finch_42"_s)->codeId + u'/';
        m_content.files[snapshot + u"pytorch_train.py"_s] = "import torch\n";
        m_content.files[snapshot + u"weights.bin"_s] = QByteArray("\0\1", 2);
        m_content.files[u"calm_finch_42/code/logged.py"_s] = "logged = True\n";
        const auto page = run(u"calm_finch_42"_s);
        Q_EMIT page->findChild<QLabel *>(u"runWhere:Snapshot"_s)->linkActivated({});
        auto *code = page->findChild<CodePane *>();
        QVERIFY(code->isVisible());
        auto *files = page->findChild<QListWidget *>(u"codeFiles"_s);
        QTRY_COMPARE(files->count(), 4);
        files->setCurrentRow(1);
        QTRY_COMPARE(code->text(), u"import torch\n"_s);
        grabTo(*page, u"run-code-file"_s);
        files->setCurrentRow(2);
        QTRY_VERIFY(page->findChild<QLabel *>(u"codeNote"_s)->text().contains(u"no text"_s));
        files->setCurrentRow(3);
        QTRY_COMPARE(code->text(), u"logged = True\n"_s);

        // A file that cannot be read is asked for again at a fresh address.
        m_content.files.remove(snapshot + u"pytorch_train.py"_s);
        files->setCurrentRow(1);
        auto *error = code->findChild<ErrorBar *>();
        QTRY_VERIFY(error->hasError());
        m_content.files[snapshot + u"pytorch_train.py"_s] = "import mended\n";
        Q_EMIT error->retry();
        QTRY_COMPARE(code->text(), u"import mended\n"_s);
        QVERIFY(!error->hasError());
    }

    void aSnapshotThatCannotBeShownSaysWhy()
    {
        m_workspace->jobService.onSnapshotFiles.always = [](const QString &) -> Result<QList<SnapshotFile>> {
            return failure(ErrorKind::Denied, u"This workspace does not show the files of a snapshot."_s);
        };
        const auto page = run(u"calm_finch_42"_s);
        showTab(*page, 4);
        auto *state = page->findChild<QLabel *>(u"codeFilesState"_s);
        QTRY_VERIFY2(state->text().contains(u"does not show"_s), qPrintable(state->text()));
        QVERIFY(state->isVisible());
        grabTo(*page, u"run-code-hidden"_s);
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
        QTRY_COMPARE(metrics->cards().size(), 5);
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
        // What to do next stands below it.
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

    void theIdOfARunIsNoNameForTheNext()
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
        // It goes on: a long list of parameters and metrics comes.
        Run &shown = *std::ranges::find(m_content.runs, u"calm_finch_42"_s, &Run::id);
        for (int i = 0; i < 30; ++i)
            shown.parameters.insert(u"parameter%1"_s.arg(i), u"1"_s);
        for (int i = 0; i < 12; ++i)
            shown.lastMetrics.insert(u"metric%1"_s.arg(i), 0.5);
        page->refresh();
        QTRY_VERIFY(page->findChild<QWidget *>(u"runParameters:parameter29"_s));
        QCoreApplication::processEvents();
        // A scroll bar takes some pixels.
        const int bar = page->style()->pixelMetric(QStyle::PM_ScrollBarExtent);
        QVERIFY(std::abs(left(u"runWhere"_s) - where) <= bar);
        QVERIFY(std::abs(left(u"runRanks"_s) - ranks) <= bar);
        QCOMPARE(left(u"runParameters"_s), left(u"runDetails"_s));
    }

    void aFewFilesStandUnfolded()
    {
        const auto page = run(u"calm_finch_42"_s);
        showTab(*page, 3);
        auto *tree = page->findChild<QTreeView *>(u"outputsTree"_s);
        auto *files = static_cast<ArtifactsModel *>(tree->model());
        QTRY_VERIFY(files->indexOf(u"outputs/checkpoints"_s).isValid());
        QVERIFY(tree->isExpanded(files->indexOf(u"outputs"_s)));
        QVERIFY(tree->isExpanded(files->indexOf(u"outputs/checkpoints"_s)));
    }

    void aFileIsShownWhereItIsOpened()
    {
        QImage picture(40, 30, QImage::Format_RGB32);
        picture.fill(Qt::red);
        QBuffer bytes;
        QVERIFY(bytes.open(QIODevice::WriteOnly));
        QVERIFY(picture.save(&bytes, "PNG"));
        const auto add = [this](const QString &path, const QByteArray &content) {
            m_content.files.insert(u"calm_finch_42/"_s + path, content);
        };
        add(u"outputs/notes.txt"_s, "two birds\n");
        add(u"outputs/curve.png"_s, bytes.data());
        add(u"outputs/weights.bin"_s, QByteArray(10, '\0'));
        const auto page = run(u"calm_finch_42"_s);
        showTab(*page, 3);
        auto *tree = page->findChild<QTreeView *>(u"outputsTree"_s);
        auto *files = static_cast<ArtifactsModel *>(tree->model());
        auto *preview = page->findChild<QWidget *>(u"outputPreview"_s);
        QTRY_VERIFY(files->indexOf(u"outputs/notes.txt"_s).isValid());
        QVERIFY(!preview->isVisible());
        Q_EMIT tree->activated(files->indexOf(u"outputs/notes.txt"_s));
        QVERIFY(preview->isVisible());
        auto *text = page->findChild<QPlainTextEdit *>(u"previewText"_s);
        QTRY_COMPARE(text->toPlainText(), u"two birds\n"_s);
        QVERIFY(text->isVisible());
        grabTo(*page, u"run-outputs-text"_s);
        Q_EMIT tree->activated(files->indexOf(u"outputs/curve.png"_s));
        auto *shown = page->findChild<QLabel *>(u"previewPicture"_s);
        QTRY_VERIFY(shown->isVisible() && shown->pixmap().width() == 40);
        Q_EMIT tree->activated(files->indexOf(u"outputs/weights.bin"_s));
        QTRY_VERIFY(page->findChild<QLabel *>(u"previewWords"_s)->text().contains(u"no text and no picture"_s));
        page->findChild<QToolButton *>(u"previewClose"_s)->click();
        QVERIFY(!preview->isVisible());
    }

    void theSelectedFileIsRegisteredFromTheHeaderToo()
    {
        const auto page = run(u"calm_finch_42"_s);
        showTab(*page, 3);
        auto *tree = page->findChild<QTreeView *>(u"outputsTree"_s);
        auto *files = static_cast<ArtifactsModel *>(tree->model());
        QTRY_VERIFY(files->indexOf(u"outputs/checkpoints/epoch_10.pt"_s).isValid());
        tree->setCurrentIndex(files->indexOf(u"outputs/checkpoints/epoch_10.pt"_s));
        action(*page, u"runRegister"_s)->trigger();
        auto *dialog = page->findChild<QDialog *>();
        QVERIFY(dialog);
        bool isNamed = false;
        for (const auto *box : dialog->findChildren<QComboBox *>())
            isNamed |= box->currentText() == "outputs/checkpoints/epoch_10.pt"_L1;
        QVERIFY(isNamed);
        dialog->close();
    }

    void whyARunWaitsIsSaidOnItsPage()
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

    void aTracebackLeadsToItsLine()
    {
        m_content.files[m_content.find(u"calm_finch_42"_s)->codeId + u"/src/train.py"_s] = "import torch\n";
        const auto page = run(u"calm_finch_42"_s);
        auto *code = page->findChild<CodePane *>();
        showTab(*page, 4);
        auto *list = page->findChild<QListWidget *>(u"codeFiles"_s);
        QTRY_VERIFY(list->count() > 1);
        const QString file = list->item(1)->data(Qt::UserRole).toString();
        const QString name = file.section(u'/', 1);
        QCOMPARE(code->fileOf(u"/mnt/azureml/cr/j/exe/wd/"_s + name), file);
        QCOMPARE(code->fileOf(name), file);
        QCOMPARE(code->fileOf(u"/usr/lib/python3.13/site-packages/"_s + name), QString());
        QCOMPARE(code->fileOf(u"/usr/lib/python3.13/asyncio/elsewhere.py"_s), QString());
        list->setCurrentRow(0);
        code->showPlace(file, 1);
        QCOMPARE(list->currentRow(), 1);
        QTRY_VERIFY(page->findChild<QPlainTextEdit *>(u"codeText"_s)->hasFocus());
    }

    void outputsOfACanceledRunMayBeIncomplete()
    {
        for (const auto status : {RunStatus::Completed, RunStatus::Canceled}) {
            Run &ended = *m_content.find(u"calm_finch_42"_s);
            ended.status = status;
            const auto page = run(u"calm_finch_42"_s);
            showTab(*page, 3);
            auto *summary = page->findChild<ElidedLabel *>(u"outputsSummary"_s);
            QTRY_VERIFY(!summary->text().isEmpty());
            QCOMPARE(summary->text().contains(u"may be incomplete"_s), status == RunStatus::Canceled);
            grabTo(*page, u"run-outputs-canceled"_s);
        }
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

    void whatLiesThereIsReplacedOnlyWhenAsked()
    {
        const auto page = run(u"calm_finch_42"_s);
        showTab(*page, 3);
        auto *outputs = page->findChild<OutputsPane *>();
        QTemporaryDir folder;
        const QString path = folder.filePath(u"model.pt"_s);
        const auto size = [&path] { return QFileInfo(path).size(); };
        QFile mine(path);
        QVERIFY(mine.open(QIODevice::WriteOnly));
        mine.write("mine");
        mine.close();
        auto *confirm = page->findChild<QWidget *>(u"outputsConfirm"_s);
        for (const QString &answer : {u"confirmNo"_s, u"confirmYes"_s}) {
            outputs->downloadTo(u"outputs/model.pt"_s, folder.path());
            QTRY_VERIFY(confirm->isVisible());
            QCOMPARE(size(), 4);
            grabTo(*page, u"run-outputs-replace"_s);
            QTest::mouseClick(confirm->findChild<QPushButton *>(answer), Qt::LeftButton);
        }
        QTRY_COMPARE_WITH_TIMEOUT(size(), 4'400'000, 20000);
        // Nothing is in the way: nothing is asked.
        QFile::remove(path);
        outputs->downloadTo(u"outputs/model.pt"_s, folder.path());
        QTRY_COMPARE_WITH_TIMEOUT(size(), 4'400'000, 20000);
        QVERIFY(!confirm->isVisible());
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

QTEST_MAIN(TestRunPage)
#include "tst_runpage.moc"
