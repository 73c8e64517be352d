// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/catalogs/environmentsmodel.h"
#include "models/items/submit/debugaids.h"
#include "models/items/submit/snapshotmodel.h"
#include "models/items/submit/submission.h"
#include "models/items/submit/submitdraft.h"
#include "models/items/submit/submitmemory.h"
#include "tests/items/memorydraftstore.h"
#include "tests/support/fakeworkspace.h"

#include <QAbstractItemModelTester>
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Roost;
using namespace Roost::Testing;
using namespace Roost::Items;
using namespace Qt::StringLiterals;

namespace {

constexpr auto failing = QAbstractItemModelTester::FailureReportingMode::QtTest;

void write(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

Compute cluster()
{
    Compute compute;
    compute.name = u"cpu-cluster"_s;
    compute.type = u"AmlCompute"_s;
    compute.maxNodes = 4;
    compute.cores = 8;
    compute.state = ProvisioningState::Succeeded;
    return compute;
}

Environment curated()
{
    Environment environment;
    environment.name = u"AzureML-system-python"_s;
    environment.version = u"1"_s;
    environment.curated = true;
    return environment;
}

} // namespace

class TestSubmitDraft : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;

    QString path(const QString &name = {}) const
    {
        return name.isEmpty() ? m_folder->path() : m_folder->filePath(name);
    }

    void fill(SubmitDraft &draft) const
    {
        draft.setComputes({cluster()});
        draft.setEnvironments({curated()});
        draft.setFolder(path());
        draft.refreshListing(); // immediately, without the delay after typing
        draft.setScript(u"train.py"_s);
        draft.setArgumentsText(u"--lr 0.1"_s);
        draft.setEnvironment({curated().name, u"1"_s, {}, {}});
        QTRY_VERIFY_WITH_TIMEOUT(!draft.isListing(), 20000);
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        write(path(u"train.py"_s), "print('hello')\n");
        write(path(u"tools/prepare.py"_s), "pass\n");
        write(path(u"tools/test_prepare.py"_s), "pass\n");
        write(path(u"data/huge.bin"_s), QByteArray(2000, 'x'));
        write(path(u".amlignore"_s), "data/\n*.log\n");
        write(path(u"old.log"_s), "old\n");
    }

    void theHomeFolderIsWrittenAsATilde()
    {
        SubmitDraft draft;
        draft.setFolder(u"~/project/"_s);
        QCOMPARE(draft.folder(), QDir::homePath() + u"/project"_s);
        draft.setFolder(u"~"_s);
        QCOMPARE(draft.folder(), QDir::homePath());
        draft.setFolder(u"project"_s);
        QCOMPARE(draft.problemText(SubmitField::Folder), u"Enter an absolute path, such as ~/project."_s);
    }

    void theOnlyEnvironmentIsChosen()
    {
        SubmitDraft draft;
        Environment only;
        only.name = u"AzureML-system-python"_s;
        draft.setEnvironments({only});
        QCOMPARE(draft.environment().name, only.name);
        // An earlier choice is kept.
        EnvironmentRef other{u"mine"_s, {}, {}, {}};
        draft.setEnvironment(other);
        draft.setEnvironments({});
        draft.setEnvironments({only});
        QCOMPARE(draft.environment().name, u"mine"_s);
    }

    void importantPackagesOfAnEnvironmentAreNamedFirst()
    {
        QCOMPARE(EnvironmentsModel::packagesByWeight({u"attrs 25.1"_s, u"nvidia-cublas-cu12 12.4"_s, u"numpy 2.2"_s,
                                                      u"python 3.13"_s, u"zipp 3"_s, u"torch 2.6.0"_s}),
                 (QStringList{u"torch 2.6.0"_s, u"python 3.13"_s, u"numpy 2.2"_s, u"nvidia-cublas-cu12 12.4"_s,
                              u"attrs 25.1"_s, u"zipp 3"_s}));
    }

