// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/api/roost/extensionroute.h"

#include "models/wire/apierror.h"
#include "models/wire/roost/service.h"

namespace Roost::Service::Extensions {

using namespace Http;

namespace {

Response errorResponse(const Wire::ApiError &problem)
{
    const Error &error = problem.error();
    const int status = problem.status().value_or(Wire::statusOfKind(error.kind));
    switch (error.kind) {
    case ErrorKind::NotFound:
        return plainError(status, "NotFound", "RESOURCE_DOES_NOT_EXIST", error.text);
    case ErrorKind::Conflict:
        return plainError(status, "Conflict", "RESOURCE_CONFLICT", error.text);
    case ErrorKind::Rejected:
        return plainError(status, "BadArgument", "INVALID_PARAMETER_VALUE", error.text);
    default:
        return plainError(status, "InternalError", "INTERNAL_ERROR", error.text);
    }
}

} // namespace

void addExtensionRoute(Router &router, const QByteArray &method, const QByteArray &pattern, Handler handler)
{
    router.add(method, Wire::extensionsPath.toString().toLatin1() + pattern,
               [handler = std::move(handler)](Request &request) {
                   try {
                       return handler(request);
                   } catch (const Wire::ApiError &problem) {
                       return errorResponse(problem);
                   }
               });
}

} // namespace Roost::Service::Extensions
