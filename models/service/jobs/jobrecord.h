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

/// A job of the local service as stored in the database.
struct JobRecord
{
    /// The key by which metrics, tags and properties refer to the run.
    qint64 seq = 0;
    /// The job as submitted, with these differences: `name` is the id of the run, `environment` contains the definition
    /// that the name had at that time, `codePath` is empty.
    Job job;
    /// The folder below code/; empty means no code.
    QString codeHash;
    /// The unchanged request.
    QByteArray submitted;

    RunStatus status = RunStatus::NotStarted;
    bool cancelRequested = false;
    QDateTime created;
    /// The time at which the status became Running, and the time at which the job ended; invalid until then.
    QDateTime started;
    QDateTime ended;
    /// One sentence; empty unless the status is Failed.
    QString errorText;
    QString queueReason;
    /// Whether the job waits until the user starts it.
    bool held = false;
    QList<PhaseTimes> phases;
    QList<RankOutcome> ranks;
    /// Set when the job is over, if it failed for a known cause.
    std::optional<FirstCause> cause;
    /// The GPUs of this machine that the job may use.
    QList<int> gpus;

    /// Returns whether the request declares the output as one file. The command then receives the path of the file, in
    /// an existing folder.
    bool isFileOutput(const QString &name) const;
    bool operator==(const JobRecord &) const = default;
};

/// Jobs in the database, for use inside Database::read and Database::write.
namespace JobRows {

/// Creates the run and the job. Conflict if the id is taken, Rejected if the experiment was deleted.
Result<JobRecord> create(Store::Connection &connection, const JobRecord &record);
/// NotFound if no run has this id, or if the run was not submitted as a job.
Result<JobRecord> find(Store::Connection &connection, const QString &runId);
/// Returns the jobs that are not over, oldest first.
QList<JobRecord> active(Store::Connection &connection);
/// Saves status, error, phases, ranks, the reason for waiting, GPUs, and `exitCode` if it is known.
void save(Store::Connection &connection, const JobRecord &record, const QDateTime &at,
          std::optional<int> exitCode = {});
/// Masks all secrets in the job and in the original request. For a run that is over.
void forgetSecrets(Store::Connection &connection, const JobRecord &record);
/// Returns the jobs that are over but whose secrets were never masked. Only `seq`, `job` and `submitted` are set.
QList<JobRecord> withSecretsKept(Store::Connection &connection);
void requestCancel(Store::Connection &connection, const QString &runId);

} // namespace JobRows

/// Returns the job in the format of the column `spec`: every field except the source folder of its code and the parts
/// that are stored in JobRecord::submitted.
QByteArray specOf(Job job);
Job jobOfSpec(const QByteArray &spec);

} // namespace Roost::Service::Jobs
