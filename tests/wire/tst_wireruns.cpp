// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wire/azureml/run.h"
#include "models/wire/azureml/runlogs.h"
#include "models/wire/json.h"
#include "tests/wire/wirecontent.h"

#include <QTest>

using namespace Roost;
using namespace Roost::Wire;
using namespace Qt::StringLiterals;

namespace {

Run wholeRun()
{
    Run run;
    run.id = u"calm-finch-42"_s;
    run.displayName = u"birds 2x4"_s;
    run.experiment = u"pytorch-birds"_s;
    run.description = u"d"_s;
    run.status = RunStatus::Running;
    run.created = noon;
    run.createdBy = u"ann"_s;
    run.computeName = u"gpu-cluster"_s;
    run.environmentName = u"pytorch:3"_s;
    run.command = wholeJob().command;
    run.codeId = wholeJob().codeId;
    run.distribution = {Distribution::Type::PyTorch, 4};
    run.nodeCount = 2;
    run.parameters = {{u"lr"_s, u"0.1"_s}};
    run.tags = {{u"team"_s, u"vision"_s}};
    run.properties = {{u"roost.exitCode"_s, u"1"_s}};
    run.environmentVariables = {{u"NCCL_DEBUG"_s, u"WARN"_s}};
    run.queueReason = u"waiting for a slot"_s;
    run.phases = {{Phase::Preparing, noon, noon.addSecs(5)}, {Phase::Running, noon.addSecs(9), {}}};
    run.ranks = {{0, 0, {}, noon, noon, {}}, {13, {}, 9, noon, noon, {}}};
    CauseCandidate candidate{13,
                             CauseKind::Exception,
                             u"ValueError"_s,
                             u"no data"_s,
                             u"RuntimeError: x"_s,
                             1,
                             9,
                             noon,
                             {{u"azureml-logs/70_driver_log_13.txt"_s, 7, 5'000'000'000, u"ValueError: no data"_s}},
                             0};
    CauseCandidate silent{2, CauseKind::Hang, {}, {}, {}, {}, {}, {}, {{u"a.txt"_s, -1, 3, u"step 2"_s}}, -1};
    run.cause = FirstCause{{candidate, silent}, {0, 1}, FirstCause::Certainty::Tied};
    run.progress = RunProgress{3, 10, u"epoch"_s, 42.5};
    run.resources = RunResources{5'000'000'000, -1, 12.5, {}};
    return run;
}

} // namespace

/// A run as reported by Azure ML's jobs and by its run history.
class TestWireRuns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runRoundTrips()
    {
        auto run = wholeRun();
        QCOMPARE(runFromJob(jobResource(run, wholeJob(), ws)), run);
        run.started = noon.addSecs(9);
        run.ended = noon.addSecs(99);
        run.errorText = u"Rank 13 was killed."_s;
        run.status = RunStatus::Failed;
        run.queueReason.clear();
        const auto job = runFromJob(jobResource(run, wholeJob(), ws));
        QCOMPARE(merged(job, runFromHistory(historyRun(run, u"7"_s))), run);
        QCOMPARE(merged(job, runFromHistory(runDetails(run, {}))), run);
        QCOMPARE(experimentIdOf(historyRun(run, u"7"_s)), u"7"_s);
    }

    void editableFieldsComeFromHistory()
    {
        const auto job = runFromJob(jobResource(wholeRun(), wholeJob(), ws));
        auto later = wholeRun();
        later.displayName = u"better name"_s;
        later.tags = {{u"note"_s, u"good"_s}};
        later.queueReason.clear();
        const auto run = merged(job, runFromHistory(historyRun(later)));
        QCOMPARE(run.displayName, u"better name"_s);
        QCOMPARE(run.tags, later.tags);
        QVERIFY(run.queueReason.isEmpty());
    }

    void whetherARunIsHeldComesFromHistory()
    {
        const QString held = u"roost.held"_s;
        auto waiting = wholeRun();
        waiting.properties.insert(held, u"true"_s);
        const auto job = runFromJob(jobResource(waiting, wholeJob(), ws));
        QVERIFY(merged(job, runFromHistory(historyRun(waiting))).properties.contains(held));
        QVERIFY(!merged(job, runFromHistory(historyRun(wholeRun()))).properties.contains(held));
        auto started = wholeRun();
        started.properties.clear();
        QVERIFY(!merged(job, runFromHistory(historyRun(started))).properties.contains(held));
    }

    // The job was requested while it was running.
    void whyItFailedComesFromHistory()
    {
        const auto job = runFromJob(jobResource(wholeRun(), wholeJob(), ws));
        auto failed = wholeRun();
        failed.status = RunStatus::Failed;
        CauseCandidate candidate;
        candidate.rank = 1;
        candidate.message = u"no data"_s;
        failed.cause = FirstCause{{candidate}, {0}};
        const auto run = merged(job, runFromHistory(historyRun(failed)));
        QCOMPARE(run.status, RunStatus::Failed);
        QVERIFY(run.cause);
        QVERIFY(*run.cause == *failed.cause);
    }

    void unknownWordsKeepPolling()
    {
        QCOMPARE(runFromHistory({{u"status"_s, u"Teleporting"_s}}).status, RunStatus::Unknown);
        QCOMPARE(runFromHistory({}).status, RunStatus::Unknown);
        auto job = wholeRun();
        job.status = RunStatus::Running;
        QCOMPARE(merged(job, runFromHistory({})).status, RunStatus::Running);
    }

    void hostileRuns()
    {
        // Not a raw string for the inner JSON, because moc cannot parse one with an escaped quote.
        const QJsonObject properties{{u"roost.phases"_s, u"{"_s},
                                     {u"roost.ranks"_s, u"[1,{},{\"rank\":\"x\"}]"_s},
                                     {u"roost.progress"_s, u"[3]"_s},
                                     {u"roost.resources"_s, u"{"_s},
                                     {u"roost.cause"_s, u"{\"certainty\":\"told\",\"candidates\":[1,{\"kind\":2}]}"_s}};
        auto json = parseObject(R"({"runId":5,"tags":[],"error":"no","compute":[],"createdBy":7,
            "logFiles":{"a":1,"azureml-logs/70_driver_log.txt":"u"}})");
        QVERIFY(json);
        json->insert(u"properties"_s, properties);
        const auto run = runFromHistory(*json);
        QVERIFY(!run.cause);
        QVERIFY(!run.progress);
        QVERIFY(!run.resources);
        QCOMPARE(run.id, u"5"_s);
        QVERIFY(run.phases.isEmpty());
        QVERIFY(run.ranks.isEmpty());
        QCOMPARE(logsFromDetails(*json).size(), 1);
    }

    void logsInReadersOrder()
    {
        QList<FileRef> logs;
        const QStringList wanted{u"azureml-logs/70_driver_log_0.txt"_s,
                                 u"azureml-logs/70_driver_log_2.txt"_s,
                                 u"azureml-logs/70_driver_log_10.txt"_s,
                                 u"azureml-logs/20_image_build_log.txt"_s,
                                 u"logs/tb/x.log"_s,
                                 u"azureml-logs/75_job_post-n.txt"_s,
                                 u"logs/azureml/110_azureml.log"_s,
                                 u"system_logs/x.log"_s};
        for (const int i : {5, 7, 2, 0, 6, 3, 1, 4})
            logs.append({wanted.at(i), u"u"_s});
        sortForReading(logs);
        QStringList got;
        for (const auto &log : logs)
            got.append(log.path);
        QCOMPARE(got, wanted);
        QCOMPARE(rankOfLog(u"azureml-logs/70_driver_log.txt"_s), 0);
        QCOMPARE(rankOfLog(u"azureml-logs/70_driver_log-worker-3.txt"_s), 3);
        QCOMPARE(rankOfLog(u"user_logs/std_log_process_07.txt"_s), 7);
        QCOMPARE(rankOfLog(u"user_logs/std_log_node_02_ps.txt"_s), 2);
        QVERIFY(!rankOfLog(u"logs/70_driver_log.txt"_s));
        QCOMPARE(rankOfLog(u"logs/torchrun/none_x1y2/attempt_0/3/stderr.log"_s), 3);
        QCOMPARE(rankOfLog(u"logs/attempt_1/12/stdout.log"_s), 12);
        QVERIFY(!rankOfLog(u"outputs/attempt_1/12/stdout.log"_s));
        QVERIFY(!rankOfLog(u"logs/attempt_1/12/error.json"_s));
    }

    void whyAzuresRunsWait()
    {
        const auto reason = [](const QString &status, const QString &tag) {
            return runFromHistory({{u"runId"_s, u"r"_s},
                                   {u"status"_s, status},
                                   {u"tags"_s, QJsonObject{{u"_aml_system_ComputeTargetStatus"_s, tag}}}})
                .queueReason;
        };
        const auto preparing =
            uR"({"AllocationState":"resizing","PreparingNodeCount":2,"RunningNodeCount":0,"CurrentNodeCount":2})"_s;
        QVERIFY(reason(u"Queued"_s, preparing).contains(u"2 of the compute's nodes are being prepared"_s));
        QVERIFY(reason(u"Running"_s, preparing).isEmpty());
        QVERIFY(reason(u"Queued"_s, u"no json"_s).isEmpty());
        QVERIFY(reason(u"Queued"_s, uR"({"AllocationState":"steady","RunningNodeCount":3,"CurrentNodeCount":3})"_s)
                    .contains(u"all 3 nodes"_s));
    }
};

QTEST_GUILESS_MAIN(TestWireRuns)
#include "tst_wireruns.moc"
