// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/api/mlflow/absent.h"

#include "models/service/api/mlflow/rpchandler.h"

#include <array>

using namespace Qt::StringLiterals;

namespace Roost::Service::Mlflow {

using namespace Http;
using namespace Wire;

namespace {

struct Feature
{
    const char *path; // the beginning of a path
    const char *name;
};

constexpr std::array features{
    Feature{"/v1/traces", "traces"},
    Feature{"/api/2.0/mlflow/traces", "traces"},
    Feature{"/ajax-api/2.0/mlflow/traces", "traces"},
    Feature{"/ajax-api/2.0/mlflow/get-trace-artifact", "traces"},
    Feature{"/api/3.0/mlflow/traces", "traces"},
    Feature{"/ajax-api/3.0/mlflow/traces", "traces"},
    Feature{"/ajax-api/3.0/mlflow/get-trace-artifact", "traces"},
    Feature{"/api/3.0/mlflow/assessments", "assessments of traces"},
    Feature{"/api/3.0/mlflow/issues", "issues of traces"},
    Feature{"/api/3.0/mlflow/datasets", "evaluation datasets of traces"},
    Feature{"/ajax-api/3.0/mlflow/datasets", "evaluation datasets of traces"},
    Feature{"/api/3.0/mlflow/scorers", "scorers"},
    Feature{"/ajax-api/3.0/mlflow/scorers", "scorers"},
    Feature{"/api/3.0/mlflow/gateway", "AI gateway"},
    Feature{"/ajax-api/3.0/mlflow/gateway", "AI gateway"},
    Feature{"/gateway", "AI gateway"},
    Feature{"/ajax-api/2.0/mlflow/gateway-proxy", "AI gateway"},
    Feature{"/ajax-api/2.0/mlflow/runs/create-promptlab-run", "prompt lab"},
    Feature{"/api/2.0/mlflow/webhooks", "webhooks"},
    Feature{"/ajax-api/2.0/mlflow/webhooks", "webhooks"},
    Feature{"/graphql", "GraphQL"},
    Feature{"/ajax-api/2.0/mlflow/graphql", "GraphQL"},
};

} // namespace

void addAbsentRoutes(Router &router, const QByteArray &base)
{
    for (const Feature &feature : features) {
        const QString text =
            u"Roost has no %1: it stores experiments, runs, models, prompts and artifacts. Use another "
            "MLflow server for %1."_s.arg(QLatin1StringView(feature.name));
        const Handler refuse = [text](Request &) -> Response { throw ApiError(404, u"ENDPOINT_NOT_FOUND"_s, text); };
        for (const char *method : {"GET", "POST", "PUT", "PATCH", "DELETE"})
            router.add(method, base + feature.path + "/{rest*}", answeringErrors(refuse));
    }
}

} // namespace Roost::Service::Mlflow
