// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/store/tracking/runstore.h"

#include "models/core/job.h"
#include "models/core/runkeys.h"
#include "models/service/store/database/columns.h"

#include <QHash>
#include <QUuid>

#include <limits>

using namespace Qt::StringLiterals;

namespace Roost::Service::Store {

namespace {

const QByteArray columns =
    "SELECT r.seq, r.id, r.experiment, e.name, e.artifact_location, r.display_name, r.description, r.status, "
    "r.is_job, r.user, r.created_ms, r.started_ms, r.ended_ms, r.error_text, r.deleted "
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
    row.created = timeOfMs(at.integer(10));
    row.started = timeOfMs(at.integerOrNull(11));
    row.ended = timeOfMs(at.integerOrNull(12));
    row.errorText = at.text(13);
    row.deleted = at.flag(14);
    return row;
}

QList<RunRow> rowsOf(Statement statement)
{
    QList<RunRow> rows;
    while (statement.next())
        rows.append(rowOf(statement));
    return rows;
}

} // namespace

bool isArchived(const StringMap &properties)
{
    return properties.value(PropertyName::archived) == "true"_L1;
}

QString RunStore::inventId()
{
    return QString::fromLatin1(QUuid::createUuid().toRfc4122().toHex());
}

void RunStore::touch(qint64 seq)
{
    m_connection.run("UPDATE runs SET updated_ms = ?2 WHERE seq = ?1", seq, nowMs());
}

Result<RunRow> RunStore::create(const NewRun &run)
{
    const QString id = run.id.isEmpty() ? inventId() : run.id;
    Statement taken = m_connection.query("SELECT deleted FROM runs WHERE id = ?1", id);
    if (taken.next()) {
        return failure(ErrorKind::Conflict,
                       taken.flag(0) ? u"A run named \"%1\" is in the trash. Restore it, or empty the trash."_s.arg(id)
                                     : u"A run named \"%1\" already exists."_s.arg(id));
    }
    const qint64 now = nowMs();
    m_connection.run("INSERT INTO runs(id, experiment, display_name, description, status, is_job, user, created_ms, "
                     "started_ms, updated_ms) VALUES(?1, ?2, '', ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
                     id, run.experiment, run.description, toWord(run.status), run.isJob, run.user,
                     run.createdMs.value_or(now), run.startedMs, now);
    const qint64 seq = m_connection.lastId();
    for (auto it = run.tags.cbegin(); it != run.tags.cend(); ++it)
        setTag(seq, it.key(), it.value());
    for (auto it = run.properties.cbegin(); it != run.properties.cend(); ++it)
        setProperty(seq, it.key(), it.value());
    if (!run.displayName.isEmpty() || !run.tags.contains(TagName::runName))
        rename(seq, run.displayName.isEmpty() ? inventJobName() : run.displayName);
    return find(id);
}

Result<RunRow> RunStore::find(const QString &id) const
{
    Statement found = m_connection.query(columns + "WHERE r.id = ?1", id);
    if (!found.next())
        return failure(ErrorKind::NotFound, u"There is no run \"%1\" in this workspace."_s.arg(id));
    return rowOf(found);
}

RunRow RunStore::bySeq(qint64 seq) const
{
    Statement found = m_connection.query(columns + "WHERE r.seq = ?1", seq);
    found.next();
    return rowOf(found);
}

QList<RunRow> RunStore::bySeqs(const QList<qint64> &seqs) const
{
    QHash<qint64, RunRow> found;
    Statement row = m_connection.query(columns + "WHERE r.seq IN (SELECT value FROM json_each(?1))", jsonListOf(seqs));
    while (row.next()) {
        RunRow run = rowOf(row);
        found.insert(run.seq, std::move(run));
    }
    QList<RunRow> runs;
    for (const qint64 seq : seqs) {
        if (const auto run = found.constFind(seq); run != found.cend())
            runs.append(*run);
    }
    return runs;
}

QList<RunRow> RunStore::list(const QString &experimentName, bool activeOnly, qint64 before, int limit) const
{
    // The order of seq is the order of creation.
    return rowsOf(m_connection.query(columns + "WHERE r.deleted = 0 AND (?1 = '' OR e.name = ?1) AND r.seq < ?2 "
                                               "AND (?3 = 0 OR r.status NOT IN ('Completed', 'Failed', 'Canceled')) "
                                               "ORDER BY r.seq DESC LIMIT ?4",
                                     experimentName, before > 0 ? before : std::numeric_limits<qint64>::max(),
                                     activeOnly, limit));
}

// The index alone says which runs are in progress, so that a damaged row does not hide the others.
QList<RunRow> RunStore::active(bool jobsOnly) const
{
    QList<qint64> seqs;
    Statement found = m_connection.query("SELECT seq FROM runs INDEXED BY runs_in_progress WHERE status NOT IN "
                                         "('Completed', 'Failed', 'Canceled') ORDER BY seq");
    while (found.next())
        seqs.append(found.integer(0));
    QList<RunRow> runs;
    for (const qint64 seq : std::as_const(seqs)) {
        try {
            const RunRow run = bySeq(seq);
            if (!run.deleted && (run.isJob || !jobsOnly))
                runs.append(run);
        } catch (const DatabaseFailure &problem) {
            if (problem.error().kind != ErrorKind::Unreadable)
                throw;
            qWarning("A run that is in progress cannot be read: %s", qUtf8Printable(problem.error().text));
        }
    }
    return runs;
}

