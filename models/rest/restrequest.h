// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QUrl>

#include <functional>
#include <utility>

namespace Roost::Rest {

using HttpHeaders = QList<std::pair<QByteArray, QByteArray>>;

/// One HTTP request with its limits.
struct RestRequest
{
    QByteArray method = "GET";
    QUrl url;
    QByteArray body;
    /// A file that is sent instead of `body`; opened again for each attempt.
    QString bodyFile;
    /// A file that receives the body of a 2xx reply, of any size, instead of RestReply::body. Each attempt overwrites
    /// it; it is incomplete if the request fails.
    QString replyFile;
    HttpHeaders headers;
    /// If there is no progress for this time, the request fails with Unreachable.
    int silenceMs = 30000;
    /// Statuses other than 2xx that are not an Error.
    QList<int> accept;
    /// The maximum size of the body. A longer body is an Error or, with `cut`, is truncated.
    qint64 limit = 256LL * 1024 * 1024;
    bool cut = false;
    /// Whether sending the request twice is harmless. GET, HEAD, PUT and DELETE are always repeatable.
    bool repeatable = false;
    /// Called from the event loop with the number of body bytes sent; starts at 0 for each attempt.
    std::function<void(qint64)> sent;

    bool mayRepeat() const;
    /// Returns method and URL for error details, without the query, which may contain signatures.
    QString describe() const;
};

struct RestReply
{
    int status = 0;
    HttpHeaders headers;
    QByteArray body;

    /// Returns the value of a header; empty if it is missing. Names are case-insensitive.
    QByteArray header(QByteArrayView name) const;
    /// Returns a header as a whole number; -1 if it is missing or not a number.
    qint64 number(QByteArrayView name) const;
};

/// Returns the total size in "bytes 0-9/20" or "bytes */20"; -1 if there is none.
qint64 sizeFromContentRange(const QByteArray &value);

/// Returns the URL of `below`, a percent-encoded path, below the path of `base`, with the unencoded pairs of `query`.
QUrl urlBelow(const QUrl &base, const QString &below, const QList<std::pair<QString, QString>> &query = {});

/// Percent-encodes each segment of a relative path.
QString encodedPath(const QString &path);

} // namespace Roost::Rest
