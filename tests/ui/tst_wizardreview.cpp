// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/wizardfixture.h"
#include "ui/editor/codeeditor.h"
#include "ui/submit/steplist.h"

#include <QAbstractItemView>
#include <QFileDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTabWidget>
#include <QTextBlock>
#include <QTimer>

using namespace Roost;
using namespace Roost::Testing;
using namespace Roost::Items;
using namespace Roost::Ui;
using namespace Qt::StringLiterals;

// The last step of the wizard: the files, the problems and the job file.
class TestWizardReview : public QObject, private WizardFixture
{
    Q_OBJECT

private:
    // Enters a path into the next file dialog.
    static void inFileDialog(const QString &path)
    {
        QTimer::singleShot(0, qApp, [path] {
            auto *dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
            QVERIFY(dialog);
            auto *name = child<QLineEdit>(*dialog, u"fileNameEdit"_s);
            name->setText(path);
            QTest::keyClick(name, Qt::Key_Return);
            dialog->close();
        });
    }

private Q_SLOTS:
    void initTestCase() { begin(u"roost-test-wizardreview"_s); }
    void init() { beginCase(); }

    void editsOfTheJobFileFlowBack()
    {
        const auto page = wizard(whole());
        page->goTo(SubmitStep::Review);
        QTRY_VERIFY(page->draft().canSubmit());
        child<QTabWidget>(*page, u"reviewTabs"_s)->setCurrentIndex(1);
        auto *editor = child<CodeEditor>(*page, u"jobText"_s);
        editor->setFocus();
        QString text = editor->toPlainText();
        QVERIFY(text.contains(u"--num_epochs 20"_s));
        editor->setPlainText(text.replace(u"--num_epochs 20"_s, u"--num_epochs 30"_s));
        QCOMPARE(page->draft().argumentsText(), u"--num_epochs 30"_s);
        grabTo(*page, u"submit-review-yaml"_s);
        editor->setPlainText(text + u"distribution:\n  type: teleport\n"_s);
        QVERIFY(!editor->diagnostics().isEmpty());
        QVERIFY(child<QListWidget>(*page, u"jobTextMessages"_s)->isVisible());
        auto *missing = child<QListWidget>(*page, u"missing"_s);
        QTRY_COMPARE(missing->count(), 1);
        QVERIFY(missing->item(0)->text().startsWith(u"job.yml: Line "));
        grabTo(*page, u"submit-review-yaml-wrong"_s);
        click(*page, u"next"_s);
        QCOMPARE(m_workspace->jobService.onSubmit.count(), 0);
        // In the list of problems, Enter goes to the line of the problem.
        child<QTabWidget>(*page, u"reviewTabs"_s)->setCurrentIndex(0);
        editor->moveCursor(QTextCursor::Start);
        missing->setCurrentRow(0);
        QTest::keyClick(missing, Qt::Key_Return);
        QVERIFY(editor->isVisible() && editor->hasFocus());
        QVERIFY(editor->textCursor().block().text().contains(u"teleport"));
        // After the user leaves the step, the list of steps marks it.
        page->goTo(SubmitStep::Code);
        QCOMPARE(child<StepButton>(*page, u"step5"_s)->state(), StepButton::State::Missing);
    }

    void theJobFileIsSearched()
    {
        const auto page = wizard(whole());
        page->goTo(SubmitStep::Code);
        QVERIFY(!page->find());
        page->goTo(SubmitStep::Review);
        QVERIFY(page->find());
        auto *editor = child<CodeEditor>(*page, u"jobText"_s);
        QVERIFY(editor->isVisible());
        const QString text = editor->toPlainText();
        QTest::keyClicks(page->focusWidget(), u"gpu-cluster"_s);
        QCOMPARE(editor->textCursor().selectedText(), u"gpu-cluster"_s);
        QCOMPARE(editor->toPlainText(), text);
        grabTo(*page, u"submit-find"_s);
    }

