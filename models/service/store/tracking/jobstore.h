// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/store/database/connection.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace Roost::Service::Store {

/// The stored data of a job, in addition to its run.
struct JobRow
{
    qint64 run = 0;       // RunRow::seq
    QByteArray spec;      // JSON of the job
    QString codeHash;     // relative to code/; empty means no code
    QByteArray submitted; // the unchanged request
    bool cancelRequested = false;
    QByteArray gpus; // JSON list of numbers
};

/// A job of a run that is over, with the parts that may contain secrets.
struct UnmaskedJob
{
    qint64 run = 0;
    QString runId;
    QByteArray spec;
    QByteArray submitted;
};

/// The jobs of runs, within one transaction: use it inside Database::read or Database::write. Methods throw
/// DatabaseFailure.
class JobStore
{
public:
    explicit JobStore(Connection &connection)
        : m_connection(connection)
    {
    }

    /// Inserts the job of a run, which must exist and have no job yet. The new job is not canceled and has no GPUs.
    void insert(const JobRow &job);
    /// Returns nullopt if the run has no job.
    std::optional<JobRow> find(qint64 run) const;
    void setGpus(qint64 run, const QByteArray &gpus);
    void requestCancel(const QString &runId);
    /// Records that the job of the run contains no secret.
    void setMasked(qint64 run);
    /// Replaces the job by a version in which the secrets are masked.
    void setMasked(qint64 run, const QByteArray &spec, const QByteArray &submitted);
    /// Returns the jobs of runs that are over for which `setMasked` was not called.
    QList<UnmaskedJob> unmasked() const;

private:
    Connection &m_connection;
};

} // namespace Roost::Service::Store
