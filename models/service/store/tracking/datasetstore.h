// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/dataset.h"
#include "models/core/values.h"
#include "models/service/store/database/connection.h"

#include <QList>
#include <QString>

#include <optional>

namespace Roost::Service::Store {

/// The data sets of experiments and the runs that read them, within one transaction.
class DatasetStore
{
public:
    explicit DatasetStore(Connection &connection)
        : m_connection(connection)
    {
    }

    /// Records that the run read the data set, and creates the data set if its experiment has none with this name and
    /// digest. The tags with which the run first logged the data set are kept.
    void logInput(qint64 run, qint64 experiment, const DatasetInput &input);
    /// Returns the data sets that runs of these experiments read, each with its context; at most 1000.
    QList<DatasetSummary> summaries(const QList<qint64> &experiments) const;

private:
    Connection &m_connection;
};

} // namespace Roost::Service::Store
