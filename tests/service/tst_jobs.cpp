// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/secrets.h"
#include "models/service/launch/launchplan.h"
#include "models/service/store/upkeep/trash.h"
#include "tests/service/jobsfixture.h"

#include <QSignalSpy>

#include <csignal>

using namespace Roost;
using namespace Roost::Service;
using namespace Roost::Service::Jobs;
using namespace Roost::Process;
using namespace Roost::Service::Launch;
using namespace Roost::Service::Store;

/// Jobs from submission to their end.
class TestJobs : public JobsFixture
{
    Q_OBJECT

private Q_SLOTS:
    void aRunGoesThroughItsPhases()
    {
        write(path(u"ws/code/abc/train.py"_s), "import os, sys\n"
                                               "open('outputs/model.pt', 'w').write('weights')\n"
                                               "open('logs/events', 'w').write('x')\n"
                                               "print(sys.argv[1:], os.path.basename(os.getcwd()))\n");
        write(path(u"ws/code/abc/lib/util.py"_s), "pass\n");
        const QString id = submit(
            u"python train.py --lr ${{inputs.lr}} $AZ_BATCHAI_TASK_INDEX"_s,
            [](Job &job) {
                job.name = u"run-a"_s;
                job.displayName = u"first try"_s;
                job.description = u"why not"_s;
                job.inputs = {{u"lr"_s, u"0.1"_s}};
                job.tags = {{u"team"_s, u"birds"_s}};
            },
            u"abc"_s);
        QCOMPARE(id, u"run-a"_s);
        QCOMPARE(record(id).status, RunStatus::NotStarted);
        ROOST_REACHES(id, RunStatus::Completed);

        const auto done = record(id);
        QCOMPARE(phases(done), (QList{Phase::Preparing, Phase::Scaling, Phase::Running, Phase::PostProcessing}));
        for (const PhaseTimes &times : done.phases)
            QVERIFY(times.entered.isValid() && times.left >= times.entered);
        QCOMPARE(done.ranks.size(), 1);
        QCOMPARE(done.ranks[0].exitCode, 0);
        QVERIFY(done.started.isValid() && done.ended >= done.started);
        QCOMPARE(done.errorText, QString());
        QCOMPARE(driverLog(id), "['--lr', '0.1', '0'] snapshot\n");
        QCOMPARE(contents(runPath(id, u"outputs/model.pt"_s)), "weights");
        QCOMPARE(contents(runPath(id, u"logs/events"_s)), "x");
        QVERIFY(QFile::exists(runPath(id, u"snapshot/lib/util.py"_s)));
        QVERIFY(contents(runPath(id, u"azureml-logs/20_image_build_log.txt"_s)).startsWith("The python of this"));
        QCOMPARE(properties(id).value(u"roost.exitCode"_s), u"0"_s);
        QVERIFY(properties(id).value(u"roost.phases"_s).contains(u"PostProcessing"_s));
        QCOMPARE(m_jobs->activeCount(), 0);
        QCOMPARE(m_jobs->capacity().slotsInUse, 0);
    }

    void inputsArePassedUnchanged()
    {
        const QString odd = u"a  'b' \"c\" $(echo ran) `echo ran` $HOME \\ *"_s;
        const QString id = submit(u"# it's said\nprintf '<%s>\n' ${{inputs.odd}} \"${{inputs.odd}}\" '${{inputs.odd}}' "
                                  "x=${{inputs.odd}} \"$(printf %s \"${{inputs.odd}}\")\" \\${{inputs.odd}} "
                                  "${{inputs.plain}}"_s,
                                  [&odd](Job &job) {
                                      job.name = u"odd"_s;
                                      job.inputs = {{u"odd"_s, odd}, {u"plain"_s, u"0.1"_s}};
                                  });
        ROOST_REACHES(id, RunStatus::Completed);
        const QString expected = u"<%1>\n<%1>\n<%1>\n<x=%1>\n<%1>\n<\\%1>\n<0.1>\n"_s;
        QCOMPARE(QString::fromUtf8(driverLog(id)), QString(expected).replace(u"%1"_s, odd));
    }