    void anEmptyDraftNamesMissingFields()
    {
        SubmitDraft draft;
        QVERIFY(!draft.canSubmit());
        QCOMPARE(draft.problemText(SubmitField::Folder), u"Choose the folder that contains the code."_s);
        QCOMPARE(draft.problemText(SubmitField::Script), u"Choose the Python script to run."_s);
        QCOMPARE(draft.problemText(SubmitField::Compute), u"Choose where the run goes."_s);
        QCOMPARE(draft.problemText(SubmitField::Environment), u"Choose the environment the code runs in."_s);
        QVERIFY(draft.blocks(SubmitStep::Code));
        QVERIFY(!draft.blocks(SubmitStep::Distribution));
        QCOMPARE(draft.summary(), QString());
    }

    void aFilledDraftGivesTheJob()
    {
        SubmitDraft draft;
        QSignalSpy changes(&draft, &SubmitDraft::changed);
        fill(draft);
        QVERIFY2(draft.canSubmit(), qPrintable(draft.problems().isEmpty() ? QString() : draft.problems().first().text));
        QVERIFY(changes.count() > 0);
        const Job job = draft.job();
        QCOMPARE(job.command, u"python train.py --lr 0.1"_s);
        QCOMPARE(job.codePath, path());
        // If there is only one compute, it is chosen automatically.
        QCOMPARE(job.compute, u"cpu-cluster"_s);
        SubmitDraft newDraft;
        newDraft.setComputes({cluster()});
        newDraft.setJob({});
        QCOMPARE(newDraft.job().compute, u"cpu-cluster"_s);
        QCOMPARE(draft.stepSummary(SubmitStep::Code), u"train.py with 2 arguments"_s);
        QVERIFY2(draft.summary().startsWith(u"1 process on cpu-cluster, 4 files, "_s), qPrintable(draft.summary()));
        draft.setDistributionType(Distribution::Type::PyTorch);
        draft.setNodes(2);
        draft.setProcessesPerNode(2);
        QVERIFY(draft.summary().startsWith(u"2 nodes × 2 processes on cpu-cluster, 4 files, "_s));
        QCOMPARE(draft.job().instanceCount, 2);
        draft.setDistributionType(Distribution::Type::None);
        QCOMPARE(draft.job().instanceCount, 1);
    }

    void scriptsOfTheFolderAreOffered()
    {
        SubmitDraft draft;
        fill(draft);
        QCOMPARE(draft.scriptCandidates(),
                 (QStringList{u"train.py"_s, u"tools/prepare.py"_s, u"tools/test_prepare.py"_s}));
    }

    void aScriptThatIsNotSentCannotBeRun()
    {
        write(path(u"data/train.py"_s), "pass\n");
        SubmitDraft draft;
        fill(draft);
        draft.setScript(u"data/train.py"_s);
        QVERIFY2(draft.problemText(SubmitField::Script).contains(u".amlignore:1"_s),
                 qPrintable(draft.problemText(SubmitField::Script)));
        draft.setScript(u"nothing.py"_s);
        QCOMPARE(draft.problemText(SubmitField::Script), u"There is no file nothing.py in the folder."_s);
        draft.setScript(u"../train.py"_s);
        QCOMPARE(draft.problemText(SubmitField::Script), u"The script has to lie in the folder that is sent."_s);
        draft.setScript(path(u"train.py"_s));
        QCOMPARE(draft.script(), u"train.py"_s);
        QCOMPARE(draft.problemText(SubmitField::Script), QString());
        draft.setFolder(u"/no/such/folder"_s);
        QTRY_COMPARE(draft.problemText(SubmitField::Folder), u"There is no folder /no/such/folder."_s);
    }

