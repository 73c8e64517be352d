// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/values.h"
#include "models/service/store/database/database.h"

namespace Roost::Service::Store {

/// The metadata that clients store beside blobs. Thread-safe.
class BlobMetadata
{
public:
    explicit BlobMetadata(Database &database)
        : m_database(database)
    {
    }

    Result<StringMap> find(const QString &container, const QString &path) const;
    /// Replaces all metadata of the blob.
    Result<void> replace(const QString &container, const QString &path, const StringMap &metadata);

private:
    Database &m_database;
};

} // namespace Roost::Service::Store
