// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"
#include "models/core/run.h"

#include <optional>

namespace Roost::Service::Store {
class Connection;
} // namespace Roost::Service::Store

namespace Roost::Service::Jobs {

/// Names of the run properties that jobs keep. The first cause is kept as tags besides, for MLflow clients:
/// roost.cause (a sentence), roost.cause.kind (a word of CauseKind) and roost.cause.rank (absent where several tie).
namespace JobProperty {
inline constexpr auto exitCode = QLatin1StringView("roost.exitCode");
inline constexpr auto queueReason = QLatin1StringView("roost.queueReason");
inline constexpr auto held = QLatin1StringView("roost.held");
inline constexpr auto phases = QLatin1StringView("roost.phases");
inline constexpr auto ranks = QLatin1StringView("roost.ranks");
inline constexpr auto cause = QLatin1StringView("roost.cause");
} // namespace JobProperty

/// A job of the local service as the database has it.
struct JobRecord
{
    /// What metrics, tags and properties of the run refer to.
    qint64 seq = 0;
    /// As submitted; `name` is the run's id, `environment` holds what its name stood for then, `codePath` is empty.
    Job job;
    /// Folder below code/; empty for no code.
    QString codeHash;
    /// The request as it came.
    QByteArray submitted;

    RunStatus status = RunStatus::NotStarted;
    bool cancelRequested = false;
    QDateTime created;
    /// Running began, and the end came; invalid where not yet.
    QDateTime started;
    QDateTime ended;
    /// One sentence; empty unless Failed.
    QString errorText;
    QString queueReason;
    /// It starts only at the user's word.
    bool held = false;
    QList<PhaseTimes> phases;
    QList<RankOutcome> ranks;
    /// Once it is over, where something broke it.
    std::optional<FirstCause> cause;
    /// Which of the machine's GPUs it was given.
    QList<int> gpus;

    /// 1 without a distribution, else nodes times processes on each.
    int processCount() const;
    /// Whether the request says that the output is one file: the command gets its path, in a folder that is there.
    bool isFileOutput(const QString &name) const;
    bool operator==(const JobRecord &) const = default;
};

/// Jobs in the database, for use inside Database::read and Database::write.
namespace JobRows {

/// Makes the run and the job. Conflict when the id is taken, Rejected when the experiment was deleted.
Result<JobRecord> create(Store::Connection &connection, const JobRecord &record);
/// NotFound when there is no run of that id, or it was not submitted as a job.
Result<JobRecord> find(Store::Connection &connection, const QString &runId);
/// Those that are not over, oldest first.
QList<JobRecord> active(Store::Connection &connection);
/// Status, error, phases, ranks, reason for waiting, GPUs, and `exitCode` where it is known.
void save(Store::Connection &connection, const JobRecord &record, const QDateTime &at,
          std::optional<int> exitCode = {});
/// Of a run that is over: neither the job nor the request as it came tell a secret any more.
void forgetSecrets(Store::Connection &connection, const JobRecord &record);
/// Those that are over and for which that was never done, with `seq`, `job` and `submitted` alone.
QList<JobRecord> withSecretsKept(Store::Connection &connection);
void requestCancel(Store::Connection &connection, const QString &runId);

} // namespace JobRows

/// The job as the column `spec` keeps it: every field but the folder its code came from and the parts that
/// JobRecord::submitted holds.
QByteArray specOf(Job job);
Job jobOfSpec(const QByteArray &spec);

} // namespace Roost::Service::Jobs