    void scriptsFindTheTrackingServer()
    {
        const QString id = submit(u"echo $MLFLOW_TRACKING_URI $MLFLOW_TRACKING_TOKEN $MLFLOW_RUN_ID "
                                  "$MLFLOW_EXPERIMENT_NAME $AZUREML_RUN_ID $AZUREML_ARM_WORKSPACE_NAME $MINE"_s,
                                  [](Job &job) {
                                      job.name = u"env"_s;
                                      job.environmentVariables = {{u"MINE"_s, u"yes"_s}};
                                  });
        ROOST_REACHES(id, RunStatus::Completed);
        QCOMPARE(driverLog(id), "http://127.0.0.1:1234 secret-token env tests env birds yes\n");
        // No file in the workspace folder contains the token, except for the output of the script itself.
        QVERIFY(!contents(runPath(id, u"state/launch.json"_s)).contains("secret-token"));
    }

    void aRunThatRemovesItsFolderIsReported()
    {
        const QString id = submit(u"rm -rf \"$(dirname \"$PWD\")\""_s);
        ROOST_REACHES(id, RunStatus::Failed);
        QVERIFY2(record(id).errorText.startsWith(u"The run removed its own folder"_s), told(id).constData());
    }

    void secretsAreMaskedWhenTheRunEnds()
    {
        const QByteArray secret = "verysecretkey";
        const auto holders = [&] {
            QStringList found;
            for (const QString &name : {u"ws/roost.db"_s, u"ws/roost.db-wal"_s, u"ws/runs/quiet/state/launch.json"_s}) {
                if (contents(path(name)).contains(secret))
                    found += name;
            }
            return found;
        };
        Job job = jobOf(u"while [ ! -e %1 ]; do sleep 0.05; done; echo ${#WANDB_API_KEY} $SEED"_s.arg(path(u"go"_s)),
                        u"quiet"_s);
        job.environmentVariables = {{u"WANDB_API_KEY"_s, QString::fromLatin1(secret)}, {u"SEED"_s, u"7"_s}};
        const QByteArray sent = "{\"properties\":{\"environmentVariables\":{\"SEED\":\"7\",\"WANDB_API_KEY\":"
                                "\"verysecretkey\"},\"identity\":{\"identityType\":\"UserIdentity\"}}}";
        QVERIFY(m_jobs->submit(job, {}, sent));
        ROOST_REACHES(u"quiet"_s, RunStatus::Running);
        const auto mode = QFile::permissions(runPath(u"quiet"_s, u"state/launch.json"_s));
        QVERIFY(!(mode & (QFileDevice::ReadGroup | QFileDevice::ReadOther)));
        write(path(u"go"_s), {});
        ROOST_REACHES(u"quiet"_s, RunStatus::Completed);
        QCOMPARE(driverLog(u"quiet"_s), "13 7\n");
        QTRY_COMPARE(holders(), QStringList());
        const auto done = record(u"quiet"_s);
        QCOMPARE(done.job.environmentVariables, (StringMap{{u"WANDB_API_KEY"_s, secretMask()}, {u"SEED"_s, u"7"_s}}));
        QVERIFY(done.submitted.contains("UserIdentity"));
        Job again = done.job;
        again.name = u"again"_s;
        const auto refused = m_jobs->submit(again, {});
        QVERIFY(!refused && refused.error().text.contains(u"Give its value again"_s));
    }

