// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/experiment.h"
#include "models/core/values.h"
#include "models/service/store/database/connection.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace Roost::Service::Store {

struct ExperimentRow : Experiment
{
    qint64 id = 0;
};

/// The rows of experiments, within one transaction, as in RunStore. Only this class creates experiments.
class ExperimentStore
{
public:
    explicit ExperimentStore(Connection &connection)
        : m_connection(connection)
    {
    }

    /// Returns the number of the experiment with this name, and creates the experiment if it does not exist. Rejected
    /// if it is deleted.
    Result<qint64> getOrCreate(const QString &name);
    /// Returns the URI below which the artifacts of experiments lie that name no location: that of the experiment
    /// Default without its id.
    QString artifactRoot() const;
    /// Moves the experiment Default, and so all later experiments, below another root. Rejected if Default has runs,
    /// unless its root is the same.
    Result<void> setArtifactRoot(const QString &root);
    /// Returns the number of the new experiment. If `artifactLocation` is empty, the service stores the artifacts.
    /// Conflict if an experiment has the name, even a deleted one.
    Result<qint64> create(const QString &name, const QString &artifactLocation, const StringMap &tags);
    /// Also finds deleted experiments.
    std::optional<ExperimentRow> find(qint64 id) const;
    std::optional<ExperimentRow> findByName(const QString &name) const;
    /// Returns the experiments that are not deleted, oldest first.
    QList<ExperimentRow> all() const;
    /// Conflict if another experiment has the name.
    Result<void> rename(qint64 id, const QString &name);
    /// Deletes the experiment with its runs, or restores it with the runs that were deleted with it. Returns the ids of
    /// the runs.
    QStringList setDeleted(qint64 id, bool deleted);

    StringMap tags(qint64 id) const;
    void setTag(qint64 id, const QString &key, const QString &value);
    /// Removes the tag. Returns whether it existed.
    bool removeTag(qint64 id, const QString &key);

private:
    qint64 insert(const QString &name, const QString &artifactLocation);
    void touch(qint64 id);

    Connection &m_connection;
};

} // namespace Roost::Service::Store
