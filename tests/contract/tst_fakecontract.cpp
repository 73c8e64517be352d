// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/contract/workspacecontract.h"
#include "tests/support/fakecontent.h"
#include "tests/support/wait.h"

using namespace Roost;
using namespace Roost::Testing;
using namespace Qt::StringLiterals;

class TestFakeContract : public QObject
{
    Q_OBJECT

    FakeContent m_content;
    FakeWorkspace m_workspace;

    static Job job()
    {
        Job job;
        job.command = u"python train.py"_s;
        job.experiment = u"contract"_s;
        job.environment = {u"AzureML-system-python"_s, u"1"_s, {}, {}};
        job.compute = u"local"_s;
        return job;
    }

private Q_SLOTS:
    void init()
    {
        m_content = FakeContent();
        m_content.metricPage = 3;
        m_content.answer(m_workspace);
        Run run;
        run.id = u"done"_s;
        run.status = RunStatus::Completed;
        m_content.runs = {run};
        m_content.files = {{u"done/outputs/model.pt"_s, "0123456789"}, {u"code1/model/net.py"_s, "import torch"}};
        for (int i = 0; i < 10; ++i)
            m_content.metrics[u"done/loss"_s].append({1.0 / (i + 1), 1000 + i, i});
    }

    void computes() { Contract::computesAreMadeAndRemoved(m_workspace); }
    void environments() { Contract::environmentsGetVersions(m_workspace); }
    void runs() { Contract::submittedRunsAreListed(m_workspace, job()); }
    void names() { Contract::namesAreTakenOnce(m_workspace, job()); }
    void files() { Contract::filesAreReadByRanges(m_workspace, u"done"_s, u"outputs/model.pt"_s, "0123456789"); }
    void snapshots()
    {
        Contract::snapshotsAreLookedInto(m_workspace, u"code1"_s, u"model/net.py"_s, "import torch", 1);
    }
    void models() { Contract::modelsGetVersions(m_workspace, u"done"_s, u"outputs/model.pt"_s, "0123456789"); }
    void missing() { Contract::whatIsMissingIsNotFound(m_workspace); }
    void metrics() { Contract::metricsComeOnce(m_workspace, u"done"_s, u"loss"_s, 10); }

    void callsAreAnsweredByTheTest()
    {
        FakeWorkspace workspace;
        PendingReply<Run> first;
        PendingReply<Run> second;
        QStringList got;
        first.watch(workspace.history.run(u"a"_s), [&](const Result<Run> &run) { got += run->id; });
        second.watch(workspace.history.run(u"b"_s), [&](const Result<Run> &run) { got += run->id; });
        QCOMPARE(workspace.history.onRun.waiting(), 2);
        Run b;
        b.id = u"b"_s;
        workspace.history.onRun.resolveAt(1, b);
        QTRY_COMPARE(got, QStringList{u"b"_s});
        first.cancel();
        QCOMPARE(workspace.history.onRun.waiting(), 0);
        QCOMPARE(workspace.history.onRun.lastArg<0>(), u"b"_s);
    }
};

QTEST_GUILESS_MAIN(TestFakeContract)
#include "tst_fakecontract.moc"
