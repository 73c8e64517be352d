// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/api/roost/metricroutes.h"

#include "models/service/api/roost/extensionroute.h"
#include "models/service/store/tracking/metricstore.h"
#include "models/service/store/tracking/runstore.h"
#include "models/wire/apierror.h"
#include "models/wire/roost/metricwindow.h"

namespace Roost::Service::Extensions {

using namespace Http;
using namespace Store;
using Wire::valueOf;

namespace {

MetricWindow windowOf(WorkspaceStore &store, const Request &request)
{
    const auto query = Wire::metricWindowQueryFrom([&request](QStringView key) { return request.parameter(key); });
    return valueOf(store.database().read([&](Connection &connection) -> Result<MetricWindow> {
        const auto run = RunStore(connection).find(request.capture(u"run"));
        if (!run)
            return std::unexpected(run.error());
        return MetricStore(connection).window(run->seq, query);
    }));
}

} // namespace

void addMetricRoutes(Router &router, WorkspaceStore &store)
{
    addExtensionRoute(router, "GET", "runs/{run}/metrics/window", [&store](Request &request) {
        return Response::jsonText(Wire::toJsonText(windowOf(store, request)));
    });
}

} // namespace Roost::Service::Extensions
