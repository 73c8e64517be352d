// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The run page of runs with little content; the times on the page are relative to the current time.
#include "tests/ui/runsfixture.h"
#include "ui/widgets/bar.h"

#include <QPushButton>
#include <QTemporaryDir>

using namespace Roost;
using namespace Roost::Testing;
using namespace Roost::Ui;
using namespace Qt::StringLiterals;

class TestRunStates : public QObject, private RunsFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::install(Theme::Choice::Light); }
    void init() { beginCase(); }

    void theTimesOfProcessesAreUpdated()
    {
        Run *live = m_content.find(u"calm_finch_42"_s);
        live->ranks = {{0, {}, {}, live->started, {}, {}}};
        const auto page = run(u"calm_finch_42"_s);
        const auto *rank = page->findChild<QLabel *>(u"runRanks:Rank 0"_s);
        QVERIFY(rank);
        const QString before = rank->text();
        QVERIFY2(before.startsWith(u"running"_s), qPrintable(before));
        QTRY_VERIFY(rank->text() != before);
        QVERIFY2(rank->text().startsWith(u"running"_s), qPrintable(rank->text()));
    }

    void aProcessWithoutARecordedEndIsLost()
    {
        Run *failed = m_content.find(u"sad_crow_13"_s);
        failed->ranks = {{0, {}, {}, failed->started, {}, {}}};
        const auto page = run(u"sad_crow_13"_s);
        const auto *rank = page->findChild<QLabel *>(u"runRanks:Rank 0"_s);
        QVERIFY(rank);
        QCOMPARE(rank->text(), u"lost  ·  1:12"_s);
        grabTo(*page, u"run-lost"_s);
    }

    void aRunWithoutOutputIsExplained()
    {
        const QString path = u"azureml-logs/70_driver_log.txt"_s;
        const QTemporaryDir folder;
        const auto begin = [&](const QString &id) {
            m_content.files[id + u'/' + path] = {};
            m_content.files.remove(id + u"/azureml-logs/20_image_build_log.txt"_s);
            QFile log(folder.filePath(u"runs/"_s + id + u'/' + path));
            return QDir().mkpath(QFileInfo(log).path()) && log.open(QIODevice::WriteOnly);
        };
        QVERIFY(begin(u"calm_finch_42"_s) && begin(u"proud_owl_3"_s));
        m_content.info.folder = folder.path();
        m_session = openSession(m_workspace);
        QTRY_COMPARE(m_session->info().folder, folder.path());

        const auto page = run(u"calm_finch_42"_s);
        showTab(*page, 2);
        const auto *empty = page->findChild<QWidget *>(u"logEmpty"_s);
        const auto *said = empty->findChild<QLabel *>();
        QTRY_COMPARE(said->text(), u"Nothing was printed yet. The first line appears here."_s);
        QVERIFY(empty->isVisible());
        grabTo(*page, u"run-log-blank"_s);
        QFile log(folder.filePath(u"runs/calm_finch_42/"_s + path));
        QVERIFY(log.open(QIODevice::Append));
        log.write("Epoch 0\n");
        log.close();
        QTRY_VERIFY(!empty->isVisible());

        const auto over = run(u"proud_owl_3"_s);
        showTab(*over, 2);
        QTRY_COMPARE(over->findChild<QWidget *>(u"logEmpty"_s)->findChild<QLabel *>()->text(),
                     u"Nothing was printed here."_s);
    }

    void aHeldRunStartsOnRequest()
    {
        Run *held = m_content.find(u"bold_heron_7"_s);
        held->queueReason = u"Start it with \"roostctl runs proceed bold_heron_7\", or cancel it."_s;
        held->command = u"bash -c '<b>touch</b> /tmp/proof'"_s;
        {
            const auto page = run(u"bold_heron_7"_s);
            QVERIFY(!page->headerActions().contains(action(*page, u"runStart"_s)));
        }
        held->properties.insert(u"roost.held"_s, u"true"_s);
        const auto page = run(u"bold_heron_7"_s);
        const QList<QAction *> actions = page->headerActions();
        QCOMPARE(actions.first(), action(*page, u"runStart"_s));
        QVERIFY(actions.contains(action(*page, u"runCancel"_s)));
        // The text names the actions of the window, not a command of roostctl.
        const auto *reason = page->findChild<QLabel *>(u"runReason"_s);
        QVERIFY(reason->isVisible());
        QVERIFY2(reason->text().contains(u"then start or cancel it"_s), qPrintable(reason->text()));
        QVERIFY2(!reason->text().contains(u"roostctl"_s), qPrintable(reason->text()));

        auto *confirm = page->findChild<ConfirmBar *>();
        actions.first()->trigger();
        QVERIFY(confirm->isVisible());
        QVERIFY2(confirm->accessibleName().contains(held->command), qPrintable(confirm->accessibleName()));
        grabTo(*page, u"run-held"_s);
        QTest::mouseClick(confirm->findChild<QPushButton *>(u"confirmNo"_s), Qt::LeftButton);
        QCOMPARE(m_workspace->held.onProceed.count(), 0);
        actions.first()->trigger();
        QTest::mouseClick(confirm->findChild<QPushButton *>(u"confirmYes"_s), Qt::LeftButton);
        QCOMPARE(m_workspace->held.onProceed.lastArg<0>(), u"bold_heron_7"_s);
        held->status = RunStatus::Running; // even if the other properties still describe a held run
        held->queueReason.clear();
        m_workspace->held.onProceed.resolveLast({});
        QTRY_VERIFY(!page->headerActions().contains(action(*page, u"runStart"_s)));
        QVERIFY(!reason->isVisible());
    }

    void aWorkspaceWithoutHeldRunsOffersNoStart()
    {
        m_workspace->hasHeldRuns = false;
        m_content.find(u"bold_heron_7"_s)->properties.insert(u"roost.held"_s, u"true"_s);
        const auto page = run(u"bold_heron_7"_s);
        QVERIFY(!page->headerActions().contains(action(*page, u"runStart"_s)));
    }

    void aDeletedRunLeadsToTheOthers()
    {
        const auto page = run(u"proud_owl_3"_s);
        const auto *deleted = page->findChild<QWidget *>(u"runDeleted"_s);
        QVERIFY(!deleted->isVisible());
        m_content.runs.removeIf([](const Run &one) { return one.id == u"proud_owl_3"_s; });
        page->refresh();
        QTRY_VERIFY(deleted->isVisible());
        QVERIFY(!page->findChild<ErrorBar *>()->hasError());
        QCOMPARE(deleted->findChild<QLabel *>()->text(), u"This run was deleted."_s);
        QVERIFY(page->headerActions().isEmpty());
        grabTo(*page, u"run-deleted"_s);
        QTest::mouseClick(deleted->findChild<QPushButton *>(), Qt::LeftButton);
        QCOMPARE(m_navigator.opened, QStringList{u"runs"_s});

        const auto never = run(u"nobody"_s);
        QTRY_VERIFY(never->findChild<QWidget *>(u"runDeleted"_s)->isVisible());
        QCOMPARE(never->findChild<QWidget *>(u"runDeleted"_s)->findChild<QLabel *>()->text(),
                 u"There is no run nobody. Maybe it was deleted."_s);
    }
};

QTEST_MAIN(TestRunStates)
#include "tst_runstates.moc"
