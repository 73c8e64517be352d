// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/api/blob/bloberror.h"

using namespace Qt::StringLiterals;

namespace Roost::Service::Blob {

using namespace Http;

namespace {

Response errorResponse(int status, const QString &code, const QString &message)
{
    return Response::bytes(Wire::blobError(code, message), "application/xml", status)
        .with("x-ms-error-code", code.toLatin1());
}

} // namespace

Response errorResponse(const Wire::ApiError &problem)
{
    const Error &error = problem.error();
    if (problem.status())
        return errorResponse(*problem.status(), problem.code(), error.text);
    switch (error.kind) {
    case ErrorKind::NotFound:
        return errorResponse(404, u"BlobNotFound"_s, error.text);
    case ErrorKind::Rejected:
        return errorResponse(400, u"InvalidResourceName"_s, error.text);
    case ErrorKind::Denied:
        return errorResponse(403, u"AuthorizationFailure"_s, error.text);
    default:
        return errorResponse(500, u"InternalError"_s, error.text);
    }
}

} // namespace Roost::Service::Blob
