// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/api/roost/runroutes.h"

#include "models/service/api/roost/extensionroute.h"
#include "models/service/jobs/jobscheduler.h"
#include "models/wire/apierror.h"
#include "models/wire/roost/service.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Roost::Service::Extensions {

using namespace Http;
using namespace Jobs;
using Wire::valueOf;

void addRunRoutes(Router &router, JobScheduler &jobs)
{
    addExtensionRoute(router, "POST", "runs/{id}/proceed", [&jobs](Request &request) {
        valueOf(jobs.proceed(request.capture(u"id")));
        return Response::json(QJsonObject());
    });
    addExtensionRoute(router, "POST", "runs/{id}/stacks", [&jobs](Request &request) {
        return Response::json(Wire::stacksReply(valueOf(jobs.takeStacks(request.capture(u"id")))));
    });
}

} // namespace Roost::Service::Extensions
