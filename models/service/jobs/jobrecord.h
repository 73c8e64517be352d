// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"
#include "models/core/run.h"

#include <optional>

namespace Roost::Service {

class Connection;

/// A job of the local service as the database has it.
struct JobRecord
{
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
    QList<PhaseTimes> phases;
    QList<RankOutcome> ranks;
    /// Which of the machine's GPUs it was given.
    QList<int> gpus;

    /// 1 without a distribution, else nodes times processes on each.
    int processCount() const;
    bool operator==(const JobRecord &) const = default;
};

/// Jobs in the database, for use inside Database::read and Database::write.
std::optional<JobRecord> jobRecord(Connection &connection, const QString &runId);
/// Those that are not over, oldest first.
QList<JobRecord> activeJobRecords(Connection &connection);

/// Forms of run properties (roost.phases, roost.ranks), readable by whoever has the run alone.
QByteArray phasesToJson(const QList<PhaseTimes> &phases);
QList<PhaseTimes> phasesFromJson(const QByteArray &json);
QByteArray ranksToJson(const QList<RankOutcome> &ranks);
QList<RankOutcome> ranksFromJson(const QByteArray &json);

/// A job as the database keeps it.
QByteArray jobToJson(const Job &job);
Job jobFromJson(const QByteArray &json);

} // namespace Roost::Service
