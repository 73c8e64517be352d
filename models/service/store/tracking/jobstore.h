// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/store/database/connection.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace Roost::Service::Store {

/// What is stored of a job beside its run.
struct JobRow
{
    qint64 run = 0;       // RunRow::seq
    QByteArray spec;      // JSON of the job
    QString codeHash;     // folder below code/; empty for no code
    QByteArray submitted; // the request as it came
    bool cancelRequested = false;
    QByteArray gpus; // JSON list of numbers
};

/// A job of a run that is over, with what may hold a secret.
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

    /// The run must exist and have no job yet. New jobs are not canceled and have no GPUs.
    void insert(const JobRow &job);
    /// Nothing if the run has no job.
    std::optional<JobRow> find(qint64 run) const;
    void setGpus(qint64 run, const QByteArray &gpus);
    void requestCancel(const QString &runId);
    /// The job of the run holds no secret.
    void setMasked(qint64 run);
    /// Replaces the job by one whose secrets are masked.
    void setMasked(qint64 run, const QByteArray &spec, const QByteArray &submitted);
    /// Jobs of runs that are over and that `setMasked` was not called for.
    QList<UnmaskedJob> unmasked() const;

private:
    Connection &m_connection;
};

} // namespace Roost::Service::Store
