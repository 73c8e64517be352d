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

/// One HTTP request and how it may be waited for.
struct RestRequest
{
    QByteArray method = "GET";
    QUrl url;
    QByteArray body;
    /// Sent instead of `body`, opened anew for each attempt.
    QString bodyFile;
    HttpHeaders headers;
    /// Nothing moved for so long: Unreachable.
    int silenceMs = 30000;
    /// Statuses beside 2xx that are an answer and no Error.
    QList<int> accept;
    /// A body longer than this is an Error, or with `cut` its beginning is the answer.
    qint64 limit = 256LL * 1024 * 1024;
    bool cut = false;
    /// Whether sending it twice does no harm; GET, HEAD, PUT and DELETE always are.
    bool repeatable = false;
    /// Bytes of the body sent so far, from the event loop; starts anew with each attempt.
    std::function<void(qint64)> sent;

    bool mayRepeat() const;
    /// Method and address without query, for error details: queries hold signatures.
    QString describe() const;
};

struct RestReply
{
    int status = 0;
    HttpHeaders headers;
    QByteArray body;

    /// Empty when absent; names do not differ by case.
    QByteArray header(QByteArrayView name) const;
    /// Whole number of a header, -1 when absent or none.
    qint64 number(QByteArrayView name) const;
};

/// Whole size out of "bytes 0-9/20" or "bytes */20"; -1 where it is not told.
qint64 sizeFromContentRange(const QByteArray &value);

/// Percent-encodes each segment of a relative path.
QString encodedPath(const QString &path);

} // namespace Roost::Rest
