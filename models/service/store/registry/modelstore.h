// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/model.h"
#include "models/service/store/database/connection.h"
#include "models/service/store/workspace/workspacefolder.h"

#include <QDateTime>
#include <QList>
#include <QStringList>

#include <optional>

namespace Roost::Service::Store {

/// A version as stored in the registry. Both protocols show the same rows.
struct StoredModel
{
    ModelVersion model; // `uri` is the source as the client sent it
    /// A folder relative to models/ ("birds/1"), or a URI of MLflow.
    QString location;
    bool archived = false;
    ModelRegistration registration;
};

struct ModelFile
{
    QString path; // relative to the version's folder
    qint64 size = 0;
    QByteArray md5;    // hex
    QByteArray sha256; // hex
};

struct ModelName
{
    RegisteredModel model; // `latestVersion` is empty if there is no version
    QString nextVersion;   // one above the highest number that any version ever had
    QDateTime updated;
};

/// The model registry of both protocols, within one transaction. Both protocols number, insert, rename and remove
/// versions only through this class. Bump "models" after the commit.
class ModelStore
{
public:
    explicit ModelStore(Connection &connection)
        : m_connection(connection)
    {
    }

    QList<ModelName> names() const;
    /// NotFound if the name does not exist.
    Result<ModelName> name(const QString &name) const;
    bool hasName(const QString &name) const;
    /// Returns the versions, newest first.
    QList<StoredModel> versions(const QString &name) const;
    Result<StoredModel> version(const QString &name, const QString &version) const;
    bool hasVersion(const QString &name, qint64 version) const;
    QList<ModelFile> files(const QString &name, const QString &version) const;
    /// Returns the newest version of each stage. The stages are ordered by their oldest version.
    QList<StoredModel> latestOfStages(const QString &name) const;

    /// Creates a name without versions. Conflict if the name exists.
    Result<void> createName(const QString &name, const QString &description);
    /// Inserts the version, and creates the name if it does not exist. Conflict if the version exists.
    Result<void> insert(const StoredModel &model, const QList<ModelFile> &files);
    /// Changes description, type, tags, properties and the archived flag.
    void update(const StoredModel &model);
    /// Removes the version. Returns whether it existed. The name remains, and the number is not used again. Call
    /// `removeFolder` after the commit.
    bool remove(const QString &name, const QString &version);
    /// Removes the name with all its versions. Returns whether it existed. Call `removeFolder` after the commit.
    bool removeName(const QString &name);
    /// Renames the model and its folder. Conflict if the other name exists.
    Result<void> rename(const WorkspaceFolder &workspace, const QString &from, const QString &to);

    void setNameDescription(const QString &name, const QString &description);
    void setNameTag(const QString &name, const QString &key, const QString &value);
    void removeNameTag(const QString &name, const QString &key);
    void setVersionDescription(const QString &name, qint64 version, const QString &description);
    void setVersionTag(const QString &name, qint64 version, const QString &key, const QString &value);
    void removeVersionTag(const QString &name, qint64 version, const QString &key);
    void setStage(const QString &name, qint64 version, const QString &stage);
    /// Archives the other versions of the stage.
    void archiveOthers(const QString &name, qint64 version, const QString &stage);

    /// Returns the aliases by name.
    QList<ModelAlias> aliases(const QString &name) const;
    QStringList aliasesOf(const QString &name, qint64 version) const;
    /// Returns the version of an alias; for "latest" the newest version; nullopt if there is none.
    std::optional<qint64> versionOfAlias(const QString &name, const QString &alias) const;
    void setAlias(const QString &name, const QString &alias, qint64 version);
    void removeAlias(const QString &name, const QString &alias);

    /// Removes the files of a version, or of all versions of the name if `version` is empty. Call after their rows were
    /// removed and committed.
    static void removeFolder(const WorkspaceFolder &workspace, const QString &name, const QString &version = {});

private:
    Connection &m_connection;
};

} // namespace Roost::Service::Store
