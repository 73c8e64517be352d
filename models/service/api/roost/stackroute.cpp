// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/api/roost/stackroute.h"

#include "models/service/jobs/jobs.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Roost::Service {

void addStackRoute(Router &router, Jobs &jobs)
{
    router.add("POST", "/roost/v1/runs/{id}/stacks", [&jobs](Request &request) {
        const auto files = jobs.takeStacks(request.capture(u"id"));
        if (files)
            return Response::json({{u"files"_s, QJsonArray::fromStringList(*files)}});
        switch (files.error().kind) {
        case ErrorKind::NotFound:
            return plainError(404, "NotFound", "RESOURCE_DOES_NOT_EXIST", files.error().text);
        case ErrorKind::Conflict:
            return plainError(409, "Conflict", "RESOURCE_CONFLICT", files.error().text);
        default:
            return plainError(500, "InternalError", "INTERNAL_ERROR", files.error().text);
        }
    });
}

} // namespace Roost::Service
