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
    HttpHeaders headers;
    /// Without any progress for this time, the request fails with Unreachable.
    int silenceMs = 30000;
    /// Statuses besides 2xx that are not an Error.
    QList<int> accept;
    /// A longer body is an Error, or with `cut`, only its beginning is returned.
    qint64 limit = 256LL * 1024 * 1024;
    bool cut = false;
    /// Whether sending the request twice is harmless. GET, HEAD, PUT and DELETE always are repeatable.
    bool repeatable = false;
    /// Called from the event loop with the number of body bytes sent; restarts with each attempt.
    std::function<void(qint64)> sent;

    bool mayRepeat() const;
    /// Method and address for error details, without the query, which may hold signatures.
    QString describe() const;
};

struct RestReply
{
    int status = 0;
    HttpHeaders headers;
    QByteArray body;

    /// The value of a header, empty without one. Names are case-insensitive.
    QByteArray header(QByteArrayView name) const;
    /// A header as a whole number, -1 if it is missing or no number.
    qint64 number(QByteArrayView name) const;
};

/// The total size in "bytes 0-9/20" or "bytes */20"; -1 without one.
qint64 sizeFromContentRange(const QByteArray &value);

/// Percent-encodes each segment of a relative path.
QString encodedPath(const QString &path);

} // namespace Roost::Rest
