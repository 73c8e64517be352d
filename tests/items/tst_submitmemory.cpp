// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/submit/debugaids.h"
#include "models/items/submit/submitmemory.h"
#include "tests/items/memorydraftstore.h"

#include <QJsonObject>
#include <QTest>

using namespace Roost;
using namespace Roost::Items;
using namespace Qt::StringLiterals;

/// The data of jobs that is stored between two starts of the window.
class TestSubmitMemory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // The store is plain text, so a signed address, which grants access to the data, is not stored.
    void signaturesAreNotRemembered()
    {
        const QString signature = u"sig=Zm9vYmFyZm9vYmFyZm9vYmFyZm9vYmFyZm9vYmFyZm8%3D"_s;
        const auto data = [](const QString &uri) {
            return QJsonObject{{u"jobInputType"_s, u"uri_file"_s}, {u"uri"_s, uri}};
        };
        Job job;
        job.command = u"python train.py ${{inputs.a}} ${{inputs.b}}"_s;
        job.codePath = u"/signed"_s;
        job.inputs = {{u"lr"_s, u"0.1"_s}, {u"where"_s, QString(u"https://x.blob.core.windows.net/c?"_s + signature)}};
        job.carried.body = {
            {u"inputs"_s, QJsonObject{{u"a"_s, data(u"https://x.blob.core.windows.net/c/a?sp=r&"_s + signature)},
                                      {u"b"_s, data(u"azureml://datastores/d/paths/b"_s)}}},
            {u"identity"_s, QJsonObject{{u"identityType"_s, u"AMLToken"_s}}}};
        job.carried.names = {u"identity"_s, u"input a"_s, u"input b"_s};
        const auto store = std::make_shared<MemoryDraftStore>();
        SubmitMemory memory(store);
        memory.remember(job);
        memory.setUnfinished(job);
        for (const Job &kept : {memory.recent().first().job, memory.unfinished()->job}) {
            QCOMPARE(kept.inputs, (StringMap{{u"lr"_s, u"0.1"_s}}));
            QCOMPARE(kept.carried.body.value("inputs"_L1).toObject().keys(), QStringList{u"b"_s});
            QCOMPARE(kept.carried.names, (QStringList{u"identity"_s, u"input b"_s}));
        }
        QVERIFY(store->all().contains("azureml://datastores/d/paths/b"));
        QVERIFY(!store->all().contains("Zm9vYmFy"));
    }

    void draftsAreRemembered()
    {
        const auto store = std::make_shared<MemoryDraftStore>();
        SubmitMemory memory(store);
        QVERIFY(!memory.unfinished());
        Job job;
        job.command = u"python train.py"_s;
        job.codePath = u"/code"_s;
        job.distribution = {Distribution::Type::Mpi, 3};
        job.instanceCount = 2;
        const StringMap aids = switched({{backendVariable, u"gloo"_s}}, DebugAid::GlooLog, true);
        job.environmentVariables = aids;
        job.environmentVariables[u"A"_s] = u"hush-hush"_s;
        job.timeoutSeconds = 60;
        job.environment = {{}, {}, u"ubuntu"_s, u"dependencies: []"_s};
        memory.setUnfinished(job);
        // A typed value may be a secret, and settings are plain text, so only the name is restored.
        Job kept = job;
        kept.environmentVariables[u"A"_s] = QString();
        QCOMPARE(SubmitMemory(store).unfinished()->job, kept);
        job.environmentVariables[backendVariable] = u"my-token"_s;
        memory.setUnfinished(job);
        QCOMPARE(SubmitMemory(store).unfinished()->job.environmentVariables.value(backendVariable), QString());
        memory.clearUnfinished();
        QVERIFY(!memory.unfinished());
        for (int i = 0; i < 12; ++i) {
            job.codePath = u"/code/%1"_s.arg(i);
            memory.remember(job);
        }
        job.experiment = u"again"_s;
        memory.remember(job);
        QCOMPARE(memory.recent().size(), SubmitMemory::most);
        kept.environmentVariables[backendVariable] = QString();
        kept.codePath = job.codePath;
        kept.experiment = job.experiment;
        QCOMPARE(memory.recent().first().job, kept);
        QVERIFY(store->all().contains("python train.py"));
        QVERIFY(!store->all().contains("hush-hush"));
    }
};

QTEST_GUILESS_MAIN(TestSubmitMemory)
#include "tst_submitmemory.moc"
