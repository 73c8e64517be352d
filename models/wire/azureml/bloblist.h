// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"
#include "models/core/values.h"

#include <QByteArray>
#include <QDateTime>
#include <QStringList>

#include <optional>

namespace Roost::Wire {

// The XML of the storage's REST API.

/// The version of that API, which client and service write into each request and reply.
inline constexpr auto storageVersion = "2021-08-06";

struct ListedBlob
{
    QString name;
    qint64 size = -1; // -1 if the list does not state it
    QDateTime modified = {};
    QString etag = {};
    /// nullopt if the list contains no metadata.
    std::optional<StringMap> metadata = {};
};

/// One page of the blobs of a container. `next` is the marker of the next page, empty at the end.
struct BlobListing
{
    QString container;
    QString prefix;
    QString marker;
    QList<ListedBlob> blobs;
    QString next;
};

QByteArray blobListingToXml(const BlobListing &listing);
/// Reads names, sizes and the next marker. Some accounts list folders as blobs without content; these are left out.
Result<BlobListing> blobListingFromXml(const QByteArray &xml);

/// Returns the body of Put Block List, with ids in base64.
QByteArray blockListToXml(const QStringList &ids);
/// Returns the ids in order. Rejected if the body is not a block list.
Result<QStringList> blockListFromXml(const QByteArray &xml);

} // namespace Roost::Wire
