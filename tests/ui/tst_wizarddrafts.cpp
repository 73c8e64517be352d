// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/submit/snapshotmodel.h"
#include "tests/ui/wizardfixture.h"
#include "ui/submit/draftsettings.h"
#include "ui/submit/steplist.h"
#include "ui/tables/listtable.h"

#include <QAction>
#include <QFile>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>

using namespace Roost;
using namespace Roost::Testing;
using namespace Roost::Items;
using namespace Roost::Ui;
using namespace Qt::StringLiterals;

// The drafts that the wizard stores, discards and sends.
class TestWizardDrafts : public QObject, private WizardFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { begin(u"roost-test-wizarddrafts"_s); }
    void init() { beginCase(); }

    void anUploadIsCanceledAndAnErrorIsShown()
    {
        m_workspace->jobService.onSubmit.always = {};
        const auto page = wizard(whole());
        page->goTo(SubmitStep::Review);
        QTRY_VERIFY(page->draft().canSubmit());
        click(*page, u"next"_s);
        QTRY_COMPARE(m_workspace->jobService.onSubmit.waiting(), 1);
        click(*page, u"workCancel"_s);
        QCOMPARE(m_workspace->jobService.onSubmit.waiting(), 0);
        QVERIFY(child<QPushButton>(*page, u"next"_s)->isEnabled());
        click(*page, u"next"_s);
        QTRY_COMPARE(m_workspace->jobService.onSubmit.waiting(), 1);
        m_workspace->jobService.onSubmit.resolveLast(
            failure(ErrorKind::Unreachable, u"The service does not answer."_s));
        auto *bar = child<QWidget>(*page, u"submitError"_s);
        QTRY_VERIFY(bar->isVisible());
        grabTo(*page, u"submit-error"_s);
        QVERIFY(child<QPushButton>(*page, u"next"_s)->isEnabled());
    }

    void aCompleteDraftOpensOnTheReview()
    {
        // The samples open the wizard in this way; the folder is still being read at this point.
        const auto page = wizard(whole());
        QCOMPARE(page->step(), SubmitStep::Review);
        QTRY_VERIFY(page->draft().canSubmit());
        for (const QString &step : {u"step1"_s, u"step2"_s, u"step3"_s, u"step4"_s}) {
            const QString name = child<QAbstractButton>(*page, step)->accessibleName();
            QVERIFY2(name.endsWith(u", filled in"_s), qPrintable(name));
        }
        grabTo(*page, u"submit-given-whole"_s);

        Job lacking = whole();
        lacking.compute.clear();
        page->offer(lacking);
        QCOMPARE(page->step(), SubmitStep::Code);
        page->offer(whole());
        QCOMPARE(page->step(), SubmitStep::Review);
        click(*page, u"step1"_s);
        QCOMPARE(page->step(), SubmitStep::Code);

        // A user submits an earlier run again to change a field, for example its folder.
        Job again = whole();
        again.codePath.clear();
        again.codeId = u"4f1d0c9a3b6e"_s;
        page->offer(again);
        QVERIFY(page->draft().isFilledIn());
        QCOMPARE(page->step(), SubmitStep::Code);
    }

    void anUnsentDraftIsRestored()
    {
        {
            const auto page = wizard();
            QTest::keyClicks(child<QLineEdit>(*page, u"folder"_s), m_folder->path());
        }
        const auto page = wizard();
        QCOMPARE(page->draft().folder(), m_folder->path());
        QVERIFY(child<QWidget>(*page, u"draftNotice"_s)->isVisible());
        grabTo(*page, u"submit-notice"_s);
        click(*page, u"clearForm"_s);
        QCOMPARE(page->draft().folder(), QString());
        QVERIFY(m_navigator->offered);
        m_navigator->offered();
        QCOMPARE(page->draft().folder(), m_folder->path());
        QVERIFY(page->isWritten());
    }

    void textWithAnErrorKeepsTheWindowOpen()
    {
        const auto page = wizard(whole());
        page->goTo(SubmitStep::Review);
        QVERIFY(page->mayLeave([] {}));
        page->draft().setJobText(u"command: [broken\n"_s);
        page->goTo(SubmitStep::Code);
        bool left = false;
        QVERIFY(!page->mayLeave([&left] { left = true; }));
        QCOMPARE(page->step(), SubmitStep::Review);
        auto *confirm = child<QWidget>(*page, u"submitConfirm"_s);
        QVERIFY(confirm->isVisible());
        grabTo(*page, u"submit-leave"_s);
        click(*confirm, u"confirmYes"_s);
        QVERIFY(left);
        QVERIFY(page->mayLeave([] {}));
        QCOMPARE(page->draft().job(), whole());
    }

    void aPrefillReplacesADraftOnlyAfterAQuestion()
    {
        {
            const auto page = wizard();
            auto *name = child<QLineEdit>(*page, u"displayName"_s);
            auto *confirm = child<QWidget>(*page, u"submitConfirm"_s);
            QTest::keyClicks(name, u"mine"_s);
            page->offer({});
            QVERIFY(!confirm->isVisible());
            page->offer(whole());
            QVERIFY(confirm->isVisible());
            QCOMPARE(page->draft().displayName(), u"mine"_s);
            grabTo(*page, u"submit-replace"_s);
            click(*page, u"confirmNo"_s);
            QCOMPARE(name->text(), u"mine"_s);
        }
        // A draft that an earlier window has left is protected in the same way.
        QCOMPARE(draftsOf(m_session->address()).unfinished()->job.displayName, u"mine"_s);
        const auto page = wizard(whole());
        QVERIFY(child<QWidget>(*page, u"submitConfirm"_s)->isVisible());
        QCOMPARE(page->draft().displayName(), u"mine"_s);
        click(*page, u"confirmYes"_s);
        QCOMPARE(page->draft().job(), whole());
        QVERIFY(!draftsOf(m_session->address()).unfinished());
        // The user has not edited the draft, so the wizard asks no question.
        Job other = whole();
        other.experiment = u"apes"_s;
        page->offer(other);
        QCOMPARE(page->draft().experiment(), u"apes"_s);
    }

    void nothingReplacesARunThatIsBeingSent()
    {
        m_workspace->jobService.onSubmit.always = {};
        auto page = wizard(whole());
        page->goTo(SubmitStep::Review);
        QTRY_VERIFY(page->draft().canSubmit());
        click(*page, u"next"_s);
        QTRY_COMPARE(m_workspace->jobService.onSubmit.waiting(), 1);
        page->offer({});
        Job other = whole();
        other.experiment = u"apes"_s;
        page->offer(other);
        QCOMPARE(m_navigator->notices.size(), 1);
        QCOMPARE(page->draft().job(), whole());
        QCOMPARE(m_workspace->jobService.onSubmit.waiting(), 1);
        // A wizard that is destroyed stops the operation and reports that to its observers.
        page.reset();
        QCOMPARE(m_workspace->jobService.onSubmit.waiting(), 0);
        QCOMPARE(m_navigator->works.last()->state(), LongWork::State::Canceled);
    }

    void theWizardContinuesAfterASubmission()
    {
        const auto page = wizard(whole());
        auto *notice = child<QWidget>(*page, u"draftNotice"_s);
        auto *next = child<QPushButton>(*page, u"next"_s);
        const auto submit = [&] {
            page->goTo(SubmitStep::Review);
            QTRY_VERIFY(page->draft().canSubmit());
            const qsizetype before = m_navigator->opened.size();
            next->click();
            QTRY_COMPARE(m_navigator->opened.size(), before + 1);
        };
        submit();
        // Back on the page, the user sees the result and can submit again.
        QVERIFY(notice->isVisible());
        QVERIFY(next->isEnabled());
        grabTo(*page, u"submit-again"_s);
        submit();
        page->goTo(SubmitStep::Code);
        QTest::keyClicks(child<QLineEdit>(*page, u"displayName"_s), u"b"_s);
        QVERIFY(!notice->isVisible());
        page->offer({});
        QCOMPARE(page->draft().displayName(), u"b"_s);
        submit();
        // A new run contains no values of the submitted run.
        page->offer({});
        QCOMPARE(page->draft().folder(), QString());
        QVERIFY(!notice->isVisible());
        QCOMPARE(m_workspace->jobService.onSubmit.count(), 3);
    }

    void changesSinceTheReviewAreShownBeforeSending()
    {
        const auto page = wizard(whole());
        page->goTo(SubmitStep::Review);
        QTRY_VERIFY(page->draft().canSubmit());
        write(m_folder->filePath(u"token.txt"_s), "x\n");
        write(m_folder->filePath(u"train.py"_s), "print('BIRDS')\n");
        QVERIFY(QFile::remove(m_folder->filePath(u"model/net.py"_s)));
        auto *confirm = child<QWidget>(*page, u"submitConfirm"_s);
        click(*page, u"next"_s);
        QTRY_VERIFY(confirm->isVisible());
        const auto labels = confirm->findChildren<QLabel *>();
        QVERIFY(std::ranges::any_of(labels, [](const QLabel *label) {
            return label->text().remove(QChar(0x200b)) ==
                   u"The folder changed since it was reviewed. New: token.txt. Changed: train.py. "
                   "Not sent any more: model/net.py."_s;
        }));
        QCOMPARE(m_workspace->jobService.onSubmit.count(), 0);
        grabTo(*page, u"submit-folder-changed"_s);
        click(*page, u"confirmYes"_s);
        QTRY_COMPARE(m_workspace->jobService.onSubmit.count(), 1);
        QVERIFY(!confirm->isVisible());
    }

    void anUntouchedFormHasNoErrors()
    {
        const auto page = wizard();
        const auto isCalm = [&page] {
            for (const auto *problem : page->findChildren<QLabel *>(QRegularExpression(u"Problem$"_s))) {
                if (problem->isVisible() && !problem->text().isEmpty())
                    return false;
            }
            for (const auto *step : page->findChildren<StepButton *>()) {
                if (step->state() == StepButton::State::Missing)
                    return false;
            }
            return true;
        };
        QVERIFY(isCalm());
        // Visiting a field or a step without an edit does not count as an error.
        child<QLineEdit>(*page, u"folder"_s)->setFocus();
        child<QPlainTextEdit>(*page, u"arguments"_s)->setFocus();
        QVERIFY(isCalm());
        click(*page, u"next"_s);
        QVERIFY(!isCalm());
        page->deactivate();
        page->activate();
        QVERIFY(isCalm());
        click(*page, u"next"_s);
        for (QAction *action : page->menuActions()) {
            if (action->objectName() == "clearFormAction"_L1)
                action->trigger();
        }
        QVERIFY(isCalm());
    }

    void theFilesOfTheEarlierRunAreRestored()
    {
        Job job = whole();
        job.codePath.clear();
        job.codeId = u"code-1"_s;
        const auto page = wizard(job);
        auto *folder = child<QLineEdit>(*page, u"folder"_s);
        QTest::keyClicks(folder, u"/"_s);
        QVERIFY(!page->draft().reusesSnapshot());
        QTest::keyClick(folder, Qt::Key_Backspace);
        QCOMPARE(page->draft().reusedSnapshot(), u"code-1"_s);
    }

    void anEarlierRunMayUseTheCurrentCode()
    {
        draftsOf(m_session->address()).rememberFolder(u"code-1"_s, m_folder->path());
        Job job = whole();
        job.codePath.clear();
        job.codeId = u"code-1"_s;
        const auto page = wizard(job);
        auto *current = child<QPushButton>(*page, u"useOriginalFolder"_s);
        QVERIFY(current->isVisible());
        QVERIFY2(current->text().contains(QFileInfo(m_folder->path()).fileName()), qPrintable(current->text()));
        grabTo(*page, u"submit-code-resubmit"_s);
        click(*page, u"useOriginalFolder"_s);
        QCOMPARE(page->draft().folder(), m_folder->path());
        QVERIFY(!current->isVisible());
        // A later job from the same folder is recognised by its snapshot.
        QTRY_VERIFY(page->draft().canSubmit());
    }

    void ampersandsOfACommandAreShown()
    {
        Job job = whole();
        job.command = u"python a.py && python b.py"_s;
        draftsOf(m_session->address()).remember(job);
        const auto page = wizard();
        bool isThere = false;
        for (const QAction *action : page->menuActions())
            isThere |= action->text().contains(u"a.py &&&& python"_s);
        QVERIFY(isThere);
    }

    void aSecretInTheSnapshotIsConfirmed()
    {
        write(m_folder->filePath(u"id_rsa"_s), "-----BEGIN OPENSSH PRIVATE KEY-----\n");
        const auto page = wizard(whole());
        page->goTo(SubmitStep::Review);
        QTRY_VERIFY(page->draft().canSubmit());
        auto *confirm = child<QWidget>(*page, u"submitConfirm"_s);
        click(*page, u"next"_s);
        QTRY_VERIFY(confirm->isVisible());
        QVERIFY(m_workspace->jobService.onSubmit.calls.isEmpty());
        grabTo(*page, u"submit-secret"_s);
        click(*confirm, u"confirmYes"_s);
        QTRY_COMPARE(m_workspace->jobService.onSubmit.calls.size(), 1);
    }

    void aFileIsExcludedFromTheReview()
    {
        write(m_folder->filePath(u"my [key].pem"_s), "secret\n");
        write(m_folder->filePath(u"big.txt"_s), QByteArray(5000, 'x'));
        const auto page = wizard(whole());
        page->goTo(SubmitStep::Review);
        QTRY_VERIFY(page->draft().listing() && !page->draft().isListing());
        auto *files = child<ListTable>(*page, u"files"_s);
        auto *warnings = child<QListWidget>(*page, u"snapshotWarnings"_s);
        QTRY_COMPARE(warnings->count(), 1);
        Q_EMIT warnings->itemClicked(warnings->item(0));
        QCOMPARE(files->currentKey(), u"my [key].pem"_s);
        click(*page, u"leaveOut"_s);
        auto *confirm = child<QWidget>(*page, u"leaveOutConfirm"_s);
        QVERIFY(confirm->isVisible());
        grabTo(*page, u"submit-leave-out"_s);
        click(*confirm, u"confirmYes"_s);
        QTRY_VERIFY(page->draft().listing() && !page->draft().isListing() &&
                    page->draft().listing()->warnings.isEmpty());
        QVERIFY(std::ranges::none_of(page->draft().listing()->files,
                                     [](const Snapshot::File &file) { return file.path.contains(u"key"_s); }));
        QVERIFY(std::ranges::any_of(page->draft().listing()->files,
                                    [](const Snapshot::File &file) { return file.path == "big.txt"_L1; }));
        // The largest files are first when the user sorts by size.
        files->sortByColumn(SnapshotModel::Size, Qt::DescendingOrder);
        QCOMPARE(files->model()->index(0, SnapshotModel::Path).data().toString(), u"big.txt"_s);
    }

    void openingLeavesNoDraft()
    {
        for (const Job &prefill : {Job{}, whole()}) {
            {
                const auto page = wizard(prefill);
                // Lists may select a row automatically, and the folder is read.
                page->goTo(SubmitStep::Compute);
                page->goTo(SubmitStep::Environment);
                QTRY_VERIFY(child<ListTable>(*page, u"environments"_s)->model()->rowCount() > 0);
                child<ListTable>(*page, u"environments"_s)->setFocus();
                page->goTo(SubmitStep::Review);
            }
            QVERIFY(!draftsOf(m_session->address()).unfinished());
        }
    }

    void eachWorkspaceHasItsOwnDrafts()
    {
        Job job;
        job.command = u"python train.py"_s;
        draftsOf(u"/tmp/birds"_s).setUnfinished(job);
        QCOMPARE(draftsOf(u"/tmp/birds"_s).unfinished()->job, job);
        QVERIFY(!draftsOf(u"/tmp/apes"_s).unfinished());
        draftsOf(u"/tmp/birds"_s).clearUnfinished();
        QVERIFY(!draftsOf(u"/tmp/birds"_s).unfinished());
    }
};

QTEST_MAIN(TestWizardDrafts)
#include "tst_wizarddrafts.moc"