    void requestsAboveTheCapacityAreRefusedWithNumbers()
    {
        SubmitDraft draft;
        fill(draft);
        draft.setDistributionType(Distribution::Type::PyTorch);
        draft.setNodes(6);
        draft.setProcessesPerNode(1000);
        QCOMPARE(draft.problemText(SubmitField::Nodes), u"cpu-cluster has at most 4 nodes; you ask for 6."_s);
        QCOMPARE(draft.problemText(SubmitField::Processes),
                 u"A node of cpu-cluster takes 256 processes at most; you ask for 1000."_s);
        QVERIFY(draft.blocks(SubmitStep::Distribution));
        draft.setNodes(4);
        draft.setProcessesPerNode(12);
        QVERIFY(draft.canSubmit());
        QCOMPARE(draft.problemText(SubmitField::Processes),
                 u"A node of cpu-cluster has 8 cores, so 12 processes share what is there."_s);
        Compute gpu = cluster();
        gpu.gpus = 2;
        draft.setComputes({gpu});
        draft.setNodes(4);
        draft.setProcessesPerNode(4);
        QCOMPARE(draft.problemText(SubmitField::Processes),
                 u"A node of cpu-cluster has 2 GPUs; you ask for 4 processes on it. To run on the CPU set the variable "
                 "CUDA_VISIBLE_DEVICES to -1."_s);
        draft.setVariables({{u"CUDA_VISIBLE_DEVICES"_s, u"-1"_s}});
        QVERIFY(draft.canSubmit());
    }

    void debugAidsAreVariablesOfTheJob()
    {
        SubmitDraft draft;
        fill(draft);
        const StringMap before = draft.variables();
        for (const DebugAid aid : allDebugAids) {
            QVERIFY(!isOn(aid, draft.variables()));
            draft.setVariables(switched(draft.variables(), aid, true));
        }
        QVERIFY(draft.jobText().contains(u"NCCL_DEBUG: INFO"_s));
        SubmitDraft reader;
        reader.setJobText(draft.jobText());
        for (const DebugAid aid : allDebugAids) {
            QVERIFY(isOn(aid, reader.variables()));
            draft.setVariables(switched(draft.variables(), aid, false));
        }
        QCOMPARE(draft.variables(), before);
        // A value that the user has set stays when the debug aids are switched off.
        const StringMap own{{u"NCCL_DEBUG"_s, u"TRACE"_s}};
        QVERIFY(!isOn(DebugAid::NcclLog, own));
        QCOMPARE(switched(own, DebugAid::NcclLog, false), own);
    }

    void computesInOtherStatesAreReported()
    {
        SubmitDraft draft;
        fill(draft);
        Compute compute = cluster();
        compute.state = ProvisioningState::Failed;
        compute.errors = {u"No quota."_s};
        draft.setComputes({compute});
        QCOMPARE(draft.problemText(SubmitField::Compute), u"cpu-cluster could not be created: No quota."_s);
        compute.state = ProvisioningState::Creating;
        draft.setComputes({compute});
        QVERIFY(draft.canSubmit());
        QVERIFY(!draft.problemText(SubmitField::Compute).isEmpty());
        draft.setComputes({});
        QCOMPARE(draft.problemText(SubmitField::Compute), u"This workspace has no compute yet. Create one first."_s);
    }

    void otherFieldsHaveTheirRules()
    {
        SubmitDraft draft;
        fill(draft);
        draft.setArgumentsText(u"--name 'open"_s);
        QVERIFY(draft.problemText(SubmitField::Arguments).contains(u"is not closed"));
        draft.setArgumentsText({});
        draft.setExperiment(u"my birds"_s);
        QVERIFY(!draft.problemText(SubmitField::Experiment).isEmpty());
        draft.setExperiment(u"my-birds"_s);
        draft.setVariables({{u"1A"_s, u"x"_s}});
        QVERIFY(draft.problemText(SubmitField::Variables).contains(u"1A"));
        draft.setVariables({{u"RANK"_s, u"0"_s}});
        QVERIFY(draft.canSubmit());
        QVERIFY(draft.problemText(SubmitField::Variables).contains(u"RANK"));
        draft.setEnvironment({u"gone"_s, u"3"_s, {}, {}});
        QVERIFY(draft.problemText(SubmitField::Environment).contains(u"gone"));
        draft.setEnvironment({{}, {}, {}, u"dependencies:\n  - python=3.12\n  bad\n"_s});
        QVERIFY(draft.problemText(SubmitField::Conda).startsWith(u"Line "));
        QVERIFY(!draft.condaDiagnostics().isEmpty());
    }

