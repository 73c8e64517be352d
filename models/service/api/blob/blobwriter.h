// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/values.h"
#include "models/service/api/blob/blobcontainers.h"
#include "models/service/http/request.h"
#include "models/service/http/response.h"
#include "models/service/store/workspace/workspacestore.h"

namespace Roost::Service::Blob {

/// Handles the requests that change a blob, and throws an ApiError for a request that fails. The caller must check
/// first that the request may write the blob. Thread-safe.
class BlobWriter
{
public:
    /// Both must outlive this object.
    BlobWriter(Store::WorkspaceStore &store, const BlobContainers &containers);

    /// Stores a blob, one of its blocks (comp=block), the list of its blocks (comp=blocklist), or its metadata
    /// (comp=metadata).
    Http::Response put(Http::Request &request, const QString &container, const QString &path);
    Http::Response remove(const QString &container, const QString &path);
    /// Returns the metadata that a client stored with the blob.
    StringMap metadata(const QString &container, const QString &path) const;

private:
    Http::Response putWhole(Http::Request &request, const QString &container, const QString &path,
                            const BlobPlace &place);
    Http::Response putBlock(Http::Request &request, const QString &container, const QString &path);
    Http::Response putBlockList(Http::Request &request, const QString &container, const QString &path,
                                const BlobPlace &place);
    Http::Response putMetadata(const Http::Request &request, const QString &container, const QString &path);
    /// Returns the folder of a blob's uploaded blocks, below the folder of temporary files.
    static QString blockFolder(const QString &container, const QString &path);
    Files::ContainedFolder blocks() const { return Files::ContainedFolder(m_containers.temporaryFolder()); }
    /// Stores the metadata of the request's headers. Makes the file executable if the headers request it.
    void setMetadata(const Http::Request &request, const QString &container, const QString &path,
                     const BlobPlace &place);

    Store::WorkspaceStore &m_store;
    const BlobContainers &m_containers;
};

} // namespace Roost::Service::Blob
