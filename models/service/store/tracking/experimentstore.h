// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/values.h"
#include "models/service/store/database/connection.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace Roost::Service::Store {

struct ExperimentRow
{
    qint64 id = 0;
    QString name;
    QString artifactLocation;
    bool deleted = false;
    qint64 createdMs = 0;
    qint64 updatedMs = 0;
};

/// The rows of experiments, within one transaction, as RunStore has those of runs. Experiments are created here alone.
class ExperimentStore
{
public:
    explicit ExperimentStore(Connection &connection)
        : m_connection(connection)
    {
    }

    /// The number of the experiment with this name, which is created if it does not exist. Rejected when it is
    /// deleted.
    Result<qint64> getOrCreate(const QString &name);
    /// Returns the number. `artifactLocation` may be empty: the service keeps the artifacts. Conflict where an
    /// experiment has the name, also a deleted one.
    Result<qint64> create(const QString &name, const QString &artifactLocation, const StringMap &tags);
    /// Deleted experiments are found.
    std::optional<ExperimentRow> find(qint64 id) const;
    std::optional<ExperimentRow> findByName(const QString &name) const;
    /// Those that are not deleted, oldest first.
    QList<ExperimentRow> all() const;
    /// Conflict where another experiment has the name.
    Result<void> rename(qint64 id, const QString &name);
    /// Deletes or restores the experiment with its runs; returns the ids of the runs.
    QStringList setDeleted(qint64 id, bool deleted);

    StringMap tags(qint64 id) const;
    void setTag(qint64 id, const QString &key, const QString &value);
    /// Returns whether the tag existed.
    bool removeTag(qint64 id, const QString &key);

private:
    qint64 insert(const QString &name, const QString &artifactLocation);
    void touch(qint64 id);

    Connection &m_connection;
};

} // namespace Roost::Service::Store
