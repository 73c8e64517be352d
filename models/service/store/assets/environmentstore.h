// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/environment.h"
#include "models/service/store/database/database.h"

#include <QList>

namespace Roost::Service::Store {

/// A version of an environment as stored in the workspace. `environment.curated` is false, because curated environments
/// are not stored: the machine offers them.
struct StoredEnvironment
{
    Environment environment;
    StringMap properties;
    /// Created for a single job; not listed.
    bool anonymous = false;
    bool archived = false;

    bool operator==(const StoredEnvironment &) const = default;
};

/// The name of an environment, with its newest and its next version.
struct EnvironmentName
{
    QString name;
    QString description;
    QString latestVersion;
    /// The name of the next version: one above the highest whole number among the versions.
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
    /// NotFound if there is no such name.
    Result<EnvironmentName> name(const QString &name) const;
    /// Returns the versions, newest first.
    Result<QList<StoredEnvironment>> versions(const QString &name) const;
    /// Returns the version; if `version` is empty, the latest. The error NotFound lists the existing versions.
    Result<StoredEnvironment> version(const QString &name, const QString &version = {}) const;
    /// Creates the version, or changes its description, tags, properties and archived flag. Conflict if image or conda
    /// YAML would change. Returns whether the version is new.
    Result<bool> save(const StoredEnvironment &environment);
    /// Removes the version. Returns whether it existed.
    Result<bool> remove(const QString &name, const QString &version);
    /// Removes the name with all its versions. Returns whether it existed.
    Result<bool> remove(const QString &name);

private:
    Database &m_database;
};

} // namespace Roost::Service::Store
