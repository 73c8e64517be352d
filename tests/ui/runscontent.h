// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/workspace/workspacesession.h"
#include "tests/support/fakecontent.h"
#include "tests/support/wait.h"
#include "ui/navigation/navigator.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QDir>
#include <QTest>
#include <QWidget>

#include <cmath>

namespace Roost::Testing {

/// Records what a page requests from the shell.
class RecordingNavigator : public Ui::Navigator
{
public:
    QStringList opened;
    QList<Job> wizards;
    QStringList notices;
    std::function<void()> offered; // the action of the last notice
    QList<std::shared_ptr<Items::LongWork>> works;

    /// Records "runs", "runs EXPERIMENT", "run ID", "environments NAME:VERSION", followed by " new" for a new window.
    void go(const Ui::Location &location, Where where) override
    {
        QString words = location.page;
        if (!location.name.isEmpty())
            words += QLatin1Char(' ') + location.name;
        if (!location.version.isEmpty())
            words += QLatin1Char(':') + location.version;
        opened += words + (where == Where::NewWindow ? QStringLiteral(" new") : QString());
    }
    void openWizard(const Job &prefill) override { wizards += prefill; }
    void notify(const QString &text, Ui::Notice, const QString &, std::function<void()> act) override
    {
        notices += text;
        offered = std::move(act);
    }
    void notify(const Error &error, const QString &, std::function<void()>) override { notices += error.text; }
    void track(std::shared_ptr<Items::LongWork> work) override { works += work; }
};

/// Makes `run` a failed run of four ranks: rank 3 failed first or, if `tied`, ranks 1 and 2 at the same moment.
inline void breakRanks(Run &run, FakeContent &content, bool tied)
{
    using namespace Qt::StringLiterals;
    const auto log = [&run](int rank) { return u"azureml-logs/70_driver_log_%1.txt"_s.arg(rank); };
    const QByteArray before = QByteArray("step 1 loss 0.4312\n").repeated(212);
    const QByteArray lines = "Traceback (most recent call last):\n"
                             "  File \"/home/ada/birds/train.py\", line 118, in <module>\n"
                             "    main()\n"
                             "  File \"/home/ada/birds/train.py\", line 51, in main\n"
                             "    import torchaudio\n"
                             "ModuleNotFoundError: No module named 'torchaudio'\n";
    run.distribution = {Distribution::Type::PyTorch, 4};
    run.tags.insert(u"roost.cause.kind"_s, u"missing-module"_s);
    CauseCandidate broken;
    broken.kind = CauseKind::MissingModule;
    broken.type = u"ModuleNotFoundError"_s;
    broken.message = u"No module named 'torchaudio'"_s;
    broken.exitCode = 1;
    broken.time = run.ended.addMSecs(-1730);
    FirstCause cause;
    for (int rank = 0; rank < 4; ++rank) {
        run.ranks += RankOutcome{rank, 1, {}, run.started, run.ended.addMSecs(tied ? 0 : -300 * rank), {}};
        const bool breaks = tied ? rank == 1 || rank == 2 : rank == 3;
        content.files[run.id + u'/' + log(rank)] = breaks ? before + lines : before;
        if (!breaks) {
            cause.followers += rank;
            continue;
        }
        broken.rank = rank;
        broken.evidence.clear();
        qint64 offset = before.size();
        for (qint64 number = 212; const QByteArray &line : lines.trimmed().split('\n')) {
            broken.evidence += EvidenceLine{log(rank), number++, offset, QString::fromUtf8(line)};
            offset += line.size() + 1;
        }
        broken.headline = 5;
        cause.candidates += broken;
        broken.type = u"FileNotFoundError"_s;
        broken.message = u"[Errno 2] No such file or directory: 'data/labels.csv'"_s;
        broken.surface = u"RuntimeError: the data set could not be loaded"_s;
    }
    cause.certainty = tied ? FirstCause::Certainty::Tied : FirstCause::Certainty::Told;
    run.cause = cause;
}

/// Adds runs in every state, as in a user's workspace after a busy day.
inline void fillWithRuns(FakeContent &content)
{
    using namespace Qt::StringLiterals;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    content.runs.reserve(64); // references to its elements are used below
    const auto add = [&](const QString &id, const QString &name, RunStatus status, int minutesAgo,
                         int seconds) -> Run & {
        Run run;
        run.id = id;
        run.displayName = name;
        run.experiment = u"pytorch-birds"_s;
        run.status = status;
        run.created = now.addSecs(-60 * minutesAgo);
        run.started = status == RunStatus::Queued ? QDateTime() : run.created.addSecs(5);
        run.ended = isTerminal(status) ? run.started.addSecs(seconds) : QDateTime();
        run.createdBy = u"jana"_s;
        run.computeName = u"local"_s;
        run.environmentName = u"AzureML-system-python:1"_s;
        run.command =
            u"python pytorch_train.py --num_epochs 25 --learning_rate 0.001 --momentum 0.9 --output_dir ./outputs"_s;
        run.codeId = u"4f1d0c9a3b6e8d7f5a2c1b0e9d8c7b6a5f4e3d2c1b0a9f8e7d6c5b4a39281706"_s;
        run.parameters = {{u"num_epochs"_s, u"25"_s}, {u"learning_rate"_s, u"0.001"_s}, {u"momentum"_s, u"0.9"_s}};
        run.tags = {{u"purpose"_s, u"baseline"_s}, {u"mlflow.runName"_s, name}};
        content.runs += run;
        return content.runs.last();
    };
    Run &live = add(u"calm_finch_42"_s, u"calm-finch-42"_s, RunStatus::Running, 3, 0);
    live.lastMetrics = {{u"loss"_s, 0.2413}, {u"accuracy"_s, 0.9312}, {u"val_loss"_s, 0.3127}, {u"lr"_s, 0.001}};
    live.phases = {{Phase::Preparing, live.created, live.created.addSecs(4)},
                   {Phase::Scaling, live.created.addSecs(4), live.created.addSecs(5)},
                   {Phase::Running, live.created.addSecs(5), {}}};
    live.environmentVariables = {{u"OMP_NUM_THREADS"_s, u"4"_s}};
    Run &queued = add(u"bold_heron_7"_s, u"bold-heron-7"_s, RunStatus::Queued, 1, 0);
    queued.queueReason = u"Waiting for a free slot: 2 of 2 in use."_s;
    Run &failed = add(u"sad_crow_13"_s, u"sad-crow-13"_s, RunStatus::Failed, 40, 72);
    failed.errorText =
        u"Rank 1 ended with exit code 1: RuntimeError: CUDA out of memory. Tried to allocate 2.00 GiB."_s;
    failed.distribution = {Distribution::Type::PyTorch, 2};
    failed.ranks = {{0, {}, 15, failed.started, failed.ended, {}},
                    {1, 1, {}, failed.started, failed.ended.addSecs(-2), {}}};
    failed.phases = {{Phase::Preparing, failed.created, failed.created.addSecs(4)},
                     {Phase::Scaling, failed.created.addSecs(4), failed.started},
                     {Phase::Running, failed.started, failed.ended.addSecs(-1)},
                     {Phase::PostProcessing, failed.ended.addSecs(-1), failed.ended}};
    Run &done = add(u"proud_owl_3"_s, u"proud-owl-3"_s, RunStatus::Completed, 95, 3721);
    done.lastMetrics = {{u"loss"_s, 0.1032}, {u"accuracy"_s, 0.9712}};
    add(u"late_swift_9"_s, u"late-swift-9"_s, RunStatus::Canceled, 300, 12);
    for (int i = 0; i < 30; ++i) {
        Run &old = add(u"sweep_%1"_s.arg(i), u"sweep-%1"_s.arg(i),
                       i % 7 == 3 ? RunStatus::Failed : RunStatus::Completed, 1500 + 61 * i, 300 + 17 * i);
        old.experiment = u"lr-sweep"_s;
        old.lastMetrics = {{u"loss"_s, 0.5 / (i + 1)}, {u"accuracy"_s, 0.8 + 0.005 * i}};
        if (i == 3 || i == 10)
            breakRanks(old, content, i == 10);
    }

    for (const auto *key : {u"loss", u"accuracy", u"val_loss", u"lr"}) {
        const QString name = QString::fromUtf16(key);
        QList<MetricPoint> points;
        for (int step = 0; step < 400; ++step) {
            const double noise = 0.05 * std::sin(step * 12.9898) * std::cos(step * 7.23);
            double value = name == u"accuracy"_s ? 0.94 - 0.6 * std::exp(-step / 60.0) + noise / 3
                                                 : 0.2 + 1.9 * std::exp(-step / 70.0) + noise;
            if (name == u"lr"_s)
                value = step < 200 ? 0.001 : 0.0001;
            points.append({value, live.created.toMSecsSinceEpoch() + 400 * step, step});
        }
        content.metrics[u"calm_finch_42/"_s + name] = points;
    }
    QByteArray log;
    log += "Training on cpu with 4 threads\n";
    for (int epoch = 0; epoch < 120; ++epoch) {
        log += "\x1b[1mEpoch " + QByteArray::number(epoch) + "/119\x1b[0m\n";
        log += "  0%|          | 0/61\r 50%|#####     | 30/61\r100%|##########| 61/61 [00:02<00:00, 23.1it/s]\n";
        log += "train loss: " + QByteArray::number(1.0 / (epoch + 1), 'f', 4) + " acc: \x1b[32m0.93\x1b[0m\n";
        if (epoch == 60)
            log += "/usr/lib/python3/dist-packages/torch/optim/lr_scheduler.py:136: UserWarning: Detected call of "
                   "`lr_scheduler.step()` before `optimizer.step()`. In PyTorch 1.1.0 and later, you should call them "
                   "in the opposite order.\n";
    }
    content.files[u"calm_finch_42/azureml-logs/70_driver_log.txt"_s] = log;
    content.files[u"calm_finch_42/azureml-logs/20_image_build_log.txt"_s] = "Using the system interpreter.\n";
    content.files[u"calm_finch_42/outputs/model.pt"_s] = QByteArray(44'000'00, 'm');
    content.files[u"calm_finch_42/outputs/model.onnx"_s] = QByteArray(420'000, 'o');
    content.files[u"calm_finch_42/outputs/checkpoints/epoch_10.pt"_s] = QByteArray(90'000, 'c');
    content.files[u"calm_finch_42/logs/events.out.tfevents"_s] = QByteArray(12'345, 't');
    const QByteArray trouble =
        log.first(4000) +
        "Traceback (most recent call last):\n  File \"pytorch_train.py\", line 214, in <module>\n    main()\n"
        "  File \"pytorch_train.py\", line 187, in main\n    model, history = fine_tune_model(args.num_epochs)\n"
        "  File \"pytorch_train.py\", line 121, in train_model\n    loss.backward()\n"
        "RuntimeError: CUDA out of memory. Tried to allocate 2.00 GiB.\n";
    content.files[u"sad_crow_13/azureml-logs/70_driver_log_0.txt"_s] = log.first(4000);
    content.files[u"sad_crow_13/azureml-logs/70_driver_log_1.txt"_s] = trouble;
    Job job;
    job.name = u"calm_finch_42"_s;
    job.displayName = u"calm-finch-42"_s;
    job.experiment = u"pytorch-birds"_s;
    job.command = live.command;
    job.compute = u"local"_s;
    job.environment.name = u"AzureML-system-python"_s;
    job.environment.version = u"1"_s;
    content.jobs[u"calm_finch_42"_s] = job;
    content.info.name = u"Birds"_s;
}

/// Opens a session of the workspace.
inline std::unique_ptr<Items::WorkspaceSession> openSession(const std::shared_ptr<Workspace> &workspace)
{
    auto session =
        std::make_unique<Items::WorkspaceSession>(QStringLiteral("/tmp/birds"), QStringLiteral("Birds"), [workspace] {
            return readyFuture<std::shared_ptr<Workspace>>(workspace);
        });
    session->open();
    [[maybe_unused]] const bool is = QTest::qWaitFor([&] { return session->workspace() != nullptr; });
    return session;
}

/// Saves a picture of `widget` in the folder that ROOST_GRABS names, for visual inspection.
inline void grabTo(QWidget &widget, const QString &name)
{
    const QString folder = qEnvironmentVariable("ROOST_GRABS");
    if (folder.isEmpty())
        return;
    QDir().mkpath(folder);
    drainEvents();
    widget.grab().save(folder + QLatin1Char('/') + name + QStringLiteral(".png"));
}

} // namespace Roost::Testing
