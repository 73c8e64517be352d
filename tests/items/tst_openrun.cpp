// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/openrun/openrun.h"
#include "tests/items/rankactivity.h"
#include "tests/support/fakecontent.h"
#include "tests/support/wait.h"

#include <QCoreApplication>
#include <QTest>

using namespace Roost;
using namespace Roost::Testing;
using namespace Roost::Items;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestOpenRun : public QObject
{
    Q_OBJECT

    FakeContent m_content;
    std::shared_ptr<FakeWorkspace> m_workspace;
    std::unique_ptr<WorkspaceSession> m_session;

private Q_SLOTS:
    void init()
    {
        const RankActivity activity(2, 10s);
        const Run run = activity.run(RunStatus::Running);
        m_content = {};
        m_content.runs = {run};
        m_content.activities = {{run.id, activity.make()}};
        for (const LogActivity &log : m_content.activities.first().logs)
            m_content.files.insert(run.id + u'/' + log.path, "step 1\n");
        m_workspace = std::make_shared<FakeWorkspace>();
        m_content.answer(*m_workspace);
        m_session = std::make_unique<WorkspaceSession>(
            u"there"_s, u"There"_s, [this] { return readyFuture<std::shared_ptr<Workspace>>(m_workspace); });
        m_session->open();
    }

    void ranksAndLogsAreThoseOfTheDocument()
    {
        OpenRun run(*m_session, m_content.runs.first().id);
        QTRY_VERIFY(run.document()->hasContent());
        QCOMPARE(run.ranks()->run(), run.document());
        QTRY_COMPARE(run.ranks()->model()->rowCount(), 2);
        QTRY_COMPARE(run.logs()->paths(), run.document()->logPaths());
        QVERIFY(run.logs()->hasRanks());
        QCOMPARE(run.ranks(), run.ranks());
        QCOMPARE(run.logs(), run.logs());
    }

    void ranksAreReadOnlyIfTheyAreUsed()
    {
        OpenRun run(*m_session, m_content.runs.first().id);
        QTRY_VERIFY(run.document()->hasContent());
        QCOMPARE(m_workspace->activityFeed.onActivity.count(), 0);
        run.setWatched(false);
        QVERIFY(!run.document()->isWatched());
        run.ranks(); // created unwatched
        QCoreApplication::processEvents();
        QCOMPARE(m_workspace->activityFeed.onActivity.count(), 0);
        run.setWatched(true);
        QTRY_VERIFY(m_workspace->activityFeed.onActivity.count() > 0);
    }
};

QTEST_GUILESS_MAIN(TestOpenRun)
#include "tst_openrun.moc"
