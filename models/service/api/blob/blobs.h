// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/values.h"
#include "models/service/api/blob/blobcontainers.h"
#include "models/service/api/blob/blobsigner.h"
#include "models/service/api/blob/blobwriter.h"
#include "models/service/http/router.h"
#include "models/service/store/workspace/workspacestore.h"

#include <QHash>

#include <mutex>
#include <optional>

namespace Roost::Service::Blob {

/// The blobs of a workspace over HTTP, as Azure's storage serves them, at /blob/<container>/<path>. A client with a
/// signed URL needs no token. Handlers run on the server's threads; destroy the object after the server has stopped.
class Blobs
{
public:
    explicit Blobs(Store::WorkspaceStore &store);
    Blobs(const Blobs &) = delete;
    Blobs &operator=(const Blobs &) = delete;

    void addRoutes(Http::Router &router);

    const BlobContainers &containers() const { return m_containers; }
    /// Returns a signed URL, which is valid for some hours. `origin` is "http://127.0.0.1:PORT". If `path` is empty,
    /// the URL is that of the container.
    QString signedUrl(const QString &origin, const QString &container, const QString &path,
                      const QString &permissions = QStringLiteral("r")) const;
    /// Returns the URL without a signature.
    static QString plainUrl(const QString &origin, const QString &container, const QString &path);
    /// The name of the only storage account, as used in addresses, and its key, with which any address can be signed.
    static QString account() { return BlobSigner::account(); }
    QByteArray accountKey() const { return m_signer.key(); }
    /// Returns only the signature for a container.
    QString signature(const QString &container, const QString &permissions) const;
    /// Returns container and path of a URL from plainUrl or from an uploading client; nullopt for any other URL.
    static std::optional<std::pair<QString, QString>> fromUrl(const QString &url);

    /// Returns the MD5 of a blob whose content is final, computed once; empty while the blob may grow.
    QByteArray md5(const QString &container, const QString &path, QFile &file);

private:
    struct Known
    {
        Files::FileFacts facts;
        QByteArray md5;
    };

    Http::Response get(const Http::Request &request, const QString &container, const QString &path);
    Http::Response list(const Http::Request &request, const QString &container);
    /// Throws an ApiError if the signature does not permit the request.
    void checkSignature(const Http::Request &request, const QString &container, const QString &path,
                        QChar permission) const;
    bool mayStillGrow(const QString &container, const QString &path) const;

    Store::WorkspaceStore &m_store;
    BlobSigner m_signer = BlobSigner::random();
    BlobContainers m_containers;
    BlobWriter m_writer;
    std::mutex m_mutex;
    QHash<QString, Known> m_known;
};

} // namespace Roost::Service::Blob
