// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/environment.h"
#include "models/service/store/database/database.h"

#include <QList>

namespace Roost::Service::Store {

/// A version of an environment as the workspace stores it. `environment.curated` is false: curated ones come from the
/// machine.
struct StoredEnvironment
{
    Environment environment;
    StringMap properties;
    /// Created for one job; it appears in no list.
    bool anonymous = false;
    bool archived = false;

    bool operator==(const StoredEnvironment &) const = default;
};

/// One name, with its newest and its next version.
struct EnvironmentName
{
    QString name;
    QString description;
    QString latestVersion;
    /// The name of the next one: one above the highest whole number among the versions.
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
    /// An empty version means the latest. NotFound, which lists the existing versions.
    Result<StoredEnvironment> version(const QString &name, const QString &version = {}) const;
    /// Creates the version, or changes its description, tags, properties and archived flag. Conflict when image or
    /// conda YAML would change. Returns whether it is new.
    Result<bool> save(const StoredEnvironment &environment);
    /// Returns whether it existed.
    Result<bool> remove(const QString &name, const QString &version);
    /// Removes the name with all versions; returns whether it existed.
    Result<bool> remove(const QString &name);

private:
    Database &m_database;
};

} // namespace Roost::Service::Store
