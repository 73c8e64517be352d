// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/store/assets/codestore.h"

#include "models/service/store/database/columns.h"

using namespace Qt::StringLiterals;

namespace Roost::Service::Store {

namespace {

const QByteArray columns =
    "SELECT name, version, hash, description, tags, properties, anonymous, created_ms FROM code_versions ";

CodeVersion readCode(const Statement &row)
{
    return {row.text(0),
            row.text(1),
            row.text(2),
            row.text(3),
            mapOfJson(row.bytes(4)),
            mapOfJson(row.bytes(5)),
            row.flag(6),
            timeOfMs(row.integer(7))};
}

Upload readUpload(const Statement &row)
{
    return {row.text(0), row.text(1), row.text(2), timeOfMs(row.integer(3))};
}

} // namespace

Result<QList<CodeVersion>> CodeStore::versions(const QString &name, const QString &hash) const
{
    return m_database.read([&](Connection &connection) -> Result<QList<CodeVersion>> {
        QList<CodeVersion> versions;
        Statement rows = connection.query(
            columns + "WHERE (?1 = '' OR name = ?1) AND (?2 = '' OR hash = ?2) ORDER BY seq DESC", name, hash);
        while (rows.next())
            versions.append(readCode(rows));
        return versions;
    });
}

Result<CodeVersion> CodeStore::version(const QString &name, const QString &version) const
{
    return m_database.read([&](Connection &connection) -> Result<CodeVersion> {
        Statement row = connection.query(columns + "WHERE name = ?1 AND version = ?2", name, version);
        if (!row.next()) {
            return failure(ErrorKind::NotFound,
                           u"There is no code version '%1:%2' in this workspace."_s.arg(name, version));
        }
        return readCode(row);
    });
}

Result<bool> CodeStore::save(const CodeVersion &code)
{
    return m_database.write([&code](Connection &connection) -> Result<bool> {
        Statement old = connection.query(columns + "WHERE name = ?1 AND version = ?2", code.name, code.version);
        const bool isNew = !old.next();
        if (!isNew && readCode(old).hash != code.hash) {
            return failure(ErrorKind::Conflict,
                           u"Version %1 of the code '%2' exists with other files, and files never change under a "
                           "version. Register them under another version."_s.arg(code.version, code.name));
        }
        connection.run("INSERT INTO code_versions(name, version, hash, description, tags, properties, anonymous, "
                       "created_ms) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT(name, version) DO UPDATE SET "
                       "description = ?4, tags = ?5, properties = ?6, anonymous = ?7",
                       code.name, code.version, code.hash, code.description, jsonOf(code.tags), jsonOf(code.properties),
                       code.anonymous, nowMs());
        return isNew;
    });
}

Result<void> CodeStore::saveUpload(const Upload &upload)
{
    return m_database.write([&upload](Connection &connection) -> Result<void> {
        connection.run("INSERT INTO uploads(id, name, version, created_ms) VALUES(?1, ?2, ?3, ?4)", upload.id,
                       upload.name, upload.version, nowMs());
        return {};
    });
}

Result<Upload> CodeStore::upload(const QString &id) const
{
    return m_database.read([&id](Connection &connection) -> Result<Upload> {
        Statement row = connection.query("SELECT id, name, version, created_ms FROM uploads WHERE id = ?1", id);
        if (!row.next())
            return failure(ErrorKind::NotFound, u"There is no upload '%1', or it was registered already."_s.arg(id));
        return readUpload(row);
    });
}

Result<QList<Upload>> CodeStore::uploadsBefore(const QDateTime &time) const
{
    return m_database.read([&time](Connection &connection) -> Result<QList<Upload>> {
        QList<Upload> uploads;
        Statement rows = connection.query("SELECT id, name, version, created_ms FROM uploads WHERE created_ms < ?1",
                                          time.toMSecsSinceEpoch());
        while (rows.next())
            uploads.append(readUpload(rows));
        return uploads;
    });
}

Result<void> CodeStore::removeUpload(const QString &id)
{
    return m_database.write([&id](Connection &connection) -> Result<void> {
        connection.run("DELETE FROM blob_metadata WHERE container = ?1", QString(u"upload-"_s % id));
        connection.run("DELETE FROM uploads WHERE id = ?1", id);
        return {};
    });
}

} // namespace Roost::Service::Store
