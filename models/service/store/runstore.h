// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/run.h"
#include "models/core/values.h"
#include "models/service/store/database.h"

#include <QString>

namespace Roost::Service::Store {

/// A run as its row holds it, without the lists that hang on it. One row for both protocols.
struct RunRow
{
    qint64 seq = 0; // what params, tags, metrics refer to
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
    QString id; // empty: 32 hexadecimal digits
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

struct LatestMetric
{
    QString key;
    MetricPoint point;
};

/// Rows of runs and what hangs on them. Functions of one transaction: call them inside Database::read or
/// Database::write, bump "runs/<id>" afterwards. They throw DatabaseFailure; what a caller may get wrong is a Result.
namespace Runs {

/// The experiment of this name, made when it is absent; Rejected when it is deleted.
Result<qint64> experimentNamed(Connection &connection, const QString &name);

/// Conflict when the id is taken.
Result<RunRow> create(Connection &connection, const NewRun &run);
/// NotFound when there is none. Deleted ones are found.
Result<RunRow> find(Connection &connection, const QString &id);
/// By its number, which must be of a run that is there.
RunRow bySeq(Connection &connection, qint64 seq);
/// Newest first, deleted ones left out; `before` is the seq of the last one seen, 0 for the first page.
QList<RunRow> list(Connection &connection, const QString &experimentName, bool activeOnly, qint64 before, int limit);
/// Runs that are not terminal and not deleted; of jobs only when `jobsOnly`.
QList<RunRow> active(Connection &connection, bool jobsOnly);
/// Removes the row with all that hangs on it.
void remove(Connection &connection, qint64 seq);

/// The state machine of jobs calls it. Sets started when Running is first entered and ended when terminal.
void setStatus(Connection &connection, qint64 seq, RunStatus status, qint64 atMs, const QString &errorText = {});
/// The display name and its tag mlflow.runName.
void rename(Connection &connection, qint64 seq, const QString &name);
void setDescription(Connection &connection, qint64 seq, const QString &text);

StringMap params(Connection &connection, qint64 seq);
StringMap tags(Connection &connection, qint64 seq);
StringMap properties(Connection &connection, qint64 seq);
void setParam(Connection &connection, qint64 seq, const QString &key, const QString &value);
/// mlflow.runName renames the run, mlflow.note.content describes it.
void setTag(Connection &connection, qint64 seq, const QString &key, const QString &value);
/// Says whether there was one.
bool removeTag(Connection &connection, qint64 seq, const QString &key);
void setProperty(Connection &connection, qint64 seq, const QString &key, const QString &value);
/// Nothing where there is none.
void removeProperty(Connection &connection, qint64 seq, const QString &key);

QList<LatestMetric> latestMetrics(Connection &connection, qint64 seq);

/// Points of one series in order of arrival, behind the `after`-th; at most `limit`. `after` + their number
/// is the next `after`.
QList<MetricPoint> metricPoints(Connection &connection, qint64 seq, const QString &key, qint64 after, int limit);

/// A point to log. Repeats of (key, step, timestamp, value) are dropped.
struct MetricEntry
{
    std::string_view key; // UTF-8
    MetricPoint point;
};
/// Says how many were new.
qint64 logMetrics(Connection &connection, qint64 seq, const std::vector<MetricEntry> &entries);

/// MLflow's id of a run, 32 hexadecimal digits.
QString inventId();

} // namespace Runs

} // namespace Roost::Service::Store
