// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/model.h"
#include "models/service/store/database.h"
#include "models/service/store/workspacefolder.h"

#include <QList>

namespace Roost::Service::Store {

/// A version as the registry's tables hold it; the same rows that MLflow's registry shows.
struct StoredModel
{
    ModelVersion model; // `uri` is the source as it was given
    /// A folder below models/ ("birds/1"), or a URI of MLflow's.
    QString location;
    bool archived = false;
    QString loggedModel; // MLflow's, which it was registered from
    QString runLink;
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
    QString nextVersion;   // one above the highest number there ever was
};

/// The model registry of both protocols: they number, insert, rename and remove by these functions alone. Functions of
/// one transaction, as those of Runs. Bump "models" afterwards.
namespace ModelStore {

QList<ModelName> names(Connection &connection);
/// NotFound where there is none.
Result<ModelName> name(Connection &connection, const QString &name);
/// Newest first.
QList<StoredModel> versions(Connection &connection, const QString &name);
Result<StoredModel> version(Connection &connection, const QString &name, const QString &version);
/// A name without versions; Conflict where there is one.
Result<void> createName(Connection &connection, const QString &name, const QString &description);
/// Makes the name where it is new. Conflict when the version exists.
Result<void> insert(Connection &connection, const StoredModel &model, const QList<ModelFile> &files);
/// Words around it: description, tags, properties, archived.
void update(Connection &connection, const StoredModel &model);
/// Says whether there was one. The name stays and remembers the number. Call `removeFolder` after the commit.
bool remove(Connection &connection, const QString &name, const QString &version);
/// The name with all its versions, likewise.
bool removeName(Connection &connection, const QString &name);
/// Moves the folder too. Conflict where the other name is taken.
Result<void> rename(Connection &connection, const WorkspaceFolder &workspace, const QString &from, const QString &to);
QList<ModelFile> files(Connection &connection, const QString &name, const QString &version);

/// Removes the files of a version, or of the whole name where `version` is empty, once their rows are gone.
void removeFolder(const WorkspaceFolder &workspace, const QString &name, const QString &version = {});

} // namespace ModelStore

} // namespace Roost::Service::Store
