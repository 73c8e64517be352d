// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"
#include "models/core/values.h"
#include "models/service/api/blob/containers.h"

#include <QByteArray>
#include <QStringList>

#include <functional>

namespace Roost::Service::Blob {

/// The XML of a container listing (EnumerationResults). `next` is the marker of the next page, empty at the end.
QByteArray containerListing(const QString &container, const QString &prefix, const QString &marker,
                            const QList<BlobEntry> &entries, const QString &next,
                            const std::function<StringMap(const QString &name)> &metadata);

/// The block ids of a Put Block List body, in order, as they came (base64). Rejected when it is none.
Result<QStringList> readBlockList(const QByteArray &xml);

/// Changes when the file was replaced, not when it grew.
QByteArray etagOf(const Files::FileFacts &facts);
/// "Mon, 23 Nov 2026 06:00:00 GMT"
QByteArray httpTime(const QDateTime &time);

} // namespace Roost::Service::Blob
