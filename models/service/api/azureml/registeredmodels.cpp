// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/api/azureml/registeredmodels.h"

#include "models/service/store/rows.h"

using namespace Qt::StringLiterals;

namespace Roost::Service::RegisteredModels {

namespace {

const QByteArray versionColumns = "SELECT model, version, description, type, source, run, archived, size, created_ms, "
                                  "location FROM model_versions ";

StringMap pairs(Connection &connection, const QByteArray &table, const QString &name, const QString &version)
{
    StringMap map;
    Statement rows = connection.query("SELECT key, value FROM " + table + " WHERE model = ?1 AND version = ?2", name,
                                      version.toLongLong());
    while (rows.next())
        map.insert(rows.text(0), rows.text(1));
    return map;
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

StoredModel readVersion(Connection &connection, const Statement &row)
{
    StoredModel stored;
    ModelVersion &model = stored.model;
    model.name = row.text(0);
    model.version = QString::number(row.integer(1));
    model.description = row.text(2);
    model.type = row.text(3).isEmpty() ? u"custom_model"_s : row.text(3);
    model.uri = row.text(4);
    model.runId = row.text(5);
    stored.archived = row.flag(6);
    model.size = row.integer(7);
    model.created = timeOfMs(row.integer(8));
    stored.location = row.text(9);
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
    name.nextVersion = QString::number(name.model.latestVersion.toLongLong() + 1);
    Statement tags = connection.query("SELECT key, value FROM registered_model_tags WHERE model = ?1", name.model.name);
    while (tags.next())
        name.model.tags.insert(tags.text(0), tags.text(1));
    return name;
}

const QByteArray nameColumns = "SELECT name, description, created_ms FROM registered_models ";

} // namespace

QList<ModelName> names(Connection &connection)
{
    QList<ModelName> names;
    Statement rows = connection.query(nameColumns + "ORDER BY name");
    while (rows.next())
        names.append(readName(connection, rows));
    return names;
}

Result<ModelName> name(Connection &connection, const QString &name)
{
    Statement row = connection.query(nameColumns + "WHERE name = ?1", name);
    if (!row.next())
        return failure(ErrorKind::NotFound, u"There is no model '%1' in this workspace."_s.arg(name));
    return readName(connection, row);
}

QList<StoredModel> versions(Connection &connection, const QString &name)
{
    QList<StoredModel> versions;
    Statement rows = connection.query(versionColumns + "WHERE model = ?1 ORDER BY version DESC", name);
    while (rows.next())
        versions.append(readVersion(connection, rows));
    return versions;
}

Result<StoredModel> version(Connection &connection, const QString &name, const QString &version)
{
    Statement row = connection.query(versionColumns + "WHERE model = ?1 AND CAST(version AS TEXT) = ?2", name, version);
    if (!row.next())
        return failure(ErrorKind::NotFound,
                       u"There is no version %2 of a model '%1' in this workspace."_s.arg(name, version));
    return readVersion(connection, row);
}

Result<void> insert(Connection &connection, const StoredModel &stored, const QList<ModelFile> &files)
{
    const ModelVersion &model = stored.model;
    if (version(connection, model.name, model.version)) {
        return failure(
            ErrorKind::Conflict,
            u"Version %1 of the model '%2' exists already. Register the next one."_s.arg(model.version, model.name));
    }
    const qint64 now = nowMs();
    const qint64 number = model.version.toLongLong();
    connection.run("INSERT INTO registered_models(name, created_ms, updated_ms) VALUES(?1, ?2, ?2) "
                   "ON CONFLICT(name) DO UPDATE SET updated_ms = ?2",
                   model.name, now);
    connection.run(
        "INSERT INTO model_versions(model, version, description, type, source, location, run, archived, size, "
        "created_ms, updated_ms) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?10)",
        model.name, number, model.description, model.type, model.uri, stored.location, model.runId, stored.archived,
        model.size, now);
    replacePairs(connection, "model_version_tags", model, model.tags);
    replacePairs(connection, "model_version_properties", model, model.properties);
    for (const ModelFile &file : files) {
        connection.run(
            "INSERT INTO model_files(model, version, path, size, md5, sha256) VALUES(?1, ?2, ?3, ?4, ?5, ?6)",
            model.name, number, file.path, file.size, file.md5, file.sha256);
    }
    return {};
}

void update(Connection &connection, const StoredModel &stored)
{
    const ModelVersion &model = stored.model;
    connection.run("UPDATE model_versions SET description = ?3, type = ?4, archived = ?5, updated_ms = ?6 "
                   "WHERE model = ?1 AND version = ?2",
                   model.name, model.version.toLongLong(), model.description, model.type, stored.archived, nowMs());
    replacePairs(connection, "model_version_tags", model, model.tags);
    replacePairs(connection, "model_version_properties", model, model.properties);
}

bool remove(Connection &connection, const QString &name, const QString &version)
{
    const bool gone =
        connection.run("DELETE FROM model_versions WHERE model = ?1 AND CAST(version AS TEXT) = ?2", name, version) > 0;
    connection.run("DELETE FROM registered_models WHERE name = ?1 AND NOT EXISTS(SELECT 1 FROM model_versions WHERE "
                   "model = ?1)",
                   name);
    return gone;
}

QList<ModelFile> files(Connection &connection, const QString &name, const QString &version)
{
    QList<ModelFile> files;
    Statement rows = connection.query("SELECT path, size, md5, sha256 FROM model_files WHERE model = ?1 AND "
                                      "CAST(version AS TEXT) = ?2 ORDER BY path",
                                      name, version);
    while (rows.next())
        files.append({rows.text(0), rows.integer(1), rows.bytes(2), rows.bytes(3)});
    return files;
}

} // namespace Roost::Service::RegisteredModels
