// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/capacity.h"

#include <QTest>

using namespace Roost;
using namespace Qt::StringLiterals;

class TestCapacity : public QObject
{
    Q_OBJECT

    using Limit = LimitViolation::Limit;

    static Compute compute(const QString &name, int nodes, int cores, int gpus)
    {
        Compute compute;
        compute.name = name;
        compute.maxNodes = nodes;
        compute.cores = cores;
        compute.gpus = gpus;
        return compute;
    }

    static Job job(int nodes, int processes)
    {
        Job job;
        job.instanceCount = nodes;
        job.distribution = {Distribution::Type::PyTorch, processes};
        return job;
    }

    static QStringList texts(const Job &job, const Compute &compute)
    {
        QStringList texts;
        for (const LimitViolation &violation : limitViolations(job, compute))
            texts += limitText(violation, compute.name);
        return texts;
    }

private Q_SLOTS:
    void aJobThatFitsViolatesNoLimit()
    {
        QVERIFY(limitViolations(job(4, 2), compute(u"big"_s, 4, 8, 2)).isEmpty());
        QVERIFY(limitViolations(job(4, 256), compute(u"big"_s, 4, 8, 0)).isEmpty()); // processes share cores
        QVERIFY(limitViolations(job(4, 1000), compute(u"unknown"_s, 4, 0, 0)).isEmpty());
    }

    void nodesComeFirst()
    {
        const QList<LimitViolation> expected{{Limit::Nodes, 6, 4}, {Limit::Cores, 1000, 256}};
        QCOMPARE(limitViolations(job(6, 1000), compute(u"big"_s, 4, 8, 0)), expected);
    }

    void aNodeRunsOneProcessForEachGpu()
    {
        Job three = job(1, 3);
        QCOMPARE(limitViolations(three, compute(u"big"_s, 1, 8, 2)), (QList<LimitViolation>{{Limit::Gpus, 3, 2}}));
        for (const QString &hidden : {u"-1"_s, QString()}) {
            three.environmentVariables = {{u"CUDA_VISIBLE_DEVICES"_s, hidden}};
            QVERIFY(limitViolations(three, compute(u"big"_s, 1, 8, 2)).isEmpty());
        }
        three.environmentVariables = {{u"CUDA_VISIBLE_DEVICES"_s, u"0"_s}};
        QCOMPARE(limitViolations(three, compute(u"big"_s, 1, 8, 2)).size(), 1);
    }

    void textsNameTheNumbersAndTheWayOut()
    {
        QCOMPARE(texts(job(6, 1000), compute(u"big"_s, 4, 8, 0)),
                 (QStringList{u"big has at most 4 nodes; you ask for 6."_s,
                              u"A node of big takes 256 processes at most; you ask for 1000."_s}));
        QCOMPARE(texts(job(2, 3), compute(u"big"_s, 1, 8, 1)),
                 (QStringList{u"big has 1 node; you ask for 2."_s,
                              u"A node of big has 1 GPU; you ask for 3 processes on it. To run on the CPU set the "
                              "variable CUDA_VISIBLE_DEVICES to -1."_s}));
        QCOMPARE(texts(job(2, 1), compute(u"local"_s, 1, 8, 0)),
                 QStringList{u"local has 1 node; you ask for 2. Ask for one node with more processes, or create a "
                             "compute with nodes."_s});
    }
};

QTEST_APPLESS_MAIN(TestCapacity)
#include "tst_capacity.moc"
