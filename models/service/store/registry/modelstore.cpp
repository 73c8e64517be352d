// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/store/registry/modelstore.h"

#include "models/files/containedfolder.h"
#include "models/service/store/database/columns.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Roost::Service::Store {

namespace {

const QByteArray versionColumns =
    "SELECT model, version, description, type, source, run, archived, size, created_ms, location, logged_model, "
    "run_link, user, stage, status, status_message, updated_ms FROM model_versions ";

const QByteArray nameColumns = "SELECT name, description, created_ms, last_version, updated_ms FROM "
                               "registered_models ";

StringMap pairs(Connection &connection, const QByteArray &table, const QString &name, const QString &version)
{
    return pairsOf(connection.query("SELECT key, value FROM " + table + " WHERE model = ?1 AND version = ?2", name,
                                    version.toLongLong()));
}

void replacePairs(Connection &connection, const QByteArray &table, const ModelVersion &model, const StringMap &map)
{
    const qint64 version = model.version.toLongLong();
    connection.run("DELETE FROM " + table + " WHERE model = ?1 AND version = ?2", model.name, version);
    for (const auto &[key, value] : map.asKeyValueRange()) {
        connection.run("INSERT INTO " + table + "(model, version, key, value) VALUES(?1, ?2, ?3, ?4)", model.name,
                       version, key, value);
    }
}

// A damaged row may hold any number.
ModelRegistration::Status statusOf(int number)
{
    using Status = ModelRegistration::Status;
    return number > 0 && number <= int(Status::Ready) ? Status(number) : Status::Unspecified;
}

StoredModel readVersion(Connection &connection, const Statement &row)
{
    StoredModel stored;
    ModelVersion &model = stored.model;
    model.name = row.text(0);
    model.version = QString::number(row.integer(1));
    model.description = row.text(2);
    model.type = row.text(3).isEmpty() ? QString(ModelVersion::CustomType) : row.text(3);
    model.uri = row.text(4);
    model.runId = row.text(5);
    stored.archived = row.flag(6);
    model.size = row.integer(7);
    model.created = timeOfMs(row.integer(8));
    stored.location = row.text(9);
    stored.registration = {row.text(10),
                           row.text(11),
                           row.text(12),
                           row.text(13),
                           statusOf(row.number(14)),
                           row.text(15),
                           timeOfMs(row.integer(16))};
    model.tags = pairs(connection, "model_version_tags", model.name, model.version);
    model.properties = pairs(connection, "model_version_properties", model.name, model.version);
    return stored;
}

ModelName readName(Connection &connection, const Statement &row)
{
    ModelName name;
    name.model.name = row.text(0);
    name.model.description = row.text(1);
    name.model.created = timeOfMs(row.integer(2));
    Statement last = connection.query("SELECT max(version) FROM model_versions WHERE model = ?1", name.model.name);
    if (last.next() && !last.isNull(0))
        name.model.latestVersion = QString::number(last.integer(0));
    name.nextVersion = QString::number(row.integer(3) + 1);
    name.updated = timeOfMs(row.integer(4));
    name.model.tags =
        pairsOf(connection.query("SELECT key, value FROM registered_model_tags WHERE model = ?1", name.model.name));
    return name;
}

} // namespace

QList<ModelName> ModelStore::names() const
{
    QList<ModelName> names;
    Statement rows = m_connection.query(nameColumns + "ORDER BY name");
    while (rows.next())
        names.append(readName(m_connection, rows));
    return names;
}

Result<ModelName> ModelStore::name(const QString &name) const
{
    Statement row = m_connection.query(nameColumns + "WHERE name = ?1", name);
    if (!row.next())
        return failure(ErrorKind::NotFound, u"There is no model '%1' in this workspace."_s.arg(name));
    return readName(m_connection, row);
}

QList<StoredModel> ModelStore::versions(const QString &name) const
{
    QList<StoredModel> versions;
    Statement rows = m_connection.query(versionColumns + "WHERE model = ?1 ORDER BY version DESC", name);
    while (rows.next())
        versions.append(readVersion(m_connection, rows));
    return versions;
}

Result<StoredModel> ModelStore::version(const QString &name, const QString &version) const
{
    const qint64 number = version.toLongLong();
    Statement row = m_connection.query(versionColumns + "WHERE model = ?1 AND version = ?2", name, number);
    if (QString::number(number) != version || !row.next())
        return failure(ErrorKind::NotFound,
                       u"There is no version %2 of a model '%1' in this workspace."_s.arg(name, version));
    return readVersion(m_connection, row);
}

