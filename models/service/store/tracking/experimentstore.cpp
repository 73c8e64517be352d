// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/store/tracking/experimentstore.h"

#include "models/service/store/database/columns.h"
#include "models/service/store/workspace/artifacturi.h"

using namespace Qt::StringLiterals;

namespace Roost::Service::Store {

namespace {

const QByteArray columns = "SELECT name, artifact_location, deleted, created_ms, updated_ms, id FROM experiments ";

ExperimentRow rowOf(const Statement &row)
{
    return {{row.text(0), row.text(1), row.flag(2), timeOfMs(row.integer(3)), timeOfMs(row.integer(4))},
            row.integer(5)};
}

std::optional<ExperimentRow> firstRow(Statement row)
{
    return row.next() ? std::optional(rowOf(row)) : std::nullopt;
}

} // namespace

Result<qint64> ExperimentStore::getOrCreate(const QString &name)
{
    const auto known = findByName(name);
    if (!known)
        return insert(name, {});
    if (known->deleted) {
        return failure(ErrorKind::Rejected,
                       u"The experiment \"%1\" was deleted. Restore it or take another name."_s.arg(name));
    }
    return known->id;
}

Result<qint64> ExperimentStore::create(const QString &name, const QString &artifactLocation, const StringMap &tags)
{
    if (const auto known = findByName(name)) {
        return failure(ErrorKind::Conflict,
                       u"Experiment(name=%1) already exists.%2"_s.arg(
                           name, known->deleted ? u" It is deleted; restore it or choose another name."_s : QString()));
    }
    const qint64 id = insert(name, artifactLocation);
    for (const auto &[key, value] : tags.asKeyValueRange())
        m_connection.run("INSERT OR REPLACE INTO experiment_tags VALUES(?1, ?2, ?3)", id, key, value);
    return id;
}

qint64 ExperimentStore::insert(const QString &name, const QString &artifactLocation)
{
    m_connection.run("INSERT INTO experiments(name, artifact_location, created_ms, updated_ms) VALUES(?1, '', ?2, ?2)",
                     name, nowMs());
    const qint64 id = m_connection.lastId();
    m_connection.run("UPDATE experiments SET artifact_location = ?2 WHERE id = ?1", id,
                     artifactLocation.isEmpty() ? below(artifactRoot(), QString::number(id)) : artifactLocation);
    return id;
}

QString ExperimentStore::artifactRoot() const
{
    const auto standard = find(0);
    const QString location = standard ? standard->artifactLocation : QString();
    const QString path = location.section(u'?', 0, 0);
    if (!path.endsWith("/0"_L1))
        return QLatin1StringView(ownArtifactRoot);
    return path.chopped(2) + location.sliced(path.size());
}

Result<void> ExperimentStore::setArtifactRoot(const QString &root)
{
    const QString location = below(root, u"0"_s);
    const auto standard = find(0);
    if (!standard || standard->artifactLocation == location)
        return {};
    Statement run = m_connection.query("SELECT 1 FROM runs WHERE experiment = 0");
    if (run.next()) {
        return failure(ErrorKind::Rejected,
                       u"The artifacts lie below %1, and the experiment Default has runs there, so the artifact root "
                       "cannot become %2. Start without --default-artifact-root, and give an experiment a location of "
                       "its own when you create it."_s.arg(artifactRoot(), root));
    }
    m_connection.run("UPDATE experiments SET artifact_location = ?1 WHERE id = 0", location);
    return {};
}

std::optional<ExperimentRow> ExperimentStore::find(qint64 id) const
{
    return firstRow(m_connection.query(columns + "WHERE id = ?1", id));
}

std::optional<ExperimentRow> ExperimentStore::findByName(const QString &name) const
{
    return firstRow(m_connection.query(columns + "WHERE name = ?1", name));
}

QList<ExperimentRow> ExperimentStore::all() const
{
    QList<ExperimentRow> experiments;
    Statement row = m_connection.query(columns + "WHERE deleted = 0 ORDER BY id");
    while (row.next())
        experiments.append(rowOf(row));
    return experiments;
}

Result<void> ExperimentStore::rename(qint64 id, const QString &name)
{
    if (const auto other = findByName(name); other && other->id != id)
        return failure(ErrorKind::Conflict, u"Experiment(name=%1) already exists."_s.arg(name));
    m_connection.run("UPDATE experiments SET name = ?2 WHERE id = ?1", id, name);
    touch(id);
    return {};
}

QStringList ExperimentStore::setDeleted(qint64 id, bool deleted)
{
    m_connection.run("UPDATE experiments SET deleted = ?2, updated_ms = ?3 WHERE id = ?1", id, deleted, nowMs());
    // Runs that were deleted before the experiment stay in the trash when it is restored.
    QStringList runs;
    Statement row =
        m_connection.query("SELECT id FROM runs WHERE experiment = ?1 AND deleted = ?2 AND deleted_with = ?3", id,
                           !deleted, deleted ? QString() : QString::number(id));
    while (row.next())
        runs.append(row.text(0));
    m_connection.run("UPDATE runs SET deleted = ?2, deleted_ms = CASE WHEN ?2 THEN ?5 END, deleted_with = ?4 "
                     "WHERE experiment = ?1 AND deleted = NOT ?2 AND deleted_with = ?3",
                     id, deleted, deleted ? QString() : QString::number(id), deleted ? QString::number(id) : QString(),
                     nowMs());
    return runs;
}

StringMap ExperimentStore::tags(qint64 id) const
{
    return pairsOf(m_connection.query("SELECT key, value FROM experiment_tags WHERE experiment = ?1", id));
}

void ExperimentStore::setTag(qint64 id, const QString &key, const QString &value)
{
    m_connection.run("INSERT OR REPLACE INTO experiment_tags VALUES(?1, ?2, ?3)", id, key, value);
    touch(id);
}

bool ExperimentStore::removeTag(qint64 id, const QString &key)
{
    if (m_connection.run("DELETE FROM experiment_tags WHERE experiment = ?1 AND key = ?2", id, key) == 0)
        return false;
    touch(id);
    return true;
}

void ExperimentStore::touch(qint64 id)
{
    m_connection.run("UPDATE experiments SET updated_ms = ?2 WHERE id = ?1", id, nowMs());
}

} // namespace Roost::Service::Store
