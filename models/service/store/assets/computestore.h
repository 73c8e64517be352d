// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/compute.h"
#include "models/service/store/database/database.h"

#include <QJsonObject>
#include <QList>

namespace Roost::Service::Store {

/// The computes people made in a workspace. `local` is not kept here: it is the machine itself. Thread-safe.
class ComputeStore
{
public:
    explicit ComputeStore(Database &database)
        : m_database(database)
    {
    }

    /// By name. Node counts are those asked for; what runs is not known here.
    Result<QList<Compute>> all() const;
    /// Names differ by more than case. NotFound where there is none.
    Result<Compute> compute(const QString &name) const;
    /// Makes or replaces it. True: it is new.
    Result<bool> save(const Compute &compute);
    Result<bool> setState(const QString &name, ProvisioningState state, const QStringList &errors = {});
    /// What a client asked beside what a Compute holds, to be given back; empty where nothing is kept.
    Result<bool> keepSent(const QString &name, const QJsonObject &sent);
    QJsonObject sent(const QString &name) const;
    /// False where there was none.
    Result<bool> remove(const QString &name);

private:
    Database &m_database;
};

} // namespace Roost::Service::Store
