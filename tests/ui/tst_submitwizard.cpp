// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/wizardfixture.h"
#include "ui/editor/codeeditor.h"
#include "ui/submit/draftsettings.h"
#include "ui/tables/listtable.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QCoreApplication>
#include <QFile>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QRadioButton>
#include <QScopeGuard>
#include <QScrollBar>
#include <QSpinBox>
#include <QTableView>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>
#include <QTimer>
#include <QToolButton>
#include <QTranslator>

using namespace Roost;
using namespace Roost::Testing;
using namespace Roost::Items;
using namespace Roost::Ui;
using namespace Qt::StringLiterals;

// The steps of the wizard and their fields.
class TestSubmitWizard : public QObject, private WizardFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { begin(u"roost-test-submitwizard"_s); }
    void init() { beginCase(); }

    void aMnemonicIsUniqueInAStep_data()
    {
        QTest::addColumn<QString>("words");
        QTest::newRow("English") << QString();
        QTest::newRow("Czech") << QStringLiteral(ROOST_CZECH);
    }

    void aMnemonicIsUniqueInAStep()
    {
        QFETCH(const QString, words);
        QTranslator translator;
        QCOMPARE(translator.load(words), !words.isEmpty());
        QCoreApplication::installTranslator(&translator);
        const auto page = wizard(whole());
        QTRY_VERIFY(page->draft().listing());
        for (const bool more : {false, true}) {
            for (const SubmitStep step : {SubmitStep::Code, SubmitStep::Compute, SubmitStep::Environment,
                                          SubmitStep::Distribution, SubmitStep::Review}) {
                page->goTo(step);
                // The second variant of the step, and its collapsed parts.
                for (const QString &name : {u"asCommand"_s, u"environmentWritten"_s, u"distributionPyTorch"_s,
                                            u"debugAids"_s, u"metrics"_s}) {
                    auto *button = child<QAbstractButton>(*page, name);
                    if (more && button->isVisible())
                        button->click();
                }
                QCOMPARE(sharedMnemonics(*page).join(u'\n'), QString());
            }
        }
    }

    void fromAnEmptyFormToARun()
    {
        const auto page = wizard();
        QCOMPARE(namelessControls(*page).join(u'\n'), QString());
        grabTo(*page, u"submit-code-empty"_s);
        // Next shows the missing values beside their fields and places the cursor there.
        click(*page, u"next"_s);
        QCOMPARE(page->step(), SubmitStep::Code);
        QCOMPARE(problem(*page, u"folder"_s), u"Choose the folder that contains the code."_s);
        QCOMPARE(problem(*page, u"script"_s), u"Choose the Python script to run."_s);
        QVERIFY(child<QLineEdit>(*page, u"folder"_s)->hasFocus());
        grabTo(*page, u"submit-code-missing"_s);

        QTest::keyClicks(child<QLineEdit>(*page, u"folder"_s), m_folder->path());
        QTRY_VERIFY(page->draft().listing());
        auto *script = child<QComboBox>(*page, u"script"_s);
        QCOMPARE(script->itemText(0), u"train.py"_s);
        QTest::keyClicks(script->lineEdit(), u"train.py"_s);
        QTest::keyClicks(child<QPlainTextEdit>(*page, u"arguments"_s), u"--name 'two words"_s);
        QVERIFY(problem(*page, u"arguments"_s).contains(u"is not closed"));
        grabTo(*page, u"submit-code-quote"_s);
        QTest::keyClicks(child<QPlainTextEdit>(*page, u"arguments"_s), u"' --num_epochs 20"_s);
        QCOMPARE(problem(*page, u"arguments"_s), QString());
        QTest::keyClicks(child<QComboBox>(*page, u"experiment"_s)->lineEdit(), u"pytorch-birds"_s);
        QTest::keyClicks(child<QLineEdit>(*page, u"displayName"_s), u"calm finch"_s);
        grabTo(*page, u"submit-code"_s);
        click(*page, u"next"_s);

        QCOMPARE(page->step(), SubmitStep::Compute);
        auto *computes = child<ListTable>(*page, u"computes"_s);
        QTRY_COMPARE(computes->model()->rowCount(), 4);
        click(*page, u"next"_s);
        QCOMPARE(problem(*page, u"computes"_s), u"Choose where the run goes."_s);
        computes->setFocus();
        // Rows are sorted by name: big-iron, cpu-cluster, gpu-cluster, local.
        QTest::keyClick(computes, Qt::Key_Down);
        QVERIFY(problem(*page, u"computes"_s).startsWith(u"big-iron could not be created"));
        grabTo(*page, u"submit-compute-failed"_s);
        QTest::keyClick(computes, Qt::Key_Down);
        QTest::keyClick(computes, Qt::Key_Down);
        QCOMPARE(page->draft().compute(), u"gpu-cluster"_s);
        QCOMPARE(namelessControls(*page).join(u'\n'), QString());
        click(*page, u"next"_s);

        QCOMPARE(page->step(), SubmitStep::Environment);
        auto *environments = child<ListTable>(*page, u"environments"_s);
        environments->setFocus();
        // Curated environments are first, then the others by name.
        for (int i = 0; i < 3; ++i)
            QTest::keyClick(environments, Qt::Key_Down);
        QCOMPARE(page->draft().environment().name, u"pytorch-birds"_s);
        // The job uses the latest version at the time of the run unless the user pins a version.
        QCOMPARE(page->draft().environment().version, QString());
        choose(*page, u"pinVersion"_s);
        QCOMPARE(page->draft().environment().version, u"2"_s);
        QCOMPARE(page->draft().stepSummary(SubmitStep::Environment), u"pytorch-birds:2"_s);
        choose(*page, u"pinVersion"_s);
        QCOMPARE(page->draft().stepSummary(SubmitStep::Environment), u"pytorch-birds@latest"_s);
        grabTo(*page, u"submit-environment"_s);
        click(*page, u"next"_s);

        QCOMPARE(page->step(), SubmitStep::Distribution);
        choose(*page, u"distributionPyTorch"_s);
        auto *nodes = child<QSpinBox>(*page, u"nodes"_s);
        nodes->setFocus();
        nodes->selectAll();
        QTest::keyClicks(nodes, u"6"_s);
        child<QSpinBox>(*page, u"processes"_s)->setValue(3);
        QCOMPARE(problem(*page, u"nodes"_s), u"gpu-cluster has at most 4 nodes; you ask for 6."_s);
        QCOMPARE(problem(*page, u"processes"_s), u"A node of gpu-cluster has 2 GPUs; you ask for 3 processes on it. "
                                                 "To run on the CPU set the variable CUDA_VISIBLE_DEVICES to -1."_s);
        grabTo(*page, u"submit-distribution-refused"_s);
        click(*page, u"next"_s);
        QCOMPARE(page->step(), SubmitStep::Distribution);
        nodes->selectAll();
        QTest::keyClicks(nodes, u"2"_s);
        child<QSpinBox>(*page, u"processes"_s)->setValue(2);
        auto *backend = child<QComboBox>(*page, u"backend"_s);
        backend->setFocus();
        QTest::keyClick(backend, Qt::Key_Down);
        child<QToolButton>(*page, u"debugAids"_s)->click();
        child<QCheckBox>(*page, u"debugNccl"_s)->click();
        grabTo(*page, u"submit-distribution"_s);
        click(*page, u"next"_s);

        QCOMPARE(page->step(), SubmitStep::Review);
        QTRY_VERIFY(page->draft().canSubmit());
        QCOMPARE(namelessControls(*page).join(u'\n'), QString());
        grabTo(*page, u"submit-review"_s);
        // The review reads the folder again; until then, the summary shows no file count.
        QTRY_VERIFY(page->draft().summary().startsWith(u"2 nodes × 2 processes on gpu-cluster, 4 files"_s));
        QTRY_COMPARE(child<QLabel>(*page, u"summarySentence"_s)->text().remove(QChar(0x200b)), page->draft().summary());
        QTRY_VERIFY(page->draft().canSubmit());
        m_workspace->jobService.onSubmit.always = {};
        click(*page, u"next"_s);
        QTRY_COMPARE(m_workspace->jobService.onSubmit.count(), 1);
        Job expected;
        expected.displayName = u"calm finch"_s;
        expected.experiment = u"pytorch-birds"_s;
        expected.command = u"python train.py --name 'two words' --num_epochs 20"_s;
        expected.codePath = m_folder->path();
        expected.environment = {u"pytorch-birds"_s, {}, {}, {}};
        expected.compute = u"gpu-cluster"_s;
        expected.distribution = {Distribution::Type::PyTorch, 2};
        expected.instanceCount = 2;
        expected.environmentVariables = {{u"DIST_BACKEND"_s, u"gloo"_s}, {u"NCCL_DEBUG"_s, u"INFO"_s}};
        QCOMPARE(m_workspace->jobService.onSubmit.lastArg<0>(), expected);
        m_workspace->jobService.progress({SubmitProgress::Step::Uploading, 1'200'000, 3'400'000});
        QVERIFY(!child<QPushButton>(*page, u"next"_s)->isEnabled());
        grabTo(*page, u"submit-progress"_s);
        QCOMPARE(m_navigator->works.size(), 1);
        Run run;
        run.id = u"calm_finch_99"_s;
        m_workspace->jobService.onSubmit.resolveLast(run);
        QTRY_VERIFY(m_navigator->opened.contains(u"run calm_finch_99"_s));
        QVERIFY(!draftsOf(m_session->address()).unfinished());
        // The wizard's own controls do not contain secrets, so their values are stored.
        QCOMPARE(draftsOf(m_session->address()).recent().first().job, expected);
    }

    void argumentsAreNotBrokenInTwo()
    {
        const auto page = wizard(whole());
        const QString text = u"--output_dir ./outputs --data ../birds/train.csv --rate 1e-3 --name=a-b-c"_s;
        child<QPlainTextEdit>(*page, u"arguments"_s)->setPlainText(text);
        const auto *words = child<QLabel>(*page, u"argumentWords"_s);
        QTRY_VERIFY2(words->text().contains(u"a-"_s) && words->text().contains(u"outputs"_s),
                     qPrintable(words->text()));
        QTextDocument chips;
        chips.setHtml(words->text());
        QTextOption option;
        option.setWrapMode(QTextOption::WordWrap);
        chips.setDefaultTextOption(option);
        for (int width = 90; width < 700; width += 7) {
            chips.setTextWidth(width);
            const QTextLayout *lines = chips.firstBlock().layout();
            for (int i = 1; i < lines->lineCount(); ++i) {
                const int start = lines->lineAt(i).textStart();
                QVERIFY2(lines->text().at(start - 1) == u' ', qPrintable(lines->text().left(start)));
            }
        }
    }

    void freeSpaceIsAtTheEndOfTheForm()
    {
        Job job = whole();
        job.environmentVariables = {{u"ONE"_s, u"1"_s}};
        const auto page = wizard(job);
        page->resize(1700, 1000);
        QCoreApplication::processEvents();
        auto *table = child<QTableView>(*page, u"variables"_s);
        // There is no gap: each widget begins where the one above it ends.
        auto *arguments = child<QPlainTextEdit>(*page, u"arguments"_s);
        auto *name = child<QLineEdit>(*page, u"displayName"_s);
        const auto top = [&page](const QWidget *of) { return of->mapTo(page.get(), QPoint()).y(); };
        QVERIFY2(top(name) - top(arguments) - arguments->height() < 130,
                 qPrintable(QString::number(top(name) - top(arguments) - arguments->height())));
        // One variable and the row for the next variable are fully visible.
        const QRect second = table->visualRect(table->model()->index(1, 0));
        QVERIFY(table->visualRect(table->model()->index(0, 0)).top() >= 0);
        QVERIFY(second.bottom() <= table->viewport()->height());
        grabTo(*page, u"submit-code-tall"_s);
    }

    void noStepIsWiderThanTheFirstWindow()
    {
        const auto page = wizard(whole());
        page->resize(1084, 680);
        QTRY_VERIFY(page->draft().listing());
        for (int step = 1; step <= 5; ++step) {
            QTest::mouseClick(child<QWidget>(*page, u"step%1"_s.arg(step)), Qt::LeftButton);
            QCoreApplication::processEvents();
            for (const QAbstractScrollArea *area : page->findChildren<QAbstractScrollArea *>()) {
                if (area->isVisible())
                    QVERIFY2(area->horizontalScrollBar()->maximum() == 0,
                             qPrintable(QString::number(step) + u' ' + area->objectName()));
            }
        }
    }

    void theKeyForNextLeadsToTheButtonThatSends()
    {
        const auto page = wizard(whole());
        page->goTo(SubmitStep::Code);
        QTRY_VERIFY(page->draft().listing());
        child<QLineEdit>(*page, u"displayName"_s)->setFocus();
        auto *next = child<QPushButton>(*page, u"next"_s);
        for (int step = 1; step < 5; ++step) {
            QTest::keyClick(page.get(), Qt::Key_N, Qt::AltModifier);
            QTRY_VERIFY2(int(page->step()) == step, qPrintable(next->text()));
        }
        QVERIFY(next->text().contains(u"Submit"_s));
        QTRY_VERIFY2(next->hasFocus(), qPrintable(page->focusWidget() ? page->focusWidget()->objectName() : QString()));
        QTRY_VERIFY(!page->draft().isListing()); // the draft reads the folder again
        QTest::keyClick(next, Qt::Key_Return);
        QTRY_VERIFY(!m_navigator->opened.isEmpty());
    }

    void theOnlyScriptIsChosen()
    {
        QVERIFY(QFile::remove(m_folder->filePath(u"model/net.py"_s)));
        const auto page = wizard();
        page->draft().setFolder(m_folder->path());
        QTRY_COMPARE(page->draft().script(), u"train.py"_s);
        QCOMPARE(child<QComboBox>(*page, u"script"_s)->currentText(), u"train.py"_s);
    }

    void anEmptyFormStartsInTheFolderField()
    {
        const auto page = wizard();
        auto *folder = child<QLineEdit>(*page, u"folder"_s);
        QTRY_VERIFY(folder->hasFocus());
        QTest::keyClicks(folder, m_folder->path() + u"//"_s);
        QCOMPARE(folder->text(), m_folder->path() + u"//"_s); // the field does not normalise the path while the user
                                                              // types
        QCOMPARE(page->draft().folder(), m_folder->path());
        // A folder that is set elsewhere meanwhile is shown in the field.
        folder->setModified(false);
        page->draft().setFolder(m_folder->path() + u"/model"_s);
        QCOMPARE(folder->text(), m_folder->path() + u"/model"_s);
        // A wizard that is filled in leaves the focus to the page.
        const auto filled = wizard(whole());
        QVERIFY(!child<QLineEdit>(*filled, u"folder"_s)->hasFocus());
    }

    void foldersAreCompletedAndRemembered()
    {
        draftsOf(m_session->address()).remember(whole());
        const auto page = wizard();
        auto *folder = child<QLineEdit>(*page, u"folder"_s);
        QVERIFY(folder->completer());
        auto *recent = folder->findChild<QAction *>(u"recentFolders"_s);
        QVERIFY(recent->isVisible());
        QTimer::singleShot(0, folder, [folder] {
            auto *menu = folder->findChild<QMenu *>(u"recentFoldersMenu"_s);
            menu->actions().first()->trigger();
            menu->close();
        });
        recent->trigger();
        QCOMPARE(page->draft().folder(), m_folder->path());
    }

    void foldersBelowHomeAreCompleted()
    {
        const QByteArray home = qgetenv("HOME");
        const auto restore = qScopeGuard([&home] { qputenv("HOME", home); });
        qputenv("HOME", QFile::encodeName(m_folder->path()));
        const auto page = wizard();
        auto *folder = child<QLineEdit>(*page, u"folder"_s);
        QTRY_VERIFY(folder->hasFocus());
        QTest::keyClicks(folder, u"~/mod"_s);
        QVERIFY(!child<QWidget>(*page, u"stopReading"_s)->isVisible()); // the input is still a partial path
        auto *offered = folder->completer()->popup();
        QTRY_VERIFY(offered->isVisible());
        QTest::keyClick(offered, Qt::Key_Down);
        QTest::keyClick(offered, Qt::Key_Return);
        QTRY_COMPARE(page->draft().folder(), m_folder->path() + u"/model"_s);
        QVERIFY(!offered->isVisible());
    }

    void theCondaFileOfTheFolderIsOffered()
    {
        write(m_folder->filePath(u"environment.yml"_s), "name: own\ndependencies:\n  - python=3.12\n");
        Job job = whole();
        const auto page = wizard(job);
        page->goTo(SubmitStep::Environment);
        auto *offer = child<QPushButton>(*page, u"condaOfFolder"_s);
        QTRY_VERIFY(offer->isVisible());
        QVERIFY2(offer->text().contains(u"environment.yml"_s), qPrintable(offer->text()));
        grabTo(*page, u"submit-environment-offer"_s);
        click(*page, u"condaOfFolder"_s);
        QVERIFY(page->draft().environment().condaYaml.startsWith("name: own"_L1));
        // An error in a conda file is reported once.
        child<QPlainTextEdit>(*page, u"conda"_s)->setPlainText(u"name: a: b\n"_s);
        const QString wrong = problem(*page, u"conda"_s);
        QVERIFY2(wrong.startsWith("Line 1: Not valid YAML"_L1), qPrintable(wrong));
        for (const auto *list : page->findChildren<QListWidget *>()) {
            for (int row = 0; list->isVisible() && row < list->count(); ++row)
                QVERIFY(list->isRowHidden(row) || list->item(row)->text() != wrong);
        }
        grabTo(*page, u"submit-conda-error"_s);
    }

    void mpiHasNoBackEndField()
    {
        Job job = whole();
        job.distribution = {Distribution::Type::PyTorch, 2};
        job.environmentVariables = {{u"NCCL_DEBUG"_s, u"INFO"_s}};
        const auto page = wizard(job);
        page->goTo(SubmitStep::Distribution);
        QVERIFY(child<QComboBox>(*page, u"backend"_s)->isVisible());
        auto *ncclLog = child<QCheckBox>(*page, u"debugNccl"_s);
        QVERIFY(ncclLog->isVisible() && ncclLog->isChecked());
        choose(*page, u"distributionMpi"_s);
        QVERIFY(!child<QComboBox>(*page, u"backend"_s)->isVisible());
        grabTo(*page, u"submit-distribution-mpi"_s);
        // A part that the user collapsed stays collapsed, whatever else is filled in.
        child<QToolButton>(*page, u"debugAids"_s)->click();
        child<QSpinBox>(*page, u"processes"_s)->setValue(1);
        QVERIFY(!ncclLog->isVisible());
        choose(*page, u"distributionNone"_s);
        QVERIFY(!child<QToolButton>(*page, u"debugAids"_s)->isVisible());
    }

    void eachDistributionIsAChoice()
    {
        const auto page = wizard(whole());
        page->goTo(SubmitStep::Distribution);
        for (const Distribution::Type type : distributionTypes()) {
            choose(*page, u"distribution"_s + toWord(type));
            QCOMPARE(page->draft().distribution().type, type);
            auto *choice = child<QRadioButton>(*page, u"distribution"_s + toWord(type));
            QVERIFY(choice->isChecked());
            QCOMPARE(choice->accessibleDescription(), description(type));
            QCOMPARE(child<QComboBox>(*page, u"backend"_s)->isVisible(), traitsOf(type).hasBackend);
        }
    }

    void whatIsTypedIsNotCompletedToAnother()
    {
        const auto page = wizard(whole());
        auto *experiment = child<QComboBox>(*page, u"experiment"_s);
        QTRY_VERIFY(experiment->findText(u"pytorch-birds"_s) >= 0);
        experiment->lineEdit()->selectAll();
        QTest::keyClicks(experiment->lineEdit(), u"pytorch"_s);
        QTest::keyClick(experiment->lineEdit(), Qt::Key_Tab);
        QCOMPARE(page->draft().experiment(), u"pytorch"_s);
    }

    void tabLeavesTheVariablesAtTheirEnds()
    {
        const auto page = wizard(whole());
        page->goTo(SubmitStep::Code);
        auto *table = child<QTableView>(*page, u"variables"_s);
        const auto press = [](Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); };
        const auto inside = [table] { return table->isAncestorOf(QApplication::focusWidget()); };
        table->setFocus();
        table->setCurrentIndex(table->model()->index(0, 0)); // opens the editor
        QVERIFY(inside());
        QTest::keyClicks(QApplication::focusWidget(), u"SEED"_s);
        press(Qt::Key_Tab);
        QTest::keyClicks(QApplication::focusWidget(), u"7"_s);
        for (int i = 0; i < 3; ++i) {
            press(Qt::Key_Tab);
            QCOMPARE(inside(), i < 2); // the name and the value of the empty row, then the next widget
        }
        QCOMPARE(page->draft().variables(), (StringMap{{u"SEED"_s, u"7"_s}}));
        QVERIFY(QApplication::focusWidget() != table);
        table->setFocus();
        table->setCurrentIndex(table->model()->index(0, 0)); // opens the editor
        press(Qt::Key_Backtab);
        QVERIFY(!inside());
    }

    void anEnvironmentIsWrittenIntoTheJob()
    {
        const auto page = wizard(whole());
        page->goTo(SubmitStep::Environment);
        QTRY_VERIFY(child<ListTable>(*page, u"environments"_s)->model()->rowCount() > 0);
        choose(*page, u"environmentWritten"_s);
        auto *editor = child<CodeEditor>(*page, u"conda"_s);
        QVERIFY(editor->toPlainText().contains(u"onnx==1.17.0"_s));
        editor->moveCursor(QTextCursor::End);
        QTest::keyClicks(editor, u"bad: ["_s);
        QTest::keyClick(editor, Qt::Key_Return);
        QVERIFY(!editor->diagnostics().isEmpty());
        QVERIFY(problem(*page, u"conda"_s).startsWith(u"Line "));
        grabTo(*page, u"submit-environment-written"_s);
        choose(*page, u"environmentRegistered"_s);
        QCOMPARE(page->draft().environment().name, u"pytorch-birds"_s);
    }

    void unreadableComputesAreReported()
    {
        m_workspace->computeCatalog.onComputes.always = [] {
            return failure(ErrorKind::Unreachable, u"The service does not answer."_s);
        };
        const auto page = wizard();
        page->goTo(SubmitStep::Compute);
        QTRY_COMPARE(child<QLabel>(*page, u"computesState"_s)->text(), u"The service does not answer."_s);
        QVERIFY(child<QPushButton>(*page, u"computesRetry"_s)->isVisible());
    }

    void unreadableEnvironmentsAreReportedAndRetried()
    {
        auto &asked = m_workspace->environmentCatalog.onEnvironments;
        const auto answers = std::exchange(asked.always, {});
        const auto page = wizard();
        page->goTo(SubmitStep::Environment);
        auto *state = child<QLabel>(*page, u"environmentsState"_s);
        QTRY_COMPARE(state->text(), u"Reading the environments…"_s);
        QTRY_COMPARE(asked.waiting(), 1);
        QVERIFY(asked.resolve(failure(ErrorKind::Unreachable, u"The service does not answer."_s)));
        QTRY_COMPARE(state->text(), u"The service does not answer."_s);
        grabTo(*page, u"submit-environment-error"_s);
        asked.always = answers;
        click(*page, u"environmentsRetry"_s);
        QTRY_VERIFY(child<ListTable>(*page, u"environments"_s)->model()->rowCount() > 0);
        QCOMPARE(state->text(), QString());
        QVERIFY(!child<QPushButton>(*page, u"environmentsRetry"_s)->isVisible());
    }
};

QTEST_MAIN(TestSubmitWizard)
#include "tst_submitwizard.moc"