    void secretsOfEarlierVersionsAreMasked()
    {
        const QByteArray secret = "verysecretkey";
        Job job = jobOf(u"true"_s, u"old"_s);
        QVERIFY(m_jobs->submit(job, {}));
        ROOST_REACHES(u"old"_s, RunStatus::Completed);
        m_jobs.reset();
        // The file has the form that an earlier version wrote.
        const QString plan = runPath(u"old"_s, u"state/launch.json"_s);
        auto launch = LaunchPlan::load(plan);
        QVERIFY(launch);
        launch->environment.insert(u"WANDB_API_KEY"_s, QString::fromLatin1(secret));
        QVERIFY(launch->save(plan));
        job.environmentVariables = {{u"WANDB_API_KEY"_s, QString::fromLatin1(secret)}};
        const auto aged = m_store->database().write([&](Connection &connection) -> Result<void> {
            connection.run("UPDATE jobs SET is_masked = 0, spec = ?1, submitted = ?2", specOf(job),
                           QByteArray(R"({"properties":{"environmentVariables":{"WANDB_API_KEY":"verysecretkey"}}})"));
            return {};
        });
        QVERIFY(aged);
        QVERIFY(contents(plan).contains(secret));

        open();
        QCOMPARE(record(u"old"_s).job.environmentVariables, (StringMap{{u"WANDB_API_KEY"_s, secretMask()}}));
        QVERIFY(!record(u"old"_s).submitted.contains(secret));
        for (const QString &name : {u"ws/roost.db"_s, u"ws/roost.db-wal"_s, u"ws/runs/old/state/launch.json"_s})
            QVERIFY2(!contents(path(name)).contains(secret), qPrintable(name));
    }

    void aPipelineFailsIfOneOfItsCommandsFails()
    {
        const QString id = submit(u"python3 -c 'raise ValueError(\"bad rate\")' 2>&1 | tee log.txt"_s);
        ROOST_REACHES(id, RunStatus::Failed);
        QVERIFY2(record(id).errorText.contains(u"ValueError: bad rate"_s), told(id).constData());
    }

    void theCommandFindsInputsAndOutputs()
    {
        const QByteArray sent = "{\"properties\":{\"outputs\":{\"file\":{\"jobOutputType\":\"uri_file\"}}}}";
        Job job =
            jobOf(u"mkdir w && cd w && echo hi > ${{outputs.o}}/x && echo $AZUREML_PARAMETER_lr > ${{outputs.file}}"_s,
                  u"places"_s);
        job.inputs = {{u"lr"_s, u"0.1 0.2"_s}};
        QVERIFY(m_jobs->submit(job, {}, sent));
        ROOST_REACHES(u"places"_s, RunStatus::Completed);
        QCOMPARE(contents(runPath(u"places"_s, u"outputs/o/x"_s)), "hi\n");
        QCOMPARE(contents(runPath(u"places"_s, u"outputs/file"_s)), "0.1 0.2\n");
    }

    void aNotebookNeedsARunner()
    {
        write(path(u"ws/code/nb/train.ipynb"_s), "{\"cells\": []}");
        // One environment has papermill and one is empty. A package beside the notebook does not count.
        write(path(u"packages/papermill/__init__.py"_s), {});
        write(path(u"packages/papermill/__main__.py"_s), "import sys; print(sys.argv[1:])\n");
        write(path(u"packages/ipykernel.py"_s), {});
        const auto withPackages = [this](Job &job) { job.environmentVariables[u"PYTHONPATH"_s] = path(u"packages"_s); };
        const QString id = submit(u"python train.ipynb"_s, withPackages, u"nb"_s);
        ROOST_REACHES(id, RunStatus::Completed);
        QCOMPARE(driverLog(id), "['train.ipynb', 'outputs/train.ipynb']\n");
        write(path(u"ws/code/bare/train.ipynb"_s), "{\"cells\": []}");
        const QString bare = submit(u"python train.ipynb"_s, {}, u"bare"_s);
        ROOST_REACHES(bare, RunStatus::Failed);
        QVERIFY2(record(bare).errorText.contains(u"add the packages papermill and ipykernel"_s),
                 told(bare).constData());
        QVERIFY(record(bare).ranks.isEmpty());
    }

