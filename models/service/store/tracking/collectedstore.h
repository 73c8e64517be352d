// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/store/database/connection.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace Roost::Service::Store {

/// How far a file of a run was read. `path` is relative to the run.
struct CollectedFile
{
    QString path;
    qint64 position = 0;
    QByteArray state;
    bool operator==(const CollectedFile &) const = default;
};

/// A metric that was read from files of a folder.
struct CollectedSeries
{
    QString folder;
    QString key;
    bool operator==(const CollectedSeries &) const = default;
};

/// How far the files of runs were read for metrics, within one transaction, as in RunStore. `run` is the run's seq.
class CollectedStore
{
public:
    explicit CollectedStore(Connection &connection)
        : m_connection(connection)
    {
    }

    QList<CollectedFile> files(qint64 run) const;
    /// Adds or replaces the position of a file.
    void setFile(qint64 run, const CollectedFile &file);
    QList<CollectedSeries> series(qint64 run) const;
    /// Does nothing if the folder has the metric already.
    void addSeries(qint64 run, const CollectedSeries &series);

private:
    Connection &m_connection;
};

} // namespace Roost::Service::Store
