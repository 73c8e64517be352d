// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/api/roost/runroutes.h"

#include "models/service/jobs/jobscheduler.h"
#include "models/wire/roost/service.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Roost::Service::Extensions {

using namespace Http;
using namespace Jobs;

namespace {

Response refusal(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::NotFound:
        return plainError(404, "NotFound", "RESOURCE_DOES_NOT_EXIST", error.text);
    case ErrorKind::Conflict:
        return plainError(409, "Conflict", "RESOURCE_CONFLICT", error.text);
    default:
        return plainError(500, "InternalError", "INTERNAL_ERROR", error.text);
    }
}

} // namespace

void addRunRoutes(Router &router, JobScheduler &jobs)
{
    router.add("POST", "/roost/v1/runs/{id}/proceed", [&jobs](Request &request) {
        const auto done = jobs.proceed(request.capture(u"id"));
        return done ? Response::json(QJsonObject()) : refusal(done.error());
    });
    router.add("POST", "/roost/v1/runs/{id}/stacks", [&jobs](Request &request) {
        const auto files = jobs.takeStacks(request.capture(u"id"));
        return files ? Response::json(Wire::stacksReply(*files)) : refusal(files.error());
    });
}

} // namespace Roost::Service::Extensions
