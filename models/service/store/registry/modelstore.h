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

/// A version as the registry stores it. Both protocols show the same rows.
struct StoredModel
{
    ModelVersion model; // `uri` is the source as it was given
    /// A folder below models/ ("birds/1"), or a URI of MLflow.
    QString location;
    bool archived = false;
    QString loggedModel; // MLflow's logged model that it was registered from
    QString runLink;
    QString user;
    QString stage; // MLflow's: None, Staging, Production, Archived
    /// As stored, and as the numbers of MLflow's protocol.
    enum class Status { Unspecified = 0, PendingRegistration = 1, FailedRegistration = 2, Ready = 3 };
    Status status = Status::Ready;
    QString statusMessage;
    QDateTime updated;
};

struct ModelAlias
{
    QString alias;
    qint64 version = 0;
};

struct ModelFile
{
    QString path; // below the version's folder
    qint64 size = 0;
    QByteArray md5;    // hex
    QByteArray sha256; // hex
};

struct ModelName
{
    RegisteredModel model; // without a latestVersion where it has no version
    QString nextVersion;   // one above the highest number that any version ever had
    QDateTime updated;
};

/// The model registry of both protocols, within one transaction: each protocol numbers, inserts, renames and removes
/// through this class alone. Bump "models" after the commit.
class ModelStore
{
public:
    explicit ModelStore(Connection &connection)
        : m_connection(connection)
    {
    }

    QList<ModelName> names() const;
    /// NotFound where there is none.
    Result<ModelName> name(const QString &name) const;
    bool hasName(const QString &name) const;
    /// Newest first.
    QList<StoredModel> versions(const QString &name) const;
    Result<StoredModel> version(const QString &name, const QString &version) const;
    bool hasVersion(const QString &name, qint64 version) const;
    QList<ModelFile> files(const QString &name, const QString &version) const;
    /// The newest version of each stage; the stage whose first version is older comes first.
    QList<StoredModel> latestOfStages(const QString &name) const;

    /// Creates a name without versions; Conflict where it exists.
    Result<void> createName(const QString &name, const QString &description);
    /// Creates the name if it does not exist. Conflict when the version exists.
    Result<void> insert(const StoredModel &model, const QList<ModelFile> &files);
    /// Changes description, type, tags, properties and the archived flag.
    void update(const StoredModel &model);
    /// Returns whether the version existed. The name stays and remembers the number. Call `removeFolder` after the
    /// commit.
    bool remove(const QString &name, const QString &version);
    /// Removes the name with all its versions, likewise.
    bool removeName(const QString &name);
    /// Renames the folder too. Conflict where the other name exists.
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

    /// By name.
    QList<ModelAlias> aliases(const QString &name) const;
    QStringList aliasesOf(const QString &name, qint64 version) const;
    /// The version an alias names; the newest one for "latest". Empty if there is none.
    std::optional<qint64> versionOfAlias(const QString &name, const QString &alias) const;
    void setAlias(const QString &name, const QString &alias, qint64 version);
    void removeAlias(const QString &name, const QString &alias);

    /// Removes the files of a version, or of the whole name where `version` is empty, once their rows are gone.
    static void removeFolder(const WorkspaceFolder &workspace, const QString &name, const QString &version = {});

private:
    Connection &m_connection;
};

} // namespace Roost::Service::Store