    void errorsContainNoTerminalCodes()
    {
        const QString id = submit(u"printf '\\033[1mout of birds\\033[0m\\n'; exit 3"_s);
        ROOST_REACHES(id, RunStatus::Failed);
        QVERIFY2(!record(id).errorText.contains(QChar(0x1b)), told(id).constData());
        QVERIFY(!record(id).ranks[0].lastLine.contains(QChar(0x1b)));
    }

    void noEndPrecedesItsStart()
    {
        open(2, {}, false);
        const QString id = submit(u"true"_s);
        // The time is in the future, as when the clock is set back after the job was submitted.
        const qint64 later = QDateTime::currentMSecsSinceEpoch() + 3 * 3600 * 1000;
        QVERIFY(m_store->database().write([&](Connection &connection) -> Result<void> {
            connection.run("UPDATE runs SET created_ms = ?1", later);
            return {};
        }));
        m_jobs->start(u"http://127.0.0.1:1234"_s, u"secret-token"_s);
        ROOST_REACHES(id, RunStatus::Completed);
        const auto done = record(id);
        QVERIFY(done.started >= done.created && done.ended >= done.started);
        for (const PhaseTimes &times : done.phases)
            QVERIFY(times.entered >= done.created && times.left >= times.entered);
    }

    void failuresNameTheRankAndTheCause()
    {
        const QString id = submit(u"python -c 'import no_such_module'"_s);
        ROOST_REACHES(id, RunStatus::Failed);
        QCOMPARE(record(id).errorText, u"Rank 0: ModuleNotFoundError: No module named 'no_such_module'"_s);
        QCOMPARE(properties(id).value(u"roost.exitCode"_s), u"1"_s);

        const QString distributed = submit(u"if [ $RANK = 1 ]; then echo boom; kill -KILL $$; fi; sleep 600"_s,
                                           [](Job &job) { job.distribution = {Distribution::Type::PyTorch, 2}; });
        ROOST_REACHES(distributed, RunStatus::Failed);
        QCOMPARE(record(distributed).errorText, u"Rank 1 was ended (SIGKILL); nothing tells by whom"_s);
        QCOMPARE(record(distributed).ranks.size(), 2);
        QCOMPARE(driverLog(distributed, u"_1"_s), "boom\n");
        QCOMPARE(properties(distributed).value(u"roost.exitCode"_s), u"137"_s);

        const QString late = submit(u"sleep 600"_s, [](Job &job) { job.timeoutSeconds = 1; });
        ROOST_REACHES(late, RunStatus::Failed);
        QCOMPARE(record(late).errorText, u"The run was ended after 1 s, its time limit."_s);
    }

    void theFirstCauseIsKeptWithTheRun()
    {
        // Rank 0 loses its connection to rank 1, which is the one that crashes.
        write(path(u"break.py"_s), "import os, socket, struct, time\n"
                                   "rank, port = int(os.environ['RANK']), int(os.environ['MASTER_PORT'])\n"
                                   "if rank == 0:\n"
                                   "    server = socket.create_server(('127.0.0.1', port))\n"
                                   "    peer, _ = server.accept()\n"
                                   "    peer.recv(1)\n"
                                   "while True:\n"
                                   "    try:\n"
                                   "        peer = socket.create_connection(('127.0.0.1', port))\n"
                                   "        break\n"
                                   "    except ConnectionRefusedError:\n"
                                   "        time.sleep(0.02)\n"
                                   "peer.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack('ii', 1, 0))\n"
                                   "raise ValueError('learning rate must be positive')\n");
        const QString id = submit(u"exec python3 %1"_s.arg(path(u"break.py"_s)),
                                  [](Job &job) { job.distribution = {Distribution::Type::PyTorch, 2}; });
        ROOST_REACHES(id, RunStatus::Failed);
        QCOMPARE(record(id).errorText, u"Rank 1: ValueError: learning rate must be positive"_s);
        const auto cause = record(id).cause;
        QVERIFY(cause);
        QCOMPARE(cause->first().rank, 1);
        QCOMPARE(cause->followers, QList<int>{0});
        const EvidenceLine line = cause->first().evidence[cause->first().headline];
        QCOMPARE(line.path, u"azureml-logs/70_driver_log_1.txt"_s);
        QVERIFY(contents(runPath(id, line.path)).sliced(line.offset).startsWith("ValueError: "));
        QVERIFY(properties(id).contains(u"roost.cause"_s));
        const auto tags = m_store->database().read(
            [&](Connection &connection) -> Result<StringMap> { return RunStore(connection).tags(record(id).seq); });
        QVERIFY(tags);
        QCOMPARE(tags->value(u"roost.cause"_s), record(id).errorText);
        QCOMPARE(tags->value(u"roost.cause.kind"_s), u"exception"_s);
        QCOMPARE(tags->value(u"roost.cause.rank"_s), u"1"_s);
    }

