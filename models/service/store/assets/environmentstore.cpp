// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/store/assets/environmentstore.h"

#include "models/service/store/database/columns.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Roost::Service::Store {

namespace {

const QByteArray versionColumns =
    "SELECT environment, version, description, image, conda_yaml, tags, properties, anonymous, archived, created_ms "
    "FROM environment_versions ";

StoredEnvironment readVersion(const Statement &row)
{
    StoredEnvironment stored;
    stored.environment.name = row.text(0);
    stored.environment.version = row.text(1);
    stored.environment.description = row.text(2);
    stored.environment.image = row.text(3);
    stored.environment.condaYaml = row.text(4);
    stored.environment.tags = mapOfJson(row.bytes(5));
    stored.properties = mapOfJson(row.bytes(6));
    stored.anonymous = row.flag(7);
    stored.archived = row.flag(8);
    stored.environment.created = timeOfMs(row.integer(9));
    return stored;
}

EnvironmentName readName(Connection &connection, const Statement &row)
{
    EnvironmentName name{row.text(0), row.text(1), {}, u"1"_s, row.flag(2), timeOfMs(row.integer(3))};
    qint64 highest = 0;
    Statement versions = connection.query(
        "SELECT version FROM environment_versions WHERE environment = ?1 ORDER BY seq DESC", name.name);
    while (versions.next()) {
        const QString version = versions.text(0);
        if (name.latestVersion.isEmpty())
            name.latestVersion = version;
        highest = std::max(highest, version.toLongLong());
    }
    name.nextVersion = QString::number(highest + 1);
    return name;
}

std::unexpected<Error> noSuchName(const QString &name)
{
    return failure(ErrorKind::NotFound, u"There is no environment '%1' in this workspace."_s.arg(name));
}

} // namespace

Result<QList<EnvironmentName>> EnvironmentStore::names() const
{
    return m_database.read([](Connection &connection) -> Result<QList<EnvironmentName>> {
        QList<EnvironmentName> names;
        Statement rows = connection.query(
            "SELECT name, description, archived, created_ms FROM environments e WHERE EXISTS("
            "SELECT 1 FROM environment_versions v WHERE v.environment = e.name AND v.anonymous = 0) ORDER BY name");
        while (rows.next())
            names.append(readName(connection, rows));
        return names;
    });
}

Result<EnvironmentName> EnvironmentStore::name(const QString &name) const
{
    return m_database.read([&name](Connection &connection) -> Result<EnvironmentName> {
        Statement row =
            connection.query("SELECT name, description, archived, created_ms FROM environments WHERE name = ?1", name);
        if (!row.next())
            return noSuchName(name);
        return readName(connection, row);
    });
}

Result<QList<StoredEnvironment>> EnvironmentStore::versions(const QString &name) const
{
    return m_database.read([&name](Connection &connection) -> Result<QList<StoredEnvironment>> {
        QList<StoredEnvironment> versions;
        Statement rows = connection.query(versionColumns + "WHERE environment = ?1 ORDER BY seq DESC", name);
        while (rows.next())
            versions.append(readVersion(rows));
        if (versions.isEmpty())
            return noSuchName(name);
        return versions;
    });
}

Result<StoredEnvironment> EnvironmentStore::version(const QString &name, const QString &version) const
{
    auto all = versions(name);
    if (!all)
        return std::unexpected(all.error());
    if (version.isEmpty())
        return all->first();
    QStringList known;
    for (const StoredEnvironment &stored : std::as_const(*all)) {
        if (stored.environment.version == version)
            return stored;
        known.append(stored.environment.version);
    }
    return failure(ErrorKind::NotFound,
                   u"The environment '%1' has no version %2; there is %3."_s.arg(
                       name, version, known.first(std::min<qsizetype>(known.size(), 10)).join(u", "_s)));
}

Result<bool> EnvironmentStore::save(const StoredEnvironment &environment)
{
    return m_database.write([&environment](Connection &connection) -> Result<bool> {
        const Environment &e = environment.environment;
        const qint64 now = nowMs();
        Statement old = connection.query(versionColumns + "WHERE environment = ?1 AND version = ?2", e.name, e.version);
        if (old.next()) {
            const Environment known = readVersion(old).environment;
            if (known.image != e.image || known.condaYaml != e.condaYaml) {
                return failure(
                    ErrorKind::Conflict,
                    u"Version %1 of the environment '%2' exists with other content, and content never changes "
                    "under a version. Save it as the next version."_s.arg(e.version, e.name));
            }
            connection.run(
                "UPDATE environment_versions SET description = ?3, tags = ?4, properties = ?5, archived = ?6, "
                "updated_ms = ?7 WHERE environment = ?1 AND version = ?2",
                e.name, e.version, e.description, jsonOf(e.tags), jsonOf(environment.properties), environment.archived,
                now);
            return false;
        }
        connection.run("INSERT INTO environments(name, created_ms, updated_ms) VALUES(?1, ?2, ?2) "
                       "ON CONFLICT(name) DO UPDATE SET updated_ms = ?2, archived = 0",
                       e.name, now);
        connection.run("INSERT INTO environment_versions(environment, version, description, image, conda_yaml, tags, "
                       "properties, anonymous, archived, created_ms, updated_ms) "
                       "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?10)",
                       e.name, e.version, e.description, e.image, e.condaYaml, jsonOf(e.tags),
                       jsonOf(environment.properties), environment.anonymous, environment.archived, now);
        return true;
    });
}

Result<bool> EnvironmentStore::remove(const QString &name, const QString &version)
{
    return m_database.write([&](Connection &connection) -> Result<bool> {
        const int gone =
            connection.run("DELETE FROM environment_versions WHERE environment = ?1 AND version = ?2", name, version);
        connection.run("DELETE FROM environments WHERE name = ?1 AND NOT EXISTS(SELECT 1 FROM environment_versions "
                       "WHERE environment = ?1)",
                       name);
        return gone > 0;
    });
}

Result<bool> EnvironmentStore::remove(const QString &name)
{
    return m_database.write([&](Connection &connection) -> Result<bool> {
        return connection.run("DELETE FROM environments WHERE name = ?1", name) > 0;
    });
}

} // namespace Roost::Service::Store
