// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/store/tracking/collectedstore.h"

namespace Roost::Service::Store {

QList<CollectedFile> CollectedStore::files(qint64 run) const
{
    QList<CollectedFile> files;
    Statement row = m_connection.query("SELECT path, position, state FROM collected_files WHERE run = ?1", run);
    while (row.next())
        files.append({row.text(0), row.integer(1), row.bytes(2)});
    return files;
}

void CollectedStore::setFile(qint64 run, const CollectedFile &file)
{
    m_connection.run("INSERT OR REPLACE INTO collected_files(run, path, position, state) VALUES(?1, ?2, ?3, ?4)", run,
                     file.path, file.position, file.state);
}

QList<CollectedSeries> CollectedStore::series(qint64 run) const
{
    QList<CollectedSeries> series;
    Statement row = m_connection.query("SELECT folder, key FROM collected_series WHERE run = ?1", run);
    while (row.next())
        series.append({row.text(0), row.text(1)});
    return series;
}

void CollectedStore::addSeries(qint64 run, const CollectedSeries &series)
{
    m_connection.run("INSERT OR IGNORE INTO collected_series(run, folder, key) VALUES(?1, ?2, ?3)", run, series.folder,
                     series.key);
}

} // namespace Roost::Service::Store
