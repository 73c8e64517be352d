// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/environment.h"
#include "models/service/store/database/database.h"

#include <QList>

namespace Roost::Service::Store {

/// A version of an environment as the workspace keeps it. `environment.curated` is false: curated ones are not kept
/// here, the machine is asked for them.
struct StoredEnvironment
{
    Environment environment;
    StringMap properties;
    /// Made for one job; in no list.
    bool anonymous = false;
    bool archived = false;

    bool operator==(const StoredEnvironment &) const = default;
};

/// One name with its versions counted.
struct EnvironmentName
{
    QString name;
    QString description;
    QString latestVersion;
    /// What a client should call the next one: one above the highest whole number among them.
    QString nextVersion;
    bool archived = false;
    QDateTime created;
};

/// The environments of a workspace. Thread-safe.
class EnvironmentStore
{
public:
    explicit EnvironmentStore(Database &database)
        : m_database(database)
    {
    }

    Result<QList<EnvironmentName>> names() const;
    /// NotFound where there is no such name.
    Result<EnvironmentName> name(const QString &name) const;
    /// Newest first.
    Result<QList<StoredEnvironment>> versions(const QString &name) const;
    /// Empty version: the latest. NotFound naming what is there.
    Result<StoredEnvironment> version(const QString &name, const QString &version = {}) const;
    /// Makes the version, or changes words around it (description, tags, archived). Conflict when image or conda
    /// YAML would change. True: it is new.
    Result<bool> save(const StoredEnvironment &environment);
    /// False where there was none.
    Result<bool> remove(const QString &name, const QString &version);
    /// With all versions.
    Result<bool> remove(const QString &name);

private:
    Database &m_database;
};

} // namespace Roost::Service::Store