    void variablesWithoutEffectAreReported()
    {
        SubmitDraft draft;
        fill(draft);
        const auto told = [&draft] { return draft.problemText(SubmitField::Variables); };
        draft.setVariableRows({{u"A"_s, u"1"_s}, {{}, u"hush"_s}});
        QCOMPARE(told(), u"A value has no name. Name it, or remove its row."_s);
        QVERIFY(!draft.canSubmit());
        // A change in another step leaves the rows unchanged.
        draft.setVariables(switched(draft.variables(), DebugAid::NcclLog, true));
        QCOMPARE(draft.variableRows().mid(0, 2), (QList<Variable>{{u"A"_s, u"1"_s}, {{}, u"hush"_s}}));
        QCOMPARE(draft.variableRows().size(), 3);
        draft.setVariableRows({{u"A"_s, u"1"_s}, {u"B"_s, u"1"_s}, {u"A"_s, u"2"_s}, {u"A"_s, u"3"_s}});
        QCOMPARE(told(), u"A occurs more than once. Remove all but one."_s);
        draft.setVariableRows({{u"A"_s, u"3"_s}});
        QVERIFY(draft.canSubmit());
        QCOMPARE(draft.variables(), (StringMap{{u"A"_s, u"3"_s}}));
    }

    void aCommandStaysACommand()
    {
        SubmitDraft draft;
        fill(draft);
        draft.setLaunch(SubmitDraft::Launch::Command);
        QCOMPARE(draft.commandText(), u"python train.py --lr 0.1"_s);
        draft.setCommandText(u"torchrun train.py"_s);
        QCOMPARE(draft.job().command, u"torchrun train.py"_s);
        SubmitDraft other;
        other.setJob(draft.job());
        QCOMPARE(other.launch(), SubmitDraft::Launch::Command);
        draft.setCommandText({});
        QVERIFY(!draft.problemText(SubmitField::Command).isEmpty());
    }

    void aJobOfARunFillsTheDraft()
    {
        Job job;
        job.codeId = u"abc"_s;
        job.command = u"python train.py '$HOME'"_s;
        job.compute = u"cpu-cluster"_s;
        job.environment.name = curated().name;
        job.tags = {{u"a"_s, u"b"_s}};
        job.shmSize = u"2g"_s;
        SubmitDraft draft;
        draft.setComputes({cluster()});
        draft.setJob(job);
        QVERIFY(draft.reusesSnapshot());
        QVERIFY(draft.canSubmit());
        QCOMPARE(draft.job(), job);
        draft.setFolder(path());
        QVERIFY(!draft.reusesSnapshot());
        QVERIFY(draft.job().codeId.isEmpty());
    }

    // A job of Azure that is submitted again may contain fields that the form lacks; the draft keeps and names them,
    // and they need no input.
    void fieldsThatTheFormLacksAreSent()
    {
        SubmitDraft draft;
        draft.setComputes({cluster()});
        draft.setEnvironments({curated()});
        Job job;
        job.command = u"python train.py"_s;
        job.codeId = u"azureml:c:1"_s;
        job.instanceCount = 2;
        job.environment.name = u"azureml://registries/azureml/environments/AzureML-x/versions/1"_s;
        job.carried = {{{u"identity"_s, u"x"_s}}, {u"identity"_s, u"distribution Ray"_s}, u"Ray"_s, u"Standard_NC6"_s};
        draft.setJob(job);
        QVERIFY2(draft.canSubmit(), qPrintable(draft.problems().isEmpty() ? QString() : draft.problems().first().text));
        QVERIFY(draft.problemText(SubmitField::JobText).contains(u"identity, distribution Ray"_s));
        QCOMPARE(draft.job().compute, QString());
        QCOMPARE(draft.job().carried, job.carried);
        // An edit of the text keeps the fields that the form lacks.
        QString text = draft.jobText();
        draft.setJobText(text.replace(u"python train.py"_s, u"python other.py"_s));
        QCOMPARE(draft.job().command, u"python other.py"_s);
        QCOMPARE(draft.job().carried, job.carried);
        SubmitMemory memory(std::make_shared<MemoryDraftStore>());
        memory.remember(draft.job());
        QCOMPARE(memory.recent().first().job.carried, job.carried);
    }

