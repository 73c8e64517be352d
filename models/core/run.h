// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/cause.h"
#include "models/core/job.h"
#include "models/core/values.h"

namespace Roost {

/// Azure ML's own words (JobStatus of mfe.json and run history); any other word is Unknown: keep polling.
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
/// Completed, Failed and Canceled: nothing will change any more.
bool isTerminal(RunStatus status);

/// The phases as the article names them, in the order in which a run walks through them.
enum class Phase { Preparing, Scaling, Running, PostProcessing };

std::optional<Phase> phaseOf(RunStatus status);

/// When a phase was entered and left; `left` is invalid while it lasts, `entered` while it has not come.
struct PhaseTimes
{
    Phase phase = Phase::Preparing;
    QDateTime entered;
    QDateTime left;
    bool operator==(const PhaseTimes &) const = default;
};

/// How one process of a run ended. `exitCode` is empty while it runs or when a signal ended it.
struct RankOutcome
{
    int rank = 0;
    std::optional<int> exitCode;
    std::optional<int> signal;
    QDateTime started;
    QDateTime ended;
    /// What stood last in its log then, cut to a few hundred characters.
    QString lastLine;
    bool operator==(const RankOutcome &) const = default;
};

/// A run of run history: what was asked for and how it went. Times are UTC, invalid where not yet known.
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
    QString computeName;     // empty: serverless, or logged from outside
    QString environmentName; // name:version; empty where not known
    QString command;         // empty for a run that was logged, not submitted
    QString codeId;
    Distribution distribution;
    int nodeCount = 1;
    StringMap parameters;
    StringMap tags;
    StringMap properties;
    StringMap environmentVariables;
    /// Last value of each metric.
    QMap<QString, double> lastMetrics;
    /// Why it waits ("waiting for a free slot: 2 of 2 in use"); empty when it does not.
    QString queueReason;
    /// Why it failed, one sentence; empty otherwise.
    QString errorText;
    QList<PhaseTimes> phases;
    QList<RankOutcome> ranks;
    /// What broke it first, where its workspace has looked.
    std::optional<FirstCause> cause;

    bool operator==(const Run &) const = default;
};

/// A file of a run that can be read by ranges: a log, an output. `path` is relative to the run
/// ("azureml-logs/70_driver_log.txt", "outputs/model.pt"); `url` may expire, so ask for fresh ones.
struct FileRef
{
    QString path;
    QString url;
    bool operator==(const FileRef &) const = default;
};

/// An entry of the artifact list. `size` is -1 where the back end lists none.
struct Artifact
{
    QString path;
    qint64 size = -1;
    QDateTime created;
    bool operator==(const Artifact &) const = default;
};

/// One logged value. `timestamp` is in milliseconds since 1970; NaN and infinities are values too.
struct MetricPoint
{
    double value = 0;
    qint64 timestamp = 0;
    qint64 step = 0;
    bool operator==(const MetricPoint &) const = default;
};

} // namespace Roost
