// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/compute.h"
#include "models/core/environment.h"
#include "models/core/job.h"
#include "models/core/model.h"
#include "models/core/run.h"
#include "models/core/topic.h"
#include "models/core/workspacename.h"

#include <QTest>

using namespace Roost;

class TestValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void statusWordsRoundTrip()
    {
        for (int i = 0; i <= int(RunStatus::Unknown); ++i)
            QCOMPARE(int(runStatusFromWord(toWord(RunStatus(i)))), i);
        QCOMPARE(runStatusFromWord(u"SomethingNew"), RunStatus::Unknown);
        QVERIFY(!isTerminal(RunStatus::Unknown));
        QVERIFY(isTerminal(RunStatus::Canceled));
    }

    // A type without a line in the table has no word and is read as None.
    void distributionWordsRoundTrip()
    {
        QCOMPARE(distributionTypes().size(), distributionWords().size());
        for (const auto type : distributionTypes()) {
            QVERIFY(type != Distribution::Type::None);
            for (const QString &word : {toWord(type), toFileWord(type), displayName(type), toWord(type).toUpper()}) {
                QVERIFY(!word.isEmpty());
                QCOMPARE(distributionFromWord(word), std::optional(type));
            }
            QVERIFY((Distribution{type, 2}.isDistributed()));
            QCOMPARE((Distribution{type, 2}.processCount(3)), 6);
            QVERIFY(!description(type).isEmpty());
            QVERIFY(description(type) != description(Distribution::Type::None));
        }
        QCOMPARE(distributionFromWord({}), std::optional(Distribution::Type::None));
        QCOMPARE(distributionFromWord(QStringLiteral("None")), std::optional(Distribution::Type::None));
        QCOMPARE(distributionFromWord(QStringLiteral("Ray")), std::nullopt);
        QVERIFY(toWord(Distribution::Type::None).isEmpty());
        QCOMPARE((Distribution{Distribution::Type::None, 2}.processCount(3)), 1);
        QCOMPARE(displayName(Distribution::Type::Mpi), QStringLiteral("MPI"));
    }

    void phasesFollowTheArticle()
    {
        QCOMPARE(phaseOf(RunStatus::Queued), Phase::Scaling);
        QCOMPARE(phaseOf(RunStatus::Finalizing), Phase::PostProcessing);
        QVERIFY(!phaseOf(RunStatus::Completed));
    }

    void phaseWordsRoundTrip()
    {
        for (int i = 0; i <= int(Phase::PostProcessing); ++i)
            QCOMPARE(phaseFromWord(toWord(Phase(i))), std::optional(Phase(i)));
        QVERIFY(!phaseFromWord(u"Queued"));
    }

    void computesSettleInThreeStates()
    {
        for (int i = 0; i <= int(ProvisioningState::Unknown); ++i) {
            const auto state = ProvisioningState(i);
            QCOMPARE(provisioningStateFromWord(toWord(state)), state);
            QCOMPARE(isTerminal(state), state == ProvisioningState::Succeeded || state == ProvisioningState::Failed ||
                                            state == ProvisioningState::Canceled);
        }
    }

    void topicsNameTheirRun()
    {
        QCOMPARE(Topic::runOf(Topic::run(QStringLiteral("calm-finch"))), QStringLiteral("calm-finch"));
        QVERIFY(Topic::run(QStringLiteral("calm-finch")).startsWith(Topic::Runs));
        QVERIFY(Topic::runOf(Topic::Models).isEmpty());
        QVERIFY(Topic::runOf(Topic::Runs).isEmpty());
    }

    void namesFollowAzuresRules()
    {
        QVERIFY(isWorkspaceName(QStringLiteral("My-birds_2")) && isWorkspaceName(QString(33, u'b')));
        QVERIFY(!isWorkspaceName(QStringLiteral("ab")) && !isWorkspaceName(QString(34, u'b')));
        QVERIFY(!isWorkspaceName(QStringLiteral("-birds")) && !isWorkspaceName(QStringLiteral("my birds")));
        QVERIFY(whyNotAJobName(QStringLiteral("calm-finch_42")).isEmpty());
        QVERIFY(!whyNotAJobName(QStringLiteral("-calm")).isEmpty());
        QVERIFY(whyNotAJobName(inventJobName()).isEmpty());
        QVERIFY(inventJobName() != inventJobName());
        QVERIFY(whyNotAComputeName(QStringLiteral("gpu-cluster")).isEmpty());
        QVERIFY(!whyNotAComputeName(QStringLiteral("gpu-1")).isEmpty());
        QVERIFY(!whyNotAComputeName(QStringLiteral("ab")).isEmpty());
        QVERIFY(whyNotAnEnvironmentName(QStringLiteral("pytorch-2.6")).isEmpty());
        QVERIFY(!whyNotAnEnvironmentName(QStringLiteral("AzureML-mine")).isEmpty());
        QVERIFY(isCuratedName(u"azureml-system-python") && !isCuratedName(u"my-AzureML-"));
        QVERIFY(!whyNotAModelName(QStringLiteral("a b")).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestValues)
#include "tst_values.moc"
