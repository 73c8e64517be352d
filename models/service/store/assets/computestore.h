// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/compute.h"
#include "models/service/store/database/database.h"

#include <QJsonObject>
#include <QList>

namespace Roost::Service::Store {

/// The computes that people created in a workspace. The machine itself is not among them. Thread-safe.
class ComputeStore
{
public:
    explicit ComputeStore(Database &database)
        : m_database(database)
    {
    }

    /// By name. Node counts are the requested ones; the running ones are not known here.
    Result<QList<Compute>> all() const;
    /// Names are compared without case. NotFound where there is none.
    Result<Compute> compute(const QString &name) const;
    /// Creates or replaces it; returns whether it is new.
    Result<bool> save(const Compute &compute);
    Result<void> setState(const QString &name, ProvisioningState state, const QStringList &errors = {});
    /// What a client sent beside what a Compute holds. It is only given back; empty if nothing was sent.
    Result<void> setSent(const QString &name, const QJsonObject &sent);
    QJsonObject sent(const QString &name) const;
    /// Returns whether it existed.
    Result<bool> remove(const QString &name);

private:
    Database &m_database;
};

} // namespace Roost::Service::Store
