// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/submit/snapshotmodel.h"
#include "models/items/submit/snapshotquery.h"
#include "tests/support/fakeworkspace.h"

#include <QSignalSpy>
#include <QTest>

using namespace Roost;
using namespace Roost::Testing;
using namespace Roost::Items;
using namespace Qt::StringLiterals;

class TestSnapshotReading : public QObject
{
    Q_OBJECT

    std::shared_ptr<FakeWorkspace> m_workspace;
    std::unique_ptr<WorkspaceSession> m_session;

    FakeCall<QList<SnapshotFile>, QString> &call() { return m_workspace->jobService.onSnapshotFiles; }

private Q_SLOTS:
    void init()
    {
        m_workspace = std::make_shared<FakeWorkspace>();
        m_workspace->onInfo.always = [] { return WorkspaceInfo(); };
        m_session = std::make_unique<WorkspaceSession>(u"fake"_s, u"Fake"_s, [this] {
            return readyFuture<std::shared_ptr<Workspace>>(std::shared_ptr<Workspace>(m_workspace));
        });
    }

    void aSnapshotIsReadOnce()
    {
        m_session->open();
        QTRY_VERIFY(m_session->jobs());
        SnapshotQuery reading(*m_session);
        QCOMPARE(reading.state(), LiveQuery::State::Lacking);
        reading.setCode(u"c1"_s);
        QCOMPARE(reading.state(), LiveQuery::State::Loading);
        reading.setCode(u"c1"_s);
        QCOMPARE(call().count(), 1);
        call().resolve(QList<SnapshotFile>{{{u"a.py"_s, u"u"_s}, 1000}, {{u"b.py"_s, u"v"_s}, 500}});
        QTRY_COMPARE(reading.state(), LiveQuery::State::Ready);
        QVERIFY2(reading.summary().startsWith(u"2 files, 1.5"_s), qPrintable(reading.summary()));
        reading.setCode({});
        QCOMPARE(reading.state(), LiveQuery::State::Lacking);
        QVERIFY(reading.files().isEmpty());
    }

    void anErrorIsShownAndTheRequestRepeated()
    {
        m_session->open();
        QTRY_VERIFY(m_session->jobs());
        SnapshotQuery reading(*m_session);
        reading.setCode(u"c1"_s);
        call().resolve(failure(ErrorKind::Denied, u"not shown"_s));
        QTRY_COMPARE(reading.state(), LiveQuery::State::Failed);
        QCOMPARE(reading.error().text, u"not shown"_s);
        reading.refresh();
        call().resolve(QList<SnapshotFile>{{{u"a.py"_s, u"u"_s}, -1}, {{u"b.py"_s, u"v"_s}, 2}});
        QTRY_COMPARE(reading.state(), LiveQuery::State::Ready);
        QCOMPARE(reading.summary(), u"2 files"_s);
    }

    void itWaitsForTheConnection()
    {
        SnapshotQuery reading(*m_session);
        reading.setCode(u"c1"_s);
        QCOMPARE(reading.state(), LiveQuery::State::Loading);
        QCOMPARE(call().count(), 0);
        m_session->open();
        QTRY_COMPARE(call().count(), 1);
    }

    void storedFilesAreRows()
    {
        SnapshotModel model;
        model.setStored({{{u"a.py"_s, u"u"_s}, 1000}, {{u"b.py"_s, u"v"_s}, -1}});
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(0, SnapshotModel::Path).data().toString(), u"a.py"_s);
        QVERIFY(!model.index(0, SnapshotModel::Size).data().toString().isEmpty());
        QVERIFY(model.index(1, SnapshotModel::Size).data().toString().isEmpty());
        QCOMPARE(model.index(0, SnapshotModel::Why).data().toString(), u"Stored with the earlier run"_s);
    }
};

QTEST_GUILESS_MAIN(TestSnapshotReading)
#include "tst_snapshotreading.moc"