    void aJobSubmittedAgainKeepsNothingOfTheEarlierRun()
    {
        const QString id = submit(u"true"_s, [](Job &job) {
            job.tags = {{u"roost.cause"_s, u"Rank 1: ValueError"_s}, {u"note"_s, u"good"_s}};
            job.properties = {
                {u"roost.exitCode"_s, u"7"_s},
                {u"roost.phases"_s, u"[{\"phase\":\"Preparing\",\"enteredUtc\":\"2001-01-01T00:00:00.000Z\"}]"_s}};
        });
        ROOST_REACHES(id, RunStatus::Completed);
        QVERIFY(record(id).phases.first().entered >= record(id).created);
        const auto tags = m_store->database().read(
            [&](Connection &connection) -> Result<StringMap> { return RunStore(connection).tags(record(id).seq); });
        QVERIFY(tags);
        QVERIFY(!tags->contains(u"roost.cause"_s));
        QCOMPARE(tags->value(u"note"_s), u"good"_s);
    }

    void anEnvironmentThatThisMachineCannotMakeIsRefused_data()
    {
        QTest::addColumn<QString>("image");
        QTest::addColumn<QString>("conda");
        QTest::addColumn<QString>("word");
        QTest::addRow("image") << u"registry.example/cuda:12"_s << QString() << u"podman or docker"_s;
        QTest::addRow("image and conda") << u"registry.example/cuda:12"_s << u"dependencies: [python]\n"_s
                                         << u"registry.example/cuda:12"_s;
        QTest::addRow("python") << QString() << u"dependencies: [python=3.2]\n"_s << u"3.2"_s;
        QTest::addRow("no YAML") << QString() << u"dependencies: [\n"_s << u"conda YAML"_s;
    }

    void anEnvironmentThatThisMachineCannotMakeIsRefused()
    {
        QFETCH(const QString, image);
        QFETCH(const QString, conda);
        QFETCH(const QString, word);
        Job job;
        job.name = u"refused-at-submit"_s;
        job.command = u"true"_s;
        job.environment = {u"mine"_s, u"1"_s, image, conda};
        const auto made = m_jobs->submit(job, {});
        QVERIFY(!made);
        QCOMPARE(made.error().kind, ErrorKind::Rejected);
        QVERIFY2(made.error().text.contains(word), qPrintable(made.error().text));
        QVERIFY(!m_jobs->find(job.name));
    }

    void anEnvironmentThatCannotBeMadeFailsTheRun()
    {
        // The environments folder is a file, which the service detects when it creates the first environment.
        const QString place = m_store->folder().environments();
        QVERIFY(QDir(place).removeRecursively());
        QFile file(place);
        QVERIFY(file.open(QIODevice::WriteOnly));
        const QString id =
            submit(u"true"_s, [](Job &job) { job.environment.condaYaml = u"dependencies: [python]\n"_s; });
        ROOST_REACHES(id, RunStatus::Failed);
        QVERIFY2(!record(id).errorText.isEmpty(), "no word of why");
        QCOMPARE(phases(record(id)), QList{Phase::Preparing});
        QVERIFY(file.remove());
    }

