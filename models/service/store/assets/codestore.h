// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/values.h"
#include "models/service/store/database/database.h"

#include <QList>

namespace Roost::Service::Store {

/// A code version: it names the snapshot in code/<hash>/.
struct CodeVersion
{
    QString name;
    QString version;
    /// SHA-256 hex of the content, hash version 202208; also the folder's name.
    QString hash;
    QString description;
    StringMap tags;
    StringMap properties;
    bool anonymous = true;
    QDateTime created;

    bool operator==(const CodeVersion &) const = default;
};

/// A place where a snapshot is being uploaded, requested under the name of a code version.
struct Upload
{
    QString id;
    QString name;
    QString version;
    QDateTime created;
};

/// The code versions of a workspace: rows only, the blob room has the folders. Thread-safe.
class CodeStore
{
public:
    explicit CodeStore(Database &database)
        : m_database(database)
    {
    }

    /// Newest first; an empty name or hash means all.
    Result<QList<CodeVersion>> versions(const QString &name, const QString &hash) const;
    /// NotFound where there is none.
    Result<CodeVersion> version(const QString &name, const QString &version) const;
    /// Conflict when the version exists with another hash. Returns whether it is new.
    Result<bool> save(const CodeVersion &code);
    /// Returns whether it existed.
    Result<bool> remove(const QString &name, const QString &version);

    Result<void> saveUpload(const Upload &upload);
    Result<Upload> upload(const QString &id) const;
    /// Uploads that were requested before `time` and never finished.
    Result<QList<Upload>> uploadsBefore(const QDateTime &time) const;
    /// Returns whether it existed.
    Result<bool> removeUpload(const QString &id);

private:
    Database &m_database;
};

} // namespace Roost::Service::Store
