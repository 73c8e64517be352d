// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/model.h"
#include "models/service/store/database.h"

#include <QList>

namespace Roost::Service {

/// A version as the registry's tables hold it; the same rows that MLflow's registry shows.
struct StoredModel
{
    ModelVersion model; // `uri` is the source as it was given
    /// A folder below models/ ("birds/1"), or a URI of MLflow's.
    QString location;
    bool archived = false;
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
    RegisteredModel model;
    QString nextVersion;
};

/// Functions of one transaction, as those of Runs. Bump "models" afterwards.
namespace RegisteredModels {

QList<ModelName> names(Connection &connection);
/// NotFound where there is none.
Result<ModelName> name(Connection &connection, const QString &name);
/// Newest first.
QList<StoredModel> versions(Connection &connection, const QString &name);
Result<StoredModel> version(Connection &connection, const QString &name, const QString &version);
/// Makes the name where it is new. Conflict when the version exists.
Result<void> insert(Connection &connection, const StoredModel &model, const QList<ModelFile> &files);
/// Words around it: description, tags, properties, archived.
void update(Connection &connection, const StoredModel &model);
/// Says whether there was one; the name goes with its last version.
bool remove(Connection &connection, const QString &name, const QString &version);
QList<ModelFile> files(Connection &connection, const QString &name, const QString &version);

} // namespace RegisteredModels

} // namespace Roost::Service
