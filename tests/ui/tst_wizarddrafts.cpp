// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/wizardfixture.h"
#include "ui/parts/listtable.h"

#include <QLineEdit>
#include <QPushButton>

using namespace Roost;
using namespace Roost::Testing;
using namespace Qt::StringLiterals;

// What the wizard keeps, gives up and sends.
class TestWizardDrafts : public QObject, private WizardFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { begin(u"roost-test-wizarddrafts"_s); }
    void init() { beginCase(); }

    void anUploadIsCanceledAndAnErrorIsSaid()
    {
        m_workspace->jobService.onSubmit.always = {};
        const auto page = wizard(whole());
        page->goTo(SubmitStep::Review);
        QTRY_VERIFY(page->draft().canSubmit());
        click(*page, u"next"_s);
        QCOMPARE(m_workspace->jobService.onSubmit.waiting(), 1);
        click(*page, u"workCancel"_s);
        QCOMPARE(m_workspace->jobService.onSubmit.waiting(), 0);
        QVERIFY(child<QPushButton>(*page, u"next"_s)->isEnabled());
        click(*page, u"next"_s);
        m_workspace->jobService.onSubmit.giveLast(failure(ErrorKind::Unreachable, u"The service does not answer."_s));
        auto *bar = child<QWidget>(*page, u"submitError"_s);
        QTRY_VERIFY(bar->isVisible());
        grabTo(*page, u"submit-error"_s);
        QVERIFY(child<QPushButton>(*page, u"next"_s)->isEnabled());
    }

    void whatWasWrittenIsTakenUpAgain()
    {
        {
            const auto page = wizard();
            QTest::keyClicks(child<QLineEdit>(*page, u"folder"_s), m_folder->path());
        }
        const auto page = wizard();
        QCOMPARE(page->draft().folder(), m_folder->path());
        QVERIFY(child<QWidget>(*page, u"draftNotice"_s)->isVisible());
        grabTo(*page, u"submit-notice"_s);
        click(*page, u"startAfresh"_s);
        QCOMPARE(page->draft().folder(), QString());
    }

    void lookingLeavesNoDraft()
    {
        for (const Job &prefill : {Job{}, whole()}) {
            {
                const auto page = wizard(prefill);
                // Lists may choose a row by themselves, and the folder is read.
                page->goTo(SubmitStep::Compute);
                page->goTo(SubmitStep::Environment);
                QTRY_VERIFY(child<ListTable>(*page, u"environments"_s)->model()->rowCount() > 0);
                child<ListTable>(*page, u"environments"_s)->setFocus();
                page->goTo(SubmitStep::Review);
            }
            QVERIFY(!SubmitMemory(m_session->address()).unfinished());
        }
    }
};

QTEST_MAIN(TestWizardDrafts)
#include "tst_wizarddrafts.moc"
