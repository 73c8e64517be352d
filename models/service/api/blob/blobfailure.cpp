// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/api/blob/blobfailure.h"

#include "models/wire/errors.h"

using namespace Qt::StringLiterals;

namespace Roost::Service::Blob {

using namespace Http;

Response blobFailure(int status, const QString &code, const QString &message)
{
    return Response::bytes(Wire::blobError(code, message), "application/xml", status)
        .with("x-ms-error-code", code.toLatin1());
}

Response blobFailure(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::NotFound:
        return blobFailure(404, u"BlobNotFound"_s, error.text);
    case ErrorKind::Rejected:
        return blobFailure(400, u"InvalidResourceName"_s, error.text);
    case ErrorKind::Denied:
        return blobFailure(403, u"AuthorizationFailure"_s, error.text);
    default:
        return blobFailure(500, u"InternalError"_s, error.text);
    }
}

} // namespace Roost::Service::Blob
