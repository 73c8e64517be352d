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

struct DatasetSummary
{
    qint64 experiment = 0;
    QString name;
    QString digest;
    std::optional<QString> context;
};

/// The data sets of experiments and the runs that read them, within one transaction.
class DatasetStore
{
public:
    explicit DatasetStore(Connection &connection)
        : m_connection(connection)
    {
    }

    /// Notes that the run read the data set, which is created if its experiment has none of this name and digest. The
    /// tags a run first logged it with stay.
    void logInput(qint64 run, qint64 experiment, const DatasetInput &input);
    /// In the order they were logged.
    QList<DatasetInput> inputs(qint64 run) const;
    /// The data sets that runs of these experiments read, each with its context; at most 1000.
    QList<DatasetSummary> summaries(const QList<qint64> &experiments) const;

private:
    Connection &m_connection;
};

} // namespace Roost::Service::Store