void RunStore::remove(qint64 seq)
{
    m_connection.run("DELETE FROM runs WHERE seq = ?1", seq);
}

void RunStore::setStatus(qint64 seq, RunStatus status, qint64 atMs, const QString &errorText)
{
    m_connection.run("UPDATE runs SET status = ?2, error_text = ?3, updated_ms = ?4, "
                     "started_ms = CASE WHEN ?5 AND started_ms IS NULL THEN ?4 ELSE started_ms END, "
                     "ended_ms = CASE WHEN ?6 THEN coalesce(ended_ms, ?4) ELSE NULL END WHERE seq = ?1",
                     seq, toWord(status), errorText, atMs, status == RunStatus::Running, isTerminal(status));
}

void RunStore::setReportedStatus(qint64 seq, RunStatus status, std::optional<qint64> endedMs)
{
    m_connection.run("UPDATE runs SET status = ?2, updated_ms = ?3, "
                     "started_ms = coalesce(started_ms, CASE WHEN ?2 = 'Running' THEN ?3 END), "
                     "ended_ms = CASE WHEN ?4 THEN coalesce(?5, ended_ms, ?3) ELSE coalesce(?5, ended_ms) END "
                     "WHERE seq = ?1",
                     seq, toWord(status), nowMs(), isTerminal(status), endedMs);
}

void RunStore::setEnd(qint64 seq, qint64 endedMs)
{
    m_connection.run("UPDATE runs SET ended_ms = ?2, updated_ms = ?3 WHERE seq = ?1", seq, endedMs, nowMs());
}

void RunStore::setDeleted(qint64 seq, bool deleted)
{
    // A run of which parts were removed already stays in the trash.
    m_connection.run("UPDATE runs SET deleted = ?2, updated_ms = ?3, deleted_ms = CASE WHEN ?2 THEN ?3 END, "
                     "deleted_with = '' WHERE seq = ?1 AND deleted <> 2",
                     seq, deleted, nowMs());
}

void RunStore::setErrorText(qint64 seq, const QString &text)
{
    m_connection.run("UPDATE runs SET error_text = ?2 WHERE seq = ?1", seq, text);
}

int RunStore::countLogging(qint64 sinceMs) const
{
    Statement row = m_connection.query("SELECT count(*) FROM runs WHERE deleted = 0 AND is_job = 0 AND status NOT IN "
                                       "('Completed', 'Failed', 'Canceled') AND updated_ms > ?1",
                                       sinceMs);
    row.next();
    return row.number(0);
}

void RunStore::rename(qint64 seq, const QString &name)
{
    m_connection.run("UPDATE runs SET display_name = ?2, updated_ms = ?3 WHERE seq = ?1", seq, name, nowMs());
    m_connection.run("INSERT OR REPLACE INTO run_tags VALUES(?1, ?2, ?3)", seq, QString(TagName::runName), name);
}

void RunStore::setDescription(qint64 seq, const QString &text)
{
    m_connection.run("UPDATE runs SET description = ?2, updated_ms = ?3 WHERE seq = ?1", seq, text, nowMs());
    m_connection.run("INSERT OR REPLACE INTO run_tags VALUES(?1, ?2, ?3)", seq, QString(TagName::note), text);
}

StringMap RunStore::params(qint64 seq) const
{
    return pairsOf(m_connection.query("SELECT key, value FROM run_params WHERE run = ?1", seq));
}

std::optional<QString> RunStore::param(qint64 seq, const QString &key) const
{
    Statement found = m_connection.query("SELECT value FROM run_params WHERE run = ?1 AND key = ?2", seq, key);
    return found.next() ? std::optional(found.text(0)) : std::nullopt;
}

StringMap RunStore::tags(qint64 seq) const
{
    return pairsOf(m_connection.query("SELECT key, value FROM run_tags WHERE run = ?1", seq));
}

StringMap RunStore::properties(qint64 seq) const
{
    return pairsOf(m_connection.query("SELECT key, value FROM run_properties WHERE run = ?1", seq));
}

void RunStore::setParam(qint64 seq, const QString &key, const QString &value)
{
    m_connection.run("INSERT OR REPLACE INTO run_params VALUES(?1, ?2, ?3)", seq, key, value);
}

void RunStore::setTag(qint64 seq, const QString &key, const QString &value)
{
    if (key == TagName::runName) {
        rename(seq, value);
    } else if (key == TagName::note) {
        setDescription(seq, value);
    } else {
        m_connection.run("INSERT OR REPLACE INTO run_tags VALUES(?1, ?2, ?3)", seq, key, value);
        touch(seq);
    }
}

bool RunStore::removeTag(qint64 seq, const QString &key)
{
    if (key == TagName::note)
        m_connection.run("UPDATE runs SET description = '' WHERE seq = ?1", seq);
    touch(seq);
    return m_connection.run("DELETE FROM run_tags WHERE run = ?1 AND key = ?2", seq, key) > 0;
}

void RunStore::setProperty(qint64 seq, const QString &key, const QString &value)
{
    m_connection.run("INSERT OR REPLACE INTO run_properties VALUES(?1, ?2, ?3)", seq, key, value);
    touch(seq);
}

void RunStore::setArchived(qint64 seq, bool archived)
{
    setProperty(seq, PropertyName::archived, archived ? u"true"_s : u"false"_s);
}

void RunStore::removeProperty(qint64 seq, const QString &key)
{
    if (m_connection.run("DELETE FROM run_properties WHERE run = ?1 AND key = ?2", seq, key) > 0)
        touch(seq);
}

} // namespace Roost::Service::Store
