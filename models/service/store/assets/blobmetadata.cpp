// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/store/assets/blobmetadata.h"

namespace Roost::Service::Store {

Result<StringMap> BlobMetadata::find(const QString &container, const QString &path) const
{
    return m_database.read([&](Connection &connection) -> Result<StringMap> {
        StringMap metadata;
        Statement rows = connection.query("SELECT name, value FROM blob_metadata WHERE container = ?1 AND path = ?2",
                                          container, path);
        while (rows.next())
            metadata.insert(rows.text(0), rows.text(1));
        return metadata;
    });
}

Result<void> BlobMetadata::replace(const QString &container, const QString &path, const StringMap &metadata)
{
    return m_database.write([&](Connection &connection) -> Result<void> {
        connection.run("DELETE FROM blob_metadata WHERE container = ?1 AND path = ?2", container, path);
        for (const auto &[key, value] : metadata.asKeyValueRange()) {
            connection.run("INSERT INTO blob_metadata(container, path, name, value) VALUES(?1, ?2, ?3, ?4)", container,
                           path, key, value);
        }
        return {};
    });
}

} // namespace Roost::Service::Store