    // The command may use inputs of the original job, and the text contains the outputs.
    void carriedPartsAreBound()
    {
        SubmitDraft draft;
        draft.setComputes({cluster()});
        draft.setEnvironments({curated()});
        Job job;
        job.command = u"python train.py ${{inputs.data}} ${{outputs.model}}"_s;
        job.codeId = u"azureml:c:1"_s;
        job.environment.name = curated().name;
        job.carried.body = {
            {u"inputs"_s, QJsonObject{{u"data"_s, QJsonObject{{u"jobInputType"_s, u"uri_folder"_s}}}}},
            {u"outputs"_s, QJsonObject{{u"model"_s, QJsonObject{{u"jobOutputType"_s, u"uri_folder"_s}}}}}};
        job.carried.names = {u"input data"_s, u"output model"_s};
        draft.setJob(job);
        QVERIFY2(draft.canSubmit(), qPrintable(draft.problems().isEmpty() ? QString() : draft.problems().first().text));
        QCOMPARE(draft.job().carried, job.carried);
        QVERIFY(draft.jobText().contains(u"outputs:\n  model:\n    type: uri_folder\n"_s));
        QVERIFY(draft.problemText(SubmitField::JobText).contains(u"input data"_s));
        QVERIFY(!draft.problemText(SubmitField::JobText).contains(u"output model"_s));
        QString text = draft.jobText();
        draft.setJobText(text.replace(u"${{inputs.data}}"_s, u"${{inputs.date}}"_s));
        QVERIFY(draft.problemText(SubmitField::JobText).contains(u"no 'date'"_s));
        // A field that the user removes from the text is not sent.
        text = draft.jobText();
        text.replace(u"${{inputs.date}} ${{outputs.model}}"_s, u"${{inputs.data}}"_s);
        draft.setJobText(text.replace(u"outputs:\n  model:\n    type: uri_folder\n"_s, QString()));
        QVERIFY2(draft.canSubmit(), qPrintable(draft.problems().isEmpty() ? QString() : draft.problems().first().text));
        QVERIFY(!draft.job().carried.body.contains(u"outputs"_s));
        QCOMPARE(draft.job().carried.names, QStringList{u"input data"_s});
    }

    void theJobFileIsReadAndWritten()
    {
        SubmitDraft draft;
        fill(draft);
        draft.setExperiment(u"birds"_s);
        const QString text = draft.jobText();
        QVERIFY(text.contains(u"python train.py --lr 0.1"_s));
        QVERIFY(text.contains(u"experiment_name: birds"_s));
        QString edited = text;
        edited.replace(u"--lr 0.1"_s, u"--lr 0.5"_s);
        draft.setJobText(u"# mine\n"_s + edited);
        QCOMPARE(draft.argumentsText(), u"--lr 0.5"_s);
        QCOMPARE(draft.folder(), path());
        // The user's own text is kept when a field changes.
        draft.setExperiment(u"apes"_s);
        QVERIFY(draft.jobText().startsWith(u"# mine\n"_s));
        QVERIFY(draft.jobText().contains(u"experiment_name: apes"_s));
        const Job before = draft.job();
        draft.setJobText(u"command: [\n"_s);
        QCOMPARE(draft.jobText(), u"command: [\n"_s);
        QVERIFY(hasErrors(draft.jobTextDiagnostics()));
        QVERIFY(draft.blocks(SubmitStep::Review));
        QCOMPARE(draft.job(), before);
    }

