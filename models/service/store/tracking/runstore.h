// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/run.h"
#include "models/core/values.h"
#include "models/service/store/database/connection.h"

#include <QString>

#include <optional>

namespace Roost::Service::Store {

/// A run as its row stores it, without params, tags, properties and metrics. One row for both protocols.
struct RunRow
{
    qint64 seq = 0; // params, tags and metrics refer to it
    QString id;
    qint64 experiment = 0;
    QString experimentName;
    QString artifactLocation; // of the experiment
    QString displayName;
    QString description;
    RunStatus status = RunStatus::NotStarted;
    bool isJob = false;
    QString user;
    qint64 createdMs = 0;
    std::optional<qint64> startedMs;
    std::optional<qint64> endedMs;
    qint64 updatedMs = 0;
    QString errorText;
    bool deleted = false;
};

struct NewRun
{
    QString id; // empty: RunStore::inventId()
    qint64 experiment = 0;
    QString displayName; // empty: an invented one
    QString description;
    RunStatus status = RunStatus::Running;
    bool isJob = false;
    QString user;
    std::optional<qint64> createdMs; // now
    std::optional<qint64> startedMs;
    StringMap tags;
    StringMap properties;
};

/// The rows of runs and what hangs on them, within one transaction: use it inside Database::read or Database::write
/// and bump "runs/<id>" after the commit. Methods throw DatabaseFailure; what a caller may get wrong is a Result.
class RunStore
{
public:
    explicit RunStore(Connection &connection)
        : m_connection(connection)
    {
    }

    /// Conflict when the id is taken.
    Result<RunRow> create(const NewRun &run);
    /// NotFound when there is none. Deleted runs are found.
    Result<RunRow> find(const QString &id) const;
    /// The run with this number, which must exist.
    RunRow bySeq(qint64 seq) const;
    /// Newest first, without deleted runs. `experimentName` may be empty: all. `before` is the seq of the last run of
    /// the previous page, 0 for the first page.
    QList<RunRow> list(const QString &experimentName, bool activeOnly, qint64 before, int limit) const;
    /// Runs that are neither terminal nor deleted; only jobs where `jobsOnly`.
    QList<RunRow> active(bool jobsOnly) const;
    /// Removes the row with all that hangs on it.
    void remove(qint64 seq);

    /// For the state machine of jobs. Sets the start when the run first enters Running, and the end when `status` is
    /// terminal.
    void setStatus(qint64 seq, RunStatus status, qint64 atMs, const QString &errorText = {});
    /// As a client of a run that is not a job reports its status. `endedMs` is when it ended, where the client states
    /// it; a terminal status ends the run now otherwise.
    void setReportedStatus(qint64 seq, RunStatus status, std::optional<qint64> endedMs);
    void setEnd(qint64 seq, qint64 endedMs);
    void setDeleted(qint64 seq, bool deleted);
    /// Marks the run as changed now.
    void touch(qint64 seq);
    void setErrorText(qint64 seq, const QString &text);
    /// How many runs that are not jobs are in progress and were changed since then.
    int countLogging(qint64 sinceMs) const;
    /// Sets the display name and its tag mlflow.runName.
    void rename(qint64 seq, const QString &name);
    /// Sets the description and its tag mlflow.note.content.
    void setDescription(qint64 seq, const QString &text);

    StringMap params(qint64 seq) const;
    std::optional<QString> param(qint64 seq, const QString &key) const;
    StringMap tags(qint64 seq) const;
    StringMap properties(qint64 seq) const;
    void setParam(qint64 seq, const QString &key, const QString &value);
    /// mlflow.runName renames the run, mlflow.note.content describes it.
    void setTag(qint64 seq, const QString &key, const QString &value);
    /// Returns whether the tag existed.
    bool removeTag(qint64 seq, const QString &key);
    void setProperty(qint64 seq, const QString &key, const QString &value);
    /// Does nothing if the property does not exist.
    void removeProperty(qint64 seq, const QString &key);

    /// A new id of a run as MLflow makes them: 32 hexadecimal digits.
    static QString inventId();

private:
    Connection &m_connection;
};

} // namespace Roost::Service::Store
