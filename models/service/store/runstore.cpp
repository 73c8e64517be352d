// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/store/runstore.h"

#include "models/core/job.h"
#include "models/service/store/rows.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace Roost::Service::Store::Runs {

namespace {

const QByteArray columns =
    "SELECT r.seq, r.id, r.experiment, e.name, e.artifact_location, r.display_name, r.description, r.status, "
    "r.is_job, r.user, r.created_ms, r.started_ms, r.ended_ms, r.updated_ms, r.error_text, r.deleted "
    "FROM runs r JOIN experiments e ON e.id = r.experiment ";

RunRow rowOf(const Statement &at)
{
    RunRow row;
    row.seq = at.integer(0);
    row.id = at.text(1);
    row.experiment = at.integer(2);
    row.experimentName = at.text(3);
    row.artifactLocation = at.text(4);
    row.displayName = at.text(5);
    row.description = at.text(6);
    row.status = runStatusFromWord(at.text(7));
    row.isJob = at.flag(8);
    row.user = at.text(9);
    row.createdMs = at.integer(10);
    row.startedMs = at.integerOrNull(11);
    row.endedMs = at.integerOrNull(12);
    row.updatedMs = at.integer(13);
    row.errorText = at.text(14);
    row.deleted = at.flag(15);
    return row;
}

QList<RunRow> rowsOf(Statement statement)
{
    QList<RunRow> rows;
    while (statement.next())
        rows.append(rowOf(statement));
    return rows;
}

StringMap mapOf(Statement statement)
{
    StringMap map;
    while (statement.next())
        map.insert(statement.text(0), statement.text(1));
    return map;
}

void touch(Connection &connection, qint64 seq)
{
    connection.run("UPDATE runs SET updated_ms = ?2 WHERE seq = ?1", seq, nowMs());
}

} // namespace

QString inventId()
{
    return QString::fromLatin1(QUuid::createUuid().toRfc4122().toHex());
}

Result<qint64> experimentNamed(Connection &connection, const QString &name)
{
    Statement found = connection.query("SELECT id, deleted FROM experiments WHERE name = ?1", name);
    if (found.next()) {
        if (found.flag(1)) {
            return failure(ErrorKind::Rejected,
                           u"The experiment \"%1\" was deleted. Restore it or take another name."_s.arg(name));
        }
        return found.integer(0);
    }
    const qint64 now = nowMs();
    connection.run("INSERT INTO experiments(name, artifact_location, created_ms, updated_ms) VALUES(?1, '', ?2, ?2)",
                   name, now);
    const qint64 id = connection.lastId();
    connection.run("UPDATE experiments SET artifact_location = ?2 WHERE id = ?1", id,
                   u"mlflow-artifacts:/%1"_s.arg(id));
    return id;
}

Result<RunRow> create(Connection &connection, const NewRun &run)
{
    const QString id = run.id.isEmpty() ? inventId() : run.id;
    Statement taken = connection.query("SELECT 1 FROM runs WHERE id = ?1", id);
    if (taken.next())
        return failure(ErrorKind::Conflict, u"There is a run named \"%1\" already."_s.arg(id));
    const qint64 now = nowMs();
    connection.run("INSERT INTO runs(id, experiment, display_name, description, status, is_job, user, created_ms, "
                   "started_ms, updated_ms) VALUES(?1, ?2, '', ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
                   id, run.experiment, run.description, toWord(run.status), run.isJob, run.user,
                   run.createdMs.value_or(now), run.startedMs, now);
    const qint64 seq = connection.lastId();
    for (auto it = run.tags.cbegin(); it != run.tags.cend(); ++it)
        setTag(connection, seq, it.key(), it.value());
    for (auto it = run.properties.cbegin(); it != run.properties.cend(); ++it)
        setProperty(connection, seq, it.key(), it.value());
    if (!run.displayName.isEmpty() || !run.tags.contains(u"mlflow.runName"_s))
        rename(connection, seq, run.displayName.isEmpty() ? inventJobName() : run.displayName);
    return find(connection, id);
}

Result<RunRow> find(Connection &connection, const QString &id)
{
    Statement found = connection.query(columns + "WHERE r.id = ?1", id);
    if (!found.next())
        return failure(ErrorKind::NotFound, u"There is no run \"%1\" in this workspace."_s.arg(id));
    return rowOf(found);
}

RunRow bySeq(Connection &connection, qint64 seq)
{
    Statement found = connection.query(columns + "WHERE r.seq = ?1", seq);
    found.next();
    return rowOf(found);
}