    void aJobFileIsSavedAndOpened()
    {
        SubmitDraft draft;
        fill(draft);
        const QString file = path(u"job.yml"_s);
        QVERIFY(draft.saveJobFile(file));
        SubmitDraft other;
        other.setComputes({cluster()});
        const auto opened = other.openJobFile(file);
        QVERIFY(opened);
        QCOMPARE(other.job().command, draft.job().command);
        QCOMPARE(QDir(other.job().codePath), QDir(path()));
        QCOMPARE(other.job().environment.name, curated().name);
        QTemporaryDir elsewhere;
        QVERIFY(draft.saveJobFile(elsewhere.filePath(u"job.yml"_s)));
        SubmitDraft third;
        QVERIFY(third.openJobFile(elsewhere.filePath(u"job.yml"_s)));
        QCOMPARE(QDir(third.job().codePath).canonicalPath(), QDir(path()).canonicalPath());
        QVERIFY(!third.openJobFile(u"/no/such/job.yml"_s));
        QVERIFY(!draft.saveJobFile(u"/no/such/folder/job.yml"_s));
    }

    void theSnapshotNamesEveryRule()
    {
        SubmitDraft draft;
        fill(draft);
        SnapshotModel model;
        QAbstractItemModelTester tester(&model, failing);
        QVERIFY(draft.listing());
        model.setListing(*draft.listing());
        QStringList lines;
        for (int row = 0; row < model.rowCount(); ++row)
            lines += model.index(row, 0).data().toString() + u" | "_s + model.index(row, 2).data().toString();
        QVERIFY2(lines.contains(u"data/ | Left out by .amlignore:1 (data/)"_s), qPrintable(lines.join(u'\n')));
        QVERIFY2(lines.contains(u"old.log | Left out by .amlignore:2 (*.log)"_s), qPrintable(lines.join(u'\n')));
        QVERIFY(lines.contains(u"train.py | Sent"_s));
        QCOMPARE(model.index(0, 0).data(SnapshotModel::SentRole).toBool(), true);
    }

    void submittingReportsAndStops()
    {
        FakeJobService service;
        Submission submission;
        Job job;
        job.command = u"python train.py"_s;
        submission.start(service, job);
        QCOMPARE(submission.state(), Submission::State::Working);
        QCOMPARE(service.onSubmit.lastArg<0>(), job);
        QVERIFY(!service.reviewed);
        service.progress({SubmitProgress::Step::Uploading, 1'200'000, 3'400'000});
        QCOMPARE(Submission::progressText(submission.progress()), u"Uploading: 1.2 MB of 3.4 MB"_s);
        submission.work()->cancel();
        QCOMPARE(submission.state(), Submission::State::Idle);
        QVERIFY(service.onSubmit.calls.last().isCanceled());
        QSignalSpy submitted(&submission, &Submission::submitted);
        submission.start(service, job);
        service.onSubmit.resolveLast(failure(ErrorKind::Rejected, u"No."_s));
        QTRY_COMPARE(submission.state(), Submission::State::Failed);
        QCOMPARE(submission.error().text, u"No."_s);
        const CodeFiles files{u"/code"_s, {{u"train.py"_s, 12, 34}}};
        submission.start(service, job, files);
        QCOMPARE(service.reviewed, files); // the sent files are the reviewed files
        Run run;
        run.id = u"calm-finch"_s;
        service.onSubmit.resolveLast(run);
        QTRY_COMPARE(submitted.count(), 1);
        QCOMPARE(submission.run().id, u"calm-finch"_s);
    }
};

QTEST_GUILESS_MAIN(TestSubmitDraft)
#include "tst_submitdraft.moc"