    void cancelEndsARunningJob()
    {
        const QString id = submit(u"trap '' TERM; echo up; while :; do sleep 1; done"_s);
        QVERIFY(QTest::qWaitFor([&] { return driverLog(id) == "up\n"; }, patience));
        QCOMPARE(record(id).status, RunStatus::Running);
        QCOMPARE(m_jobs->capacity().slotsInUse, 1);
        const auto removed = m_jobs->remove(id);
        QVERIFY(!removed && removed.error().kind == ErrorKind::Conflict);
        QVERIFY(m_jobs->cancel(id));
        ROOST_REACHES(id, RunStatus::Canceled);
        QCOMPARE(record(id).ranks[0].signal, SIGKILL);
        QCOMPARE(properties(id).value(u"roost.exitCode"_s), u"137"_s);
        QCOMPARE(processesMarked(launchMark(m_store->folder().run(id) + u"/state"_s)), QList<ProcessKey>());
        QCOMPARE(m_jobs->capacity().slotsInUse, 0);
        QVERIFY(m_jobs->cancel(id)); // the job is over and stays as it is
        QCOMPARE(record(id).status, RunStatus::Canceled);
        QCOMPARE(m_jobs->cancel(u"unknown"_s).error().kind, ErrorKind::NotFound);
    }

    void anEndedRankHasNoExitCode()
    {
        const QString id = submit(u"trap 'exit 0' TERM; echo up; while :; do sleep 0.1; done"_s);
        QVERIFY(QTest::qWaitFor([&] { return driverLog(id) == "up\n"; }, patience));
        QVERIFY(m_jobs->cancel(id));
        ROOST_REACHES(id, RunStatus::Canceled);
        QVERIFY(!properties(id).contains(u"roost.exitCode"_s));
    }

    void programsMayBeRun()
    {
        write(path(u"ws/code/abc/run.sh"_s), "#!/bin/sh\ncat tool\n./tool\n");
        write(path(u"ws/code/abc/tool"_s), "echo tool\n");
        QVERIFY(QFile::setPermissions(path(u"ws/code/abc/tool"_s),
                                      QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner));
        const QString id = submit(u"./run.sh"_s, {}, u"abc"_s);
        ROOST_REACHES(id, RunStatus::Completed);
        QCOMPARE(driverLog(id), "echo tool\ntool\n");
    }

    void theFolderOfARemovedRunIsDeletedWithTheTrash()
    {
        const QString id = submit(u"echo x > outputs/x"_s);
        ROOST_REACHES(id, RunStatus::Completed);
        QVERIFY(QDir(m_store->folder().run(id)).exists());
        QVERIFY(m_jobs->remove(id));
        QVERIFY(QDir(m_store->folder().run(id)).exists());
        Store::LongTask task;
        const auto reclaimed = Store::Trash(*m_store).empty({}, task);
        QVERIFY(reclaimed);
        QCOMPARE(reclaimed->runs, 1);
        const auto found = m_jobs->find(id);
        QVERIFY(!found);
        QCOMPARE(found.error().kind, ErrorKind::NotFound);
        QCOMPARE(QDir(m_store->folder().runs()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
                 QStringList());
    }

    void changesAreReported()
    {
        const qint64 before = m_store->changes().revision();
        QSignalSpy changed(m_jobs.get(), &JobScheduler::changed);
        const QString id = submit(u"true"_s);
        ROOST_REACHES(id, RunStatus::Completed);
        QVERIFY(m_store->changes().wait(before, std::chrono::milliseconds(0)).topics.contains(u"runs/"_s + id));
        QVERIFY(changed.count() >= 4);
    }
};

QTEST_GUILESS_MAIN(TestJobs)
#include "tst_jobs.moc"