    void aBrokenJobFileOpensInItsEditor()
    {
        const QString file = m_folder->filePath(u"job.yml"_s);
        write(file, "command: python train.py\ncompute: gpu-cluster\nresources: [\n");
        const auto page = wizard();
        inFileDialog(file);
        QTest::keyClick(page.get(), Qt::Key_O, Qt::ControlModifier);
        QTRY_COMPARE(page->step(), SubmitStep::Review);
        auto *editor = child<CodeEditor>(*page, u"jobText"_s);
        QVERIFY(editor->isVisible());
        QCOMPARE(page->focusWidget(), editor);
        QVERIFY(editor->toPlainText().contains(u"resources: ["));
        QVERIFY(child<QListWidget>(*page, u"missing"_s)->item(0)->text().contains(u"job.yml: Line "));
        grabTo(*page, u"submit-job-file-broken"_s);
    }

    void theJobIsSavedByItsShortcut()
    {
        const auto page = wizard(whole());
        const QString file = m_folder->filePath(u"saved.yml"_s);
        inFileDialog(file);
        QTest::keyClick(child<QLineEdit>(*page, u"displayName"_s), Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(QFileInfo::exists(file));
    }

    void readingTheFolderIsStoppedAndRestarted()
    {
        const auto page = wizard(whole());
        QTRY_VERIFY(page->draft().listing());
        page->goTo(SubmitStep::Review);
        auto *button = child<QPushButton>(*page, u"readAgain"_s);
        QCOMPARE(button->text(), u"Stop"_s);
        button->click();
        QCOMPARE(button->text(), u"Read again"_s);
        auto *state = child<QLabel>(*page, u"filesState"_s);
        QVERIFY(state->text().startsWith(u"Reading the folder was stopped."));
        page->goTo(SubmitStep::Code);
        QVERIFY2(problem(*page, u"folder"_s).startsWith(u"Reading the folder was stopped."),
                 qPrintable(problem(*page, u"folder"_s)));
        QVERIFY(child<QPushButton>(*page, u"stopReading"_s)->isVisible());
        grabTo(*page, u"submit-code-stopped"_s);
        click(*page, u"stopReading"_s);
        QTRY_VERIFY(page->draft().canSubmit());
        QVERIFY(!child<QPushButton>(*page, u"stopReading"_s)->isVisible());
    }

    void theFilesOfAnEarlierRunAreReviewed()
    {
        m_content.files[u"code1/train.py"_s] = "print('birds')\n";
        m_content.files[u"code1/model/net.py"_s] = QByteArray(4200, '#');
        Job again = whole();
        again.codePath.clear();
        again.codeId = u"code1"_s;
        const auto wizard = this->wizard(again);
        wizard->goTo(SubmitStep::Review);
        auto *table = child<QAbstractItemView>(*wizard, u"files"_s);
        QTRY_COMPARE(table->model()->rowCount(), 2);
        auto *state = child<QLabel>(*wizard, u"filesState"_s);
        QTRY_VERIFY2(state->text().contains(u"2 files"_s), qPrintable(state->text()));
        QVERIFY(!child<QWidget>(*wizard, u"filesFilter"_s)->isVisible());
        grabTo(*wizard, u"wizard-review-again"_s);

        // Another folder replaces the files.
        wizard->draft().setFolder(m_folder->path());
        QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 6, 20000);
        QVERIFY(child<QWidget>(*wizard, u"filesFilter"_s)->isVisible());
    }

    void missingFieldsLeadToTheirStep()
    {
        Job job = whole();
        job.compute.clear();
        const auto page = wizard(job);
        click(*page, u"step5"_s);
        QCOMPARE(page->step(), SubmitStep::Review);
        auto *missing = child<QListWidget>(*page, u"missing"_s);
        // The folder is read again, and the listing is missing until then.
        QTRY_VERIFY(page->draft().listing() && !page->draft().isListing());
        QTRY_COMPARE(missing->count(), 1);
        grabTo(*page, u"submit-review-missing"_s);
        click(*page, u"next"_s);
        QCOMPARE(m_workspace->jobService.onSubmit.count(), 0);
        missing->setCurrentRow(0);
        QTest::keyClick(missing, Qt::Key_Return);
        QCOMPARE(page->step(), SubmitStep::Compute);
        QCOMPARE(problem(*page, u"computes"_s), u"Choose where the run goes."_s);
    }
};

QTEST_MAIN(TestWizardReview)
#include "tst_wizardreview.moc"
