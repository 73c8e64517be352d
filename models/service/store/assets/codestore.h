// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/values.h"
#include "models/service/store/database/database.h"

#include <QList>

namespace Roost::Service::Store {

/// A version of code, whose snapshot is in code/<hash>/.
struct CodeVersion
{
    QString name;
    QString version;
    /// The SHA-256 of the content in hex, hash version 202208; also the name of the folder.
    QString hash;
    QString description;
    StringMap tags;
    StringMap properties;
    bool anonymous = true;
    QDateTime created;

    bool operator==(const CodeVersion &) const = default;
};

/// An upload of a snapshot that was requested for a code version.
struct Upload
{
    QString id;
    QString name;
    QString version;
    QDateTime created;
};

/// The code versions of a workspace: only the rows; the blob room manages the folders. Thread-safe.
class CodeStore
{
public:
    explicit CodeStore(Database &database)
        : m_database(database)
    {
    }

    /// Returns the versions, newest first; an empty name or hash means all.
    Result<QList<CodeVersion>> versions(const QString &name, const QString &hash) const;
    /// NotFound if the version does not exist.
    Result<CodeVersion> version(const QString &name, const QString &version) const;
    /// Stores the version. Conflict if it exists with another hash. Returns whether it is new.
    Result<bool> save(const CodeVersion &code);

    Result<void> saveUpload(const Upload &upload);
    Result<Upload> upload(const QString &id) const;
    /// Returns the uploads that were requested before `time` and never finished.
    Result<QList<Upload>> uploadsBefore(const QDateTime &time) const;
    /// Removes the upload if it exists.
    Result<void> removeUpload(const QString &id);

private:
    Database &m_database;
};

} // namespace Roost::Service::Store