QList<RunRow> list(Connection &connection, const QString &experimentName, bool activeOnly, qint64 before, int limit)
{
    // The order of seq is that of creation.
    return rowsOf(connection.query(columns +
                                       "WHERE r.deleted = 0 AND (?1 = '' OR e.name = ?1) AND (?2 = 0 OR r.seq < ?2) "
                                       "AND (?3 = 0 OR r.status NOT IN ('Completed', 'Failed', 'Canceled')) "
                                       "ORDER BY r.seq DESC LIMIT ?4",
                                   experimentName, before, activeOnly, limit));
}

QList<RunRow> active(Connection &connection, bool jobsOnly)
{
    return rowsOf(connection.query(columns + "WHERE r.deleted = 0 AND r.status NOT IN ('Completed', 'Failed', "
                                             "'Canceled') AND (?1 = 0 OR r.is_job = 1) ORDER BY r.seq",
                                   jobsOnly));
}

void remove(Connection &connection, qint64 seq)
{
    connection.run("DELETE FROM runs WHERE seq = ?1", seq);
}

void setStatus(Connection &connection, qint64 seq, RunStatus status, qint64 atMs, const QString &errorText)
{
    connection.run("UPDATE runs SET status = ?2, error_text = ?3, updated_ms = ?4, "
                   "started_ms = CASE WHEN ?5 AND started_ms IS NULL THEN ?4 ELSE started_ms END, "
                   "ended_ms = CASE WHEN ?6 THEN coalesce(ended_ms, ?4) ELSE NULL END WHERE seq = ?1",
                   seq, toWord(status), errorText, atMs, status == RunStatus::Running, isTerminal(status));
}

void rename(Connection &connection, qint64 seq, const QString &name)
{
    connection.run("UPDATE runs SET display_name = ?2, updated_ms = ?3 WHERE seq = ?1", seq, name, nowMs());
    connection.run("INSERT OR REPLACE INTO run_tags VALUES(?1, 'mlflow.runName', ?2)", seq, name);
}

void setDescription(Connection &connection, qint64 seq, const QString &text)
{
    connection.run("UPDATE runs SET description = ?2, updated_ms = ?3 WHERE seq = ?1", seq, text, nowMs());
    connection.run("INSERT OR REPLACE INTO run_tags VALUES(?1, 'mlflow.note.content', ?2)", seq, text);
}

StringMap params(Connection &connection, qint64 seq)
{
    return mapOf(connection.query("SELECT key, value FROM run_params WHERE run = ?1", seq));
}

StringMap tags(Connection &connection, qint64 seq)
{
    return mapOf(connection.query("SELECT key, value FROM run_tags WHERE run = ?1", seq));
}

StringMap properties(Connection &connection, qint64 seq)
{
    return mapOf(connection.query("SELECT key, value FROM run_properties WHERE run = ?1", seq));
}

void setParam(Connection &connection, qint64 seq, const QString &key, const QString &value)
{
    connection.run("INSERT OR REPLACE INTO run_params VALUES(?1, ?2, ?3)", seq, key, value);
}

void setTag(Connection &connection, qint64 seq, const QString &key, const QString &value)
{
    if (key == "mlflow.runName"_L1) {
        rename(connection, seq, value);
    } else if (key == "mlflow.note.content"_L1) {
        setDescription(connection, seq, value);
    } else {
        connection.run("INSERT OR REPLACE INTO run_tags VALUES(?1, ?2, ?3)", seq, key, value);
        touch(connection, seq);
    }
}

bool removeTag(Connection &connection, qint64 seq, const QString &key)
{
    if (key == "mlflow.note.content"_L1)
        connection.run("UPDATE runs SET description = '' WHERE seq = ?1", seq);
    touch(connection, seq);
    return connection.run("DELETE FROM run_tags WHERE run = ?1 AND key = ?2", seq, key) > 0;
}

void setProperty(Connection &connection, qint64 seq, const QString &key, const QString &value)
{
    connection.run("INSERT OR REPLACE INTO run_properties VALUES(?1, ?2, ?3)", seq, key, value);
    touch(connection, seq);
}

void removeProperty(Connection &connection, qint64 seq, const QString &key)
{
    if (connection.run("DELETE FROM run_properties WHERE run = ?1 AND key = ?2", seq, key) > 0)
        touch(connection, seq);
}

} // namespace Roost::Service::Store::Runs
