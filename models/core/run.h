// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/cause.h"
#include "models/core/job.h"
#include "models/core/values.h"

namespace Roost {

/// The states of Azure ML (JobStatus of mfe.json and of run history). Any other word is Unknown, which is not terminal.
enum class RunStatus {
    NotStarted,
    Queued,
    Preparing,
    Provisioning,
    Starting,
    Running,
    Finalizing,
    CancelRequested,
    Completed,
    Failed,
    Canceled,
    NotResponding,
    Paused,
    Unknown,
};

QString toWord(RunStatus status);
RunStatus runStatusFromWord(QStringView word);
/// Returns whether the state is final: Completed, Failed or Canceled.
bool isTerminal(RunStatus status);

/// The phases of a run, in order.
enum class Phase { Preparing, Scaling, Running, PostProcessing };

std::optional<Phase> phaseOf(RunStatus status);
QString toWord(Phase phase);
std::optional<Phase> phaseFromWord(QStringView word);

/// When a phase began and ended. `left` is invalid until the phase ends, `entered` until it begins.
struct PhaseTimes
{
    Phase phase = Phase::Preparing;
    QDateTime entered;
    QDateTime left;
    bool operator==(const PhaseTimes &) const = default;
};

/// How one process of a run ended. `exitCode` is empty while the process runs, and if a signal ended it.
struct RankOutcome
{
    int rank = 0;
    std::optional<int> exitCode;
    std::optional<int> signal;
    QDateTime started;
    QDateTime ended;
    /// The last line of the process's log, truncated to a few hundred characters.
    QString lastLine;
    bool operator==(const RankOutcome &) const = default;
};

/// How far a run is, as its log states it: a progress bar, or numbered epochs or steps.
struct RunProgress
{
    double done = 0;
    double total = 0;
    QString unit; // "epoch", "step", "it"
    /// The estimated seconds to the end; empty if not known.
    std::optional<double> secondsLeft;
    bool operator==(const RunProgress &) const = default;
};

/// The resources that a run has used so far, over all its ranks. Sizes are in bytes, -1 if not measured; percentages
/// are from 0 to 100.
struct RunResources
{
    qint64 peakMemory = -1;
    qint64 peakGpuMemory = -1;
    std::optional<double> meanProcessorPercent;
    std::optional<double> meanGpuPercent;
    bool operator==(const RunResources &) const = default;
};

/// A run in run history: what was requested and what happened. Times are in UTC, invalid if not known yet.
struct Run
{
    QString id;
    QString displayName;
    QString experiment;
    QString description;
    RunStatus status = RunStatus::NotStarted;
    QDateTime created;
    QDateTime started;
    QDateTime ended;
    QString createdBy;
    QString computeName;     // empty for a serverless run, and for one logged by an MLflow client
    QString environmentName; // name:version; empty if not known
    QString command;         // empty for a run that was logged, not submitted
    QString codeId;
    Distribution distribution;
    int nodeCount = 1;
    StringMap parameters;
    StringMap tags;
    StringMap properties;
    StringMap environmentVariables;
    /// The last value of each metric.
    QMap<QString, double> lastMetrics;
    /// Why the run waits ("waiting for a free slot: 2 of 2 in use"); empty if it does not wait.
    QString queueReason;
    /// Why the run failed, in one sentence; empty otherwise.
    QString errorText;
    QList<PhaseTimes> phases;
    QList<RankOutcome> ranks;
    /// The first cause of the failure, if the workspace determined one.
    std::optional<FirstCause> cause;
    std::optional<RunProgress> progress;
    std::optional<RunResources> resources;

    bool operator==(const Run &) const = default;
};

/// A file of a run that can be read in ranges: a log or an output. `path` is relative to the run
/// ("azureml-logs/70_driver_log.txt", "outputs/model.pt"). `url` may expire; request a new FileRef then.
struct FileRef
{
    QString path;
    QString url;
    bool operator==(const FileRef &) const = default;
};

/// An entry of the artifact list. `size` is -1 if the back end does not report it.
struct Artifact
{
    QString path;
    qint64 size = -1;
    QDateTime created;
    bool operator==(const Artifact &) const = default;
};

/// One logged value. `timestamp` is in milliseconds since 1970. The value may be NaN or infinite.
struct MetricPoint
{
    double value = 0;
    qint64 timestamp = 0;
    qint64 step = 0;
    bool operator==(const MetricPoint &) const = default;
};

} // namespace Roost
