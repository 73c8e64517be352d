// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/store/database/connection.h"

#include <QString>

namespace Roost::Service::Store {

/// The rows of experiments, within one transaction, as RunStore has those of runs.
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

private:
    Connection &m_connection;
};

} // namespace Roost::Service::Store
