// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobfile/jobdocument.h"

#include <QFile>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace Roost;
using namespace Roost::JobFile;

namespace {

const QString article = uR"($schema: https://azuremlschemas.azureedge.net/latest/commandJob.schema.json
# Birds, as in the article.
code: ./src
command: >-
  python pytorch_train.py
  --num_epochs ${{inputs.epochs}} --output_dir ./outputs
inputs:
  epochs: 30   # enough
environment:
  image: some/base:1
  conda_file: conda_dependencies.yml
compute: azureml:gpu-cluster  # four nodes
experiment_name: pytorch-birds
display_name: birds 2x4
environment_variables:
  NCCL_DEBUG: WARN
distribution:
  type: mpi
  process_count_per_instance: 4
resources: {instance_count: 2, shm_size: 8g}
limits:
  timeout: 3600
queue_settings:
  job_tier: Spot  # not ours
tags: {team: vision}
)"_s;

const QString conda = u"name: t\ndependencies:\n- python=3.10\n- pip\n- pip:\n  - torch\n"_s;

Result<QString> files(const QString &path)
{
    if (path == u"/jobs/conda_dependencies.yml"_s)
        return conda;
    return failure(ErrorKind::NotFound, u"The file %1 cannot be read."_s.arg(path));
}

QString said(const JobDocument &document)
{
    QStringList lines;
    for (const Diagnostic &d : document.diagnostics())
        lines += u"%1:%2+%3 %4 %5"_s.arg(d.line).arg(d.column).arg(d.length).arg(int(d.severity)).arg(d.message);
    return lines.join(u'\n');
}

JobDocument document(const QString &text)
{
    return JobDocument::fromText(text, u"/jobs"_s, files);
}

} // namespace

class TestJobDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void metricsHavePatternsOrAreRecognized()
    {
        const QString plain = u"command: python t.py\nenvironment: azureml:torch@latest\n"_s;
        const auto read = [&plain](const QString &lines) { return JobDocument::fromText(plain + lines, u"/x"_s); };
        QVERIFY(read(u"metrics: auto\n"_s).job().metrics.automatic);
        const auto both = read(u"metrics:\n  auto: true\n  loss: 'loss=(?<value>\\S+)'\n"_s);
        QVERIFY(!hasErrors(both.diagnostics()));
        QCOMPARE(both.job().metrics, (MetricDefinitions{true, {{u"loss"_s, u"loss=(?<value>\\S+)"_s}}}));
        QVERIFY(hasErrors(read(u"metrics: some\n"_s).diagnostics()));
        QVERIFY(hasErrors(read(u"metrics: {auto: 'x(.)'}\n"_s).diagnostics()));
        QVERIFY(hasErrors(read(u"metrics: {loss: 'loss'}\n"_s).diagnostics()));
        const auto wrong = read(u"metrics:\n  loss: 'loss=(.'\n"_s).diagnostics();
        QVERIFY(hasErrors(wrong));
        QCOMPARE(wrong.last().line, int(plain.count(u'\n')) + 2);
        QVERIFY2(wrong.last().message.contains("at character 8"_L1), qPrintable(wrong.last().message));
    }

    void metricsAreWrittenAsTheyAreShortest()
    {
        JobDocument document = JobDocument::fromText(article, u"/x"_s);
        Job job = document.job();
        job.metrics = {true, {}};
        document.setJob(job);
        QVERIFY(document.text().contains("\nmetrics: auto\n"_L1));
        job.metrics.patterns = {{u"loss"_s, u"l=(.)"_s}};
        document.setJob(job);
        QCOMPARE(document.job().metrics, job.metrics);
        job.metrics = {false, {{u"acc"_s, u"a=(.)"_s}}};
        document.setJob(job);
        QCOMPARE(document.job().metrics, job.metrics);
        job.metrics = {};
        document.setJob(job);
        QVERIFY(!document.text().contains("metrics"_L1));
    }

    void readsAWholeJob()
    {
        const JobDocument read = document(article);
        QCOMPARE(said(read), u"23:1+14 1 Roost does not know 'queue_settings'. It is kept in the file but not used."_s);
        const Job &job = read.job();
        QCOMPARE(job.codePath, u"/jobs/src"_s);
        QCOMPARE(job.command, u"python pytorch_train.py --num_epochs ${{inputs.epochs}} --output_dir ./outputs"_s);
        QCOMPARE(job.inputs, (StringMap{{u"epochs"_s, u"30"_s}}));
        QCOMPARE(job.environment.image, u"some/base:1"_s);
        QCOMPARE(job.environment.condaYaml, conda);
        QCOMPARE(job.compute, u"gpu-cluster"_s);
        QCOMPARE(job.experiment, u"pytorch-birds"_s);
        QCOMPARE(job.displayName, u"birds 2x4"_s);
        QCOMPARE(job.distribution, (Distribution{Distribution::Type::Mpi, 4}));
        QCOMPARE(job.instanceCount, 2);
        QCOMPARE(job.shmSize, u"8g"_s);
        QCOMPARE(job.timeoutSeconds, 3600);
        QCOMPARE(job.environmentVariables.value(u"NCCL_DEBUG"_s), u"WARN"_s);
        QCOMPARE(job.tags.value(u"team"_s), u"vision"_s);
    }

    void environments_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("version");
        QTest::addRow("version") << u"azureml:birds:3"_s << u"birds"_s << u"3"_s;
        QTest::addRow("latest") << u"azureml:birds@latest"_s << u"birds"_s << u""_s;
        QTest::addRow("curated") << u"azureml:AzureML-system-python:1"_s << u"AzureML-system-python"_s << u"1"_s;
        QTest::addRow("registry") << u"azureml://registries/azureml/environments/x/versions/3"_s
                                  << u"azureml://registries/azureml/environments/x/versions/3"_s << u""_s;
    }

    void environments()
    {
        QFETCH(const QString, written);
        const JobDocument read = document(u"command: python a.py\nenvironment: "_s + written + u'\n');
        QVERIFY2(read.diagnostics().isEmpty(), qPrintable(said(read)));
        QTEST(read.job().environment.name, "name");
        QTEST(read.job().environment.version, "version");
        // A text that the document has written is read and written without changes.
        const QString text = JobDocument::write(read.job(), u"/jobs"_s);
        QVERIFY2(text.contains(u"environment: "_s + written + u'\n'), qPrintable(text));
    }

    void anEnvironmentIsNamedByItsAddress()
    {
        const JobDocument read = document(
            u"command: python a.py\nenvironment: azureml:/subscriptions/0-0/resourceGroups/g/providers/"
            "Microsoft.MachineLearningServices/workspaces/w/environments/AzureML-system-python/versions/12\n"_s);
        QVERIFY2(read.diagnostics().isEmpty(), qPrintable(said(read)));
        QCOMPARE(read.job().environment.name, u"AzureML-system-python"_s);
        QCOMPARE(read.job().environment.version, u"12"_s);
    }

    void otherKindsOfFilesAreReportedInOneSentence_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("word");
        const QString schema = u"$schema: https://azuremlschemas.azureedge.net/latest/%1.schema.json\n"_s;
        QTest::addRow("sweep") << schema.arg(u"sweepJob"_s) +
                                      u"type: sweep\ntrial: {command: a}\nsearch_space: {lr: {}}\n"_s
                               << u"'sweep'"_s;
        QTest::addRow("by type") << u"type: pipeline\njobs: {}\n"_s << u"'pipeline'"_s;
        QTest::addRow("by schema") << schema.arg(u"autoMLImageClassificationJob"_s) + u"task: x\n"_s
                                   << u"'autoMLImageClassification'"_s;
        QTest::addRow("component") << schema.arg(u"commandComponent"_s) +
                                          u"type: command\nname: x\nversion: 1\ncommand: python a.py\n"
                                          "environment: azureml:e:1\ninputs: {d: {type: uri_folder}}\n"_s
                                   << u"component"_s;
        QTest::addRow("component without schema")
            << u"name: x\nversion: 1\ntype: command\ncommand: a\nenvironment: azureml:e:1\n"_s << u"component"_s;
        QTest::addRow("run configuration")
            << u"script: train.py\nframework: Python\ntarget: local\n"_s << u"Azure ML v1"_s;
    }

    void otherKindsOfFilesAreReportedInOneSentence()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, word);
        const JobDocument read = document(text);
        QVERIFY2(read.diagnostics().size() == 1, qPrintable(said(read)));
        QCOMPARE(read.diagnostics().first().severity, Diagnostic::Severity::Error);
        QVERIFY2(read.diagnostics().first().message.contains(word), qPrintable(said(read)));
    }

    void mergeKeysAddMissingEntries()
    {
        const JobDocument read = document(u"tags: &c {A: \"1\", B: \"2\"}\ncommand: echo $A\nenvironment: azureml:e:1\n"
                                          "environment_variables:\n  <<: *c\n  B: \"3\"\n"_s);
        QVERIFY2(read.diagnostics().isEmpty(), qPrintable(said(read)));
        QCOMPARE(read.job().environmentVariables, (StringMap{{u"A"_s, u"1"_s}, {u"B"_s, u"3"_s}}));
        const JobDocument several = document(u"tags: {<<: [{A: a, B: b}, {B: x, C: c}], C: own}\ncommand: echo\n"
                                             "environment: azureml:e:1\n"_s);
        QCOMPARE(several.job().tags, (StringMap{{u"A"_s, u"a"_s}, {u"B"_s, u"b"_s}, {u"C"_s, u"own"_s}}));
    }

    void aDockerfileIsRefusedOnce()
    {
        const JobDocument read = document(u"command: echo hi\nenvironment: {build: {path: ctx}}\n"_s);
        QVERIFY2(read.diagnostics().size() == 1, qPrintable(said(read)));
        QVERIFY(read.diagnostics().first().message.contains(u"Dockerfile"_s));
    }

    void optionalPartsAreExplained()
    {
        const JobDocument read = document(u"command: echo $[[--tags ${{inputs.t}}]]\ninputs: {t: x}\n"
                                          "environment: azureml:e:1\n"_s);
        QVERIFY2(read.diagnostics().size() == 1, qPrintable(said(read)));
        QVERIFY(read.diagnostics().first().message.contains(u"'$[[...]]'"_s));
    }

    void outputsAreBoundAndSent()
    {
        const JobDocument read = document(u"command: python a.py ${{outputs.model}} ${{ outputs.log }}\noutputs:\n"
                                          "  model: {type: custom_model, mode: rw_mount, name: birds}  # ours\n"
                                          "  log: {type: uri_file}\n  plain:\nenvironment: azureml:e:1\n"_s);
        QVERIFY2(read.diagnostics().isEmpty(), qPrintable(said(read)));
        const QJsonObject outputs{{u"model"_s, QJsonObject{{u"jobOutputType"_s, u"custom_model"_s},
                                                           {u"mode"_s, u"ReadWriteMount"_s},
                                                           {u"assetName"_s, u"birds"_s}}},
                                  {u"log"_s, QJsonObject{{u"jobOutputType"_s, u"uri_file"_s}}},
                                  {u"plain"_s, QJsonObject{{u"jobOutputType"_s, u"uri_folder"_s}}}};
        QCOMPARE(read.job().carried.body, (QJsonObject{{u"outputs"_s, outputs}}));
        QCOMPARE(read.job().carried.names, (QStringList{u"output log"_s, u"output model"_s, u"output plain"_s}));
        // An edit of other fields does not change their lines; without a file they are written.
        JobDocument edited = read;
        Job job = read.job();
        job.displayName = u"x"_s;
        edited.setJob(job);
        QVERIFY(edited.text().contains(u"name: birds}  # ours\n"_s));
        QCOMPARE(edited.job(), job);
        const JobDocument back = document(JobDocument::write(job, u"/jobs"_s));
        QVERIFY2(back.diagnostics().isEmpty(), qPrintable(said(back) + back.text()));
        QCOMPARE(back.job(), job);
        job.carried = {};
        job.command = u"true"_s;
        edited.setJob(job);
        QVERIFY2(!edited.text().contains(u"outputs"_s), qPrintable(edited.text()));
    }

    // Parts that the text cannot express stay in the job; outputs are written to the text.
    void carriedPartsStayAndAreBound()
    {
        CarriedParts carried;
        const QJsonObject model{{u"jobOutputType"_s, u"uri_folder"_s}, {u"autoDelete"_s, true}};
        carried.body = {{u"inputs"_s, QJsonObject{{u"data"_s, QJsonObject{{u"jobInputType"_s, u"uri_folder"_s}}}}},
                        {u"outputs"_s, QJsonObject{{u"model"_s, model}}}};
        carried.names = {u"input data"_s, u"output model"_s};
        const auto read = [&carried](const QString &outputs) {
            return JobDocument::fromText(u"command: a ${{inputs.data}}\nenvironment: azureml:e:1\n"_s + outputs,
                                         u"/jobs"_s, files, carried);
        };
        const JobDocument same = read(u"outputs: {model: {type: uri_folder}}\n"_s);
        QVERIFY2(same.diagnostics().isEmpty(), qPrintable(said(same)));
        QCOMPARE(same.job().carried, carried);
        QCOMPARE(read(QString()).job().carried.names, QStringList{u"input data"_s});
        const JobDocument other = read(u"outputs: {model: {type: uri_file}}\n"_s);
        QCOMPARE(other.job().carried.names, carried.names);
        QCOMPARE(other.job().carried.body[u"outputs"][u"model"].toObject(),
                 (QJsonObject{{u"jobOutputType"_s, u"uri_file"_s}}));
    }

    void aPipeIsNotAJobFile()
    {
        const QTemporaryDir folder;
        const QString pipe = folder.filePath(u"job.yml"_s);
        QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        const auto read = JobDocument::fromFile(pipe);
        QVERIFY(!read && read.error().text.contains(u"pipe"_s));
    }

    void diagnosticsStateTheErrorAndItsPlace_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<int>("column");
        QTest::addColumn<int>("severity");
        QTest::addColumn<QString>("word");
        const int error = int(Diagnostic::Severity::Error);
        const int warning = int(Diagnostic::Severity::Warning);
        QTest::addRow("slip") << u"enviroment_variables: {A: b}"_s << 1 << warning << u"does not know"_s;
        QTest::addRow("near") << u"experiment-name: x"_s << 1 << warning << u"'experiment_name'"_s;
        QTest::addRow("type") << u"type: sweep"_s << 7 << error << u"'sweep'"_s;
        QTest::addRow("name") << u"name: my run"_s << 7 << error << u"starts with"_s;
        QTest::addRow("count") << u"resources: {instance_count: two}"_s << 29 << error << u"whole number"_s;
        QTest::addRow("no count") << u"resources: {instance_count: 0}"_s << 29 << error << u"1 or more"_s;
        QTest::addRow("shm") << u"resources: {shm_size: lots}"_s << 23 << error << u"shm_size"_s;
        QTest::addRow("distribution") << u"distribution: {type: ray}"_s << 22 << error << u"pytorch"_s;
        QTest::addRow("distribution word") << u"distribution: mpi"_s << 1 << error << u"type: pytorch"_s;
        QTest::addRow("v1 total") << u"distribution: {type: pytorch, process_count: 8}"_s << 31 << warning
                                  << u"of all nodes"_s;
        QTest::addRow("v1 nodes") << u"distribution: {type: mpi, node_count: 2}"_s << 27 << warning
                                  << u"'instance_count'"_s;
        QTest::addRow("input unused name") << u"inputs: {2a: 1}"_s << 10 << error << u"letters"_s;
        QTest::addRow("data input") << u"inputs: {d: {type: uri_folder, path: x}}"_s << 10 << error << u"literal"_s;
        QTest::addRow("output's name") << u"outputs: {2a: {type: uri_folder}}"_s << 11 << error << u"letters"_s;
        QTest::addRow("output's type") << u"outputs: {o: {type: uri_foldr}}"_s << 21 << error << u"uri_folder"_s;
        QTest::addRow("output's mode") << u"outputs: {o: {mode: ro_mount}}"_s << 21 << error << u"rw_mount"_s;
        QTest::addRow("output's slip") << u"outputs: {o: {typ: uri_folder}}"_s << 15 << warning << u"'type'"_s;
        QTest::addRow("output as a word") << u"outputs: {o: uri_folder}"_s << 11 << error << u"'type: uri_folder'"_s;
        QTest::addRow("typed literal") << u"inputs: {lr: {type: number, default: 0.01}}"_s << 10 << error
                                       << u"'lr: 0.01'"_s;
        QTest::addRow("old code") << u"code: {local_path: ./src}"_s << 1 << error << u"'code: ./src'"_s;
        QTest::addRow("merge of a word") << u"tags: {<<: x}"_s << 8 << error << u"alias"_s;
        QTest::addRow("address") << u"code: https://example.org/x"_s << 7 << error << u"address"_s;
        QTest::addRow("compute") << u"compute: gpu"_s << 10 << warning << u"azureml:gpu"_s;
        QTest::addRow("limit of a life") << u"limits: {timeout: 400000000}"_s << 19 << error << u"ten years"_s;
        QTest::addRow("variable with =") << u"environment_variables: {A=B: c}"_s << 25 << error << u"'='"_s;
        QTest::addRow("nameless variable") << u"environment_variables: {'': c}"_s << 25 << error << u"no name"_s;
        QTest::addRow("variable of two lines")
            << u"environment_variables: {\"A\\nB\": c}"_s << 25 << error << u"line break"_s;
        QTest::addRow("variable cut") << u"environment_variables: {\"A\\0\": c}"_s << 25 << error << u"line break"_s;
        QTest::addRow("value cut") << u"environment_variables: {A: \"b\\0c\"}"_s << 25 << error << u"NUL"_s;
        QTest::addRow("twice") << u"command: b"_s << 1 << error << u"second time"_s;
    }

    void diagnosticsStateTheErrorAndItsPlace()
    {
        QFETCH(const QString, line);
        QFETCH(const QString, word);
        const JobDocument read = document(u"command: python a.py\nenvironment: azureml:e:1\n"_s + line + u'\n');
        QVERIFY2(read.diagnostics().size() == 1, qPrintable(said(read)));
        const Diagnostic d = read.diagnostics().first();
        QVERIFY2(d.message.contains(word), qPrintable(d.message));
        QCOMPARE(d.line, 3);
        QTEST(d.column, "column");
        QTEST(int(d.severity), "severity");
    }

    void missingEntriesAreReported()
    {
        QVERIFY(said(document(u"compute: azureml:x\n"_s)).contains(u"no 'command:'"_s));
        QVERIFY(said(document(u"command: '...'\nenvironment: azureml:e:1\n"_s)).contains(u"empty"_s));
        QVERIFY(said(document(u"command: a ${{inputs.x}}\nenvironment: azureml:e:1\n"_s)).contains(u"no 'x'"_s));
        QVERIFY(said(document(u"command: a ${{outputs.x}}\nenvironment: azureml:e:1\n"_s))
                    .contains(u"no 'x' below 'outputs:'"_s));
        QVERIFY(said(document(u"command: a ${{search_space.x}}\nenvironment: azureml:e:1\n"_s))
                    .contains(u"not supported"_s));
        QVERIFY(said(document(u"command: a\nenvironment:\n  conda_file: none.yml\n"_s)).contains(u"/jobs/none.yml"_s));
        QVERIFY(said(document(u"command: a\nenvironment:\n  conda_file:\n    dependencies: [a=>1]\n"_s))
                    .contains(u"conda file is wrong"_s));
        const auto beside =
            document(u"command: a\nenvironment:\n  conda_file:\n    dependencies: [python, pip, {pip: [-r "
                     "more.txt]}]\n"_s);
        QVERIFY2(said(beside).contains(u"pip will not find it"_s) && !hasErrors(beside.diagnostics()),
                 qPrintable(said(beside)));
        QVERIFY(hasErrors(document(u"[\n"_s).diagnostics()));
        QVERIFY(!JobDocument::fromFile(u"/nowhere/job.yml"_s));
    }

    void onlyChangedValuesAreRewritten()
    {
        JobDocument edited = document(article);
        edited.setJob(edited.job());
        QCOMPARE(edited.text(), article);
        Job job = edited.job();
        job.compute = u"local"_s;
        job.inputs[u"epochs"_s] = u"5"_s;
        job.inputs[u"lr"_s] = u"0.01"_s;
        job.environmentVariables.clear();
        job.timeoutSeconds = 0;
        job.description = u"two\nlines"_s;
        edited.setJob(job);
        QCOMPARE(edited.job(), job);
        const QString &text = edited.text();
        QVERIFY(text.contains(u"# Birds, as in the article.\n"_s));
        QVERIFY(text.contains(u"compute: azureml:local  # four nodes\n"_s));
        QVERIFY(text.contains(u"  epochs: \"5\"   # enough\n  lr: \"0.01\"\n"_s) ||
                text.contains(u"  epochs: 5   # enough\n  lr: 0.01\n"_s));
        QVERIFY(text.contains(u"  job_tier: Spot  # not ours\n"_s));
        QVERIFY(text.contains(u"  conda_file: conda_dependencies.yml\n"_s));
        QVERIFY(text.contains(u"command: >-\n  python pytorch_train.py\n"_s));
        QVERIFY(!text.contains(u"limits"_s));
        QVERIFY(!text.contains(u"environment_variables"_s));
    }

    void aNewEnvironmentReplacesTheOld()
    {
        JobDocument edited = document(article);
        Job job = edited.job();
        job.environment = {u"birds"_s, u"2"_s, {}, {}};
        edited.setJob(job);
        QCOMPARE(edited.job(), job);
        QVERIFY(edited.text().contains(u"environment: azureml:birds:2\ncompute:"_s));
        job.environment = {{}, {}, {}, conda};
        edited.setJob(job);
        QVERIFY2(edited.diagnostics().size() == 1, qPrintable(said(edited)));
        QCOMPARE(edited.job().environment.image, QString());
        QVERIFY(edited.job().environment.condaYaml.contains(u"python=3.10"_s));
    }

    void aJobRoundTrips()
    {
        Job job;
        job.name = u"calm-finch-1"_s;
        job.displayName = u"no: #tricks"_s;
        job.experiment = u"yes"_s;
        job.description = u"- a\n- b\n"_s.trimmed();
        job.command = u"python train.py --msg \"it's\" --x ${{inputs.x}} $AZ_BATCHAI_TASK_INDEX"_s;
        job.codePath = u"/elsewhere/my code"_s;
        job.environment = {u"birds"_s, {}, {}, {}};
        job.compute = u"gpu-cluster"_s;
        job.distribution = {Distribution::Type::PyTorch, 2};
        job.instanceCount = 3;
        job.shmSize = u"2g"_s;
        job.timeoutSeconds = 60;
        job.environmentVariables = {{u"A"_s, u"1"_s}, {u"B"_s, u"true"_s}};
        job.inputs = {{u"x"_s, u"3.10"_s}};
        job.tags = {{u"k e y"_s, u"a: b"_s}};
        job.properties = {{u"p"_s, u"~"_s}};
        const QString text = JobDocument::write(job, u"/jobs"_s);
        const JobDocument back = document(text);
        QVERIFY2(back.diagnostics().isEmpty(), qPrintable(said(back) + text));
        QCOMPARE(back.job(), job);
        QVERIFY(text.contains(u"code: ../elsewhere/my code\n"_s));
        QVERIFY(text.indexOf(u"command:"_s) < text.indexOf(u"environment:"_s));
        JobDocument none;
        none.setJob(back.job());
        QVERIFY(none.text().startsWith(u"$schema"_s));
    }
};

QTEST_GUILESS_MAIN(TestJobDocument)
#include "tst_jobdocument.moc"
