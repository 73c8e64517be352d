// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/compute.h"
#include "models/service/store/database/database.h"

#include <QJsonObject>
#include <QList>

namespace Roost::Service::Store {

/// The computes that users created in a workspace, without the machine itself. Thread-safe.
class ComputeStore
{
public:
    explicit ComputeStore(Database &database)
        : m_database(database)
    {
    }

    /// Returns the computes by name. The node counts are the requested ones; the store does not know how many nodes are
    /// running.
    Result<QList<Compute>> all() const;
    /// Compares names case-insensitively. NotFound if the compute does not exist.
    Result<Compute> compute(const QString &name) const;
    /// Creates or replaces the compute. Returns whether it is new.
    Result<bool> save(const Compute &compute);
    Result<void> setState(const QString &name, ProvisioningState state, const QStringList &errors = {});
    /// Stores the parts of a client's request that a Compute does not contain; they are only returned to clients. Empty
    /// if nothing was sent.
    Result<void> setSent(const QString &name, const QJsonObject &sent);
    QJsonObject sent(const QString &name) const;
    /// Removes the compute if it exists.
    Result<void> remove(const QString &name);

private:
    Database &m_database;
};

} // namespace Roost::Service::Store