Result<void> ModelStore::createName(const QString &name, const QString &description)
{
    if (m_connection.run("INSERT OR IGNORE INTO registered_models(name, description, created_ms, updated_ms) "
                         "VALUES(?1, ?2, ?3, ?3)",
                         name, description, nowMs()) == 0)
        return failure(ErrorKind::Conflict, u"Registered Model (name=%1) already exists."_s.arg(name));
    return {};
}

Result<void> ModelStore::insert(const StoredModel &stored, const QList<ModelFile> &files)
{
    const ModelVersion &model = stored.model;
    if (version(model.name, model.version)) {
        return failure(
            ErrorKind::Conflict,
            u"Version %1 of the model '%2' exists already. Register the next one."_s.arg(model.version, model.name));
    }
    const qint64 now = nowMs();
    const qint64 number = model.version.toLongLong();
    m_connection.run("INSERT INTO registered_models(name, created_ms, updated_ms, last_version) VALUES(?1, ?2, ?2, ?3) "
                     "ON CONFLICT(name) DO UPDATE SET updated_ms = ?2, last_version = max(last_version, ?3)",
                     model.name, now, number);
    m_connection.run(
        "INSERT INTO model_versions(model, version, description, type, source, location, run, archived, size, "
        "created_ms, updated_ms, logged_model, run_link) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?10, ?11, "
        "?12)",
        model.name, number, model.description, model.type, model.uri, stored.location, model.runId, stored.archived,
        model.size, now, stored.registration.loggedModel, stored.registration.runLink);
    replacePairs(m_connection, "model_version_tags", model, model.tags);
    replacePairs(m_connection, "model_version_properties", model, model.properties);
    for (const ModelFile &file : files) {
        m_connection.run(
            "INSERT INTO model_files(model, version, path, size, md5, sha256) VALUES(?1, ?2, ?3, ?4, ?5, ?6)",
            model.name, number, file.path, file.size, file.md5, file.sha256);
    }
    return {};
}

void ModelStore::update(const StoredModel &stored)
{
    const ModelVersion &model = stored.model;
    m_connection.run("UPDATE model_versions SET description = ?3, type = ?4, archived = ?5, updated_ms = ?6 "
                     "WHERE model = ?1 AND version = ?2",
                     model.name, model.version.toLongLong(), model.description, model.type, stored.archived, nowMs());
    replacePairs(m_connection, "model_version_tags", model, model.tags);
    replacePairs(m_connection, "model_version_properties", model, model.properties);
}

bool ModelStore::remove(const QString &name, const QString &version)
{
    const bool gone = m_connection.run("DELETE FROM model_versions WHERE model = ?1 AND CAST(version AS TEXT) = ?2",
                                       name, version) > 0;
    if (gone)
        m_connection.run("UPDATE registered_models SET updated_ms = ?2 WHERE name = ?1", name, nowMs());
    return gone;
}

bool ModelStore::removeName(const QString &name)
{
    return m_connection.run("DELETE FROM registered_models WHERE name = ?1", name) > 0;
}

Result<void> ModelStore::rename(const WorkspaceFolder &workspace, const QString &from, const QString &to)
{
    if (name(to))
        return failure(ErrorKind::Conflict, u"Registered Model (name=%1) already exists."_s.arg(to));
    m_connection.run("UPDATE registered_models SET name = ?2, updated_ms = ?3 WHERE name = ?1", from, to, nowMs());
    m_connection.run(
        "UPDATE model_versions SET location = ?2 || '/' || version WHERE model = ?2 AND location = ?1 || '/' "
        "|| version",
        from, to);
    const QString folder = workspace.models() + u'/' + from;
    if (!QFileInfo(folder).isDir())
        return {};
    // A folder without a row was left by a removal.
    removeFolder(workspace, to);
    if (!QDir().rename(folder, workspace.models() + u'/' + to))
        return failure(ErrorKind::Failed, u"The folder %1 cannot be renamed to '%2'."_s.arg(folder, to));
    return {};
}

void ModelStore::removeFolder(const WorkspaceFolder &workspace, const QString &name, const QString &version)
{
    const Files::ContainedFolder models(workspace.models(), Files::ContainedFolder::Root::MayBeLink);
    const auto removed = models.remove(version.isEmpty() ? name : QString(name + u'/' + version));
    if (!removed && removed.error().kind != ErrorKind::NotFound)
        qWarning("Of the model %s something stays: %s", qUtf8Printable(name), qUtf8Printable(removed.error().text));
}

QList<ModelFile> ModelStore::files(const QString &name, const QString &version) const
{
    QList<ModelFile> files;
    Statement rows = m_connection.query("SELECT path, size, md5, sha256 FROM model_files WHERE model = ?1 AND "
                                        "CAST(version AS TEXT) = ?2 ORDER BY path",
                                        name, version);
    while (rows.next())
        files.append({rows.text(0), rows.integer(1), rows.bytes(2), rows.bytes(3)});
    return files;
}

