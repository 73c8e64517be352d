// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/run.h"
#include "models/core/values.h"
#include "models/service/store/database/connection.h"

#include <QString>

#include <optional>

namespace Roost::Service::Store {

/// A run as stored in its row, without params, tags, properties and metrics. Both protocols use the same row.
struct RunRow
{
    qint64 seq = 0; // by which params, tags and metrics refer to the run
    QString id;
    qint64 experiment = 0;
    QString experimentName;
    QString artifactLocation; // of the experiment
    QString displayName;
    QString description;
    RunStatus status = RunStatus::NotStarted;
    bool isJob = false;
    QString user;
    QDateTime created;
    QDateTime started; // invalid if it has not started
    QDateTime ended;   // invalid if it has not ended
    QString errorText;
    bool deleted = false;
};

struct NewRun
{
    QString id; // if empty, RunStore::inventId()
    qint64 experiment = 0;
    QString displayName; // if empty, a name is generated
    QString description;
    RunStatus status = RunStatus::Running;
    bool isJob = false;
    QString user;
    std::optional<qint64> createdMs; // if nullopt, the current time
    std::optional<qint64> startedMs;
    StringMap tags;
    StringMap properties;
};

/// Returns whether a client archived the run that has these properties.
bool isArchived(const StringMap &properties);

/// The rows of runs and of the data that belongs to them, within one transaction: use it inside Database::read or
/// Database::write, and bump "runs/<id>" after the commit. Methods throw DatabaseFailure; mistakes of the caller are
/// returned in a Result.
class RunStore
{
public:
    explicit RunStore(Connection &connection)
        : m_connection(connection)
    {
    }

    /// Conflict if the id is taken.
    Result<RunRow> create(const NewRun &run);
    /// Also finds deleted runs. NotFound if there is no such run.
    Result<RunRow> find(const QString &id) const;
    /// Returns the run with this number, which must exist.
    RunRow bySeq(qint64 seq) const;
    /// Returns the runs with these numbers, in this order; a run that does not exist is left out.
    QList<RunRow> bySeqs(const QList<qint64> &seqs) const;
    /// Returns runs, newest first and without deleted ones. If `experimentName` is empty, the runs of all experiments.
    /// `before` is the seq of the last run of the previous page, 0 for the first page.
    QList<RunRow> list(const QString &experimentName, bool activeOnly, qint64 before, int limit) const;
    /// Returns the runs that are neither terminal nor deleted; if `jobsOnly`, only jobs.
    QList<RunRow> active(bool jobsOnly) const;
    /// Removes the row with all data that belongs to it.
    void remove(qint64 seq);

    /// Sets the status; for the state machine of jobs. Sets the start when the run first enters Running, and the end if
    /// `status` is terminal.
    void setStatus(qint64 seq, RunStatus status, qint64 atMs, const QString &errorText = {});
    /// Sets the status that a client reports of a run that is not a job. `endedMs` is the end of the run if the client
    /// reports it; otherwise a terminal status ends the run now.
    void setReportedStatus(qint64 seq, RunStatus status, std::optional<qint64> endedMs);
    void setEnd(qint64 seq, qint64 endedMs);
    /// Moves the run to the trash, or back.
    void setDeleted(qint64 seq, bool deleted);
    /// Marks the run as changed now.
    void touch(qint64 seq);
    void setErrorText(qint64 seq, const QString &text);
    /// Returns the number of runs that are in progress, are not jobs, and were changed since then.
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
    /// The tag mlflow.runName also sets the display name, mlflow.note.content also sets the description.
    void setTag(qint64 seq, const QString &key, const QString &value);
    /// Removes the tag. Returns whether it existed.
    bool removeTag(qint64 seq, const QString &key);
    void setProperty(qint64 seq, const QString &key, const QString &value);
    /// Does nothing if the property does not exist.
    void removeProperty(qint64 seq, const QString &key);
    /// Sets PropertyName::archived.
    void setArchived(qint64 seq, bool archived);

    /// Returns a new id of a run in MLflow's form: 32 hexadecimal digits.
    static QString inventId();

private:
    Connection &m_connection;
};

} // namespace Roost::Service::Store