bool ModelStore::hasName(const QString &name) const
{
    return m_connection.query("SELECT 1 FROM registered_models WHERE name = ?1", name).next();
}

bool ModelStore::hasVersion(const QString &name, qint64 version) const
{
    return m_connection.query("SELECT 1 FROM model_versions WHERE model = ?1 AND version = ?2", name, version).next();
}

QList<StoredModel> ModelStore::latestOfStages(const QString &name) const
{
    QList<StoredModel> latest;
    Statement rows =
        m_connection.query(versionColumns + "WHERE model = ?1 AND version IN (SELECT max(version) FROM model_versions "
                                            "WHERE model = ?1 GROUP BY stage) ORDER BY (SELECT min(version) FROM "
                                            "model_versions o WHERE o.model = ?1 AND o.stage = model_versions.stage)",
                           name);
    while (rows.next())
        latest.append(readVersion(m_connection, rows));
    return latest;
}

void ModelStore::setNameDescription(const QString &name, const QString &description)
{
    m_connection.run("UPDATE registered_models SET description = ?2, updated_ms = ?3 WHERE name = ?1", name,
                     description, nowMs());
}

void ModelStore::setNameTag(const QString &name, const QString &key, const QString &value)
{
    m_connection.run("INSERT OR REPLACE INTO registered_model_tags VALUES(?1, ?2, ?3)", name, key, value);
}

void ModelStore::removeNameTag(const QString &name, const QString &key)
{
    m_connection.run("DELETE FROM registered_model_tags WHERE model = ?1 AND key = ?2", name, key);
}

void ModelStore::setVersionDescription(const QString &name, qint64 version, const QString &description)
{
    m_connection.run("UPDATE model_versions SET description = ?3, updated_ms = ?4 WHERE model = ?1 AND version = ?2",
                     name, version, description, nowMs());
}

void ModelStore::setVersionTag(const QString &name, qint64 version, const QString &key, const QString &value)
{
    m_connection.run("INSERT OR REPLACE INTO model_version_tags VALUES(?1, ?2, ?3, ?4)", name, version, key, value);
}

void ModelStore::removeVersionTag(const QString &name, qint64 version, const QString &key)
{
    m_connection.run("DELETE FROM model_version_tags WHERE model = ?1 AND version = ?2 AND key = ?3", name, version,
                     key);
}

void ModelStore::setStage(const QString &name, qint64 version, const QString &stage)
{
    const qint64 now = nowMs();
    m_connection.run("UPDATE model_versions SET stage = ?3, updated_ms = ?4 WHERE model = ?1 AND version = ?2", name,
                     version, stage, now);
    m_connection.run("UPDATE registered_models SET updated_ms = ?2 WHERE name = ?1", name, now);
}

void ModelStore::archiveOthers(const QString &name, qint64 version, const QString &stage)
{
    m_connection.run("UPDATE model_versions SET stage = 'Archived', updated_ms = ?4 WHERE model = ?1 AND stage = ?2 "
                     "AND version <> ?3",
                     name, stage, version, nowMs());
}

QList<ModelAlias> ModelStore::aliases(const QString &name) const
{
    QList<ModelAlias> aliases;
    Statement row =
        m_connection.query("SELECT alias, version FROM model_aliases WHERE model = ?1 ORDER BY alias", name);
    while (row.next())
        aliases.append({row.text(0), row.integer(1)});
    return aliases;
}

QStringList ModelStore::aliasesOf(const QString &name, qint64 version) const
{
    QStringList aliases;
    Statement row = m_connection.query(
        "SELECT alias FROM model_aliases WHERE model = ?1 AND version = ?2 ORDER BY alias", name, version);
    while (row.next())
        aliases.append(row.text(0));
    return aliases;
}

std::optional<qint64> ModelStore::versionOfAlias(const QString &name, const QString &alias) const
{
    Statement found =
        alias == "latest"_L1
            ? m_connection.query("SELECT max(version) FROM model_versions WHERE model = ?1 HAVING count(*) > 0", name)
            : m_connection.query("SELECT version FROM model_aliases WHERE model = ?1 AND alias = ?2", name, alias);
    return found.next() ? std::optional(found.integer(0)) : std::nullopt;
}

void ModelStore::setAlias(const QString &name, const QString &alias, qint64 version)
{
    m_connection.run("INSERT OR REPLACE INTO model_aliases VALUES(?1, ?2, ?3)", name, alias, version);
}

void ModelStore::removeAlias(const QString &name, const QString &alias)
{
    m_connection.run("DELETE FROM model_aliases WHERE model = ?1 AND alias = ?2", name, alias);
}

} // namespace Roost::Service::Store
