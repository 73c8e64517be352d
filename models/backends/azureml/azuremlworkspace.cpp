// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backends/azureml/azuremlworkspace.h"

#include "models/backends/azureml/azureactivityfeed.h"
#include "models/backends/azureml/azurechangefeed.h"
#include "models/backends/azureml/azurecomputecatalog.h"
#include "models/backends/azureml/azurecomputeload.h"
#include "models/backends/azureml/azureenvironmentcatalog.h"
#include "models/backends/azureml/azureheldruns.h"
#include "models/backends/azureml/azurejobservice.h"
#include "models/backends/azureml/azuremaintenance.h"
#include "models/backends/azureml/azuremetricwindows.h"
#include "models/backends/azureml/azuremodelregistry.h"
#include "models/backends/azureml/azurerunhistory.h"
#include "models/backends/azureml/azurerunprobe.h"
#include "models/wire/azureml/workspaceinfo.h"
#include "models/wire/roost/service.h"

using namespace Qt::StringLiterals;

namespace Roost::AzureMl {

namespace {

// Determines the regional address by discovery or, if discovery does not respond, from the usual form of the address.
Future<void> discover(const ContextPtr &context, const QJsonObject &resource)
{
    const QUrl mlflow(Wire::trackingUrlOf(resource));
    context->mlflow = mlflow;
    const auto info = Wire::workspaceFrom(resource);
    context->location = info.location;
    context->takesJobs = !info.isHub();
    const QUrl discovery(Wire::discoveryUrlOf(resource));
    const auto useRegion = [context, mlflow](const QUrl &api) {
        context->api = api;
        context->client.trust(api);
        if (!mlflow.isEmpty())
            context->client.trust(mlflow);
    };
    const QUrl guess(u"https://%1.api.azureml.ms"_s.arg(context->location));
    if (discovery.isEmpty()) {
        useRegion(guess);
        return readyFuture<void>({});
    }
    return then(context->client.get(discovery), [useRegion, guess](const Result<QJsonObject> &json) -> Future<void> {
        if (!json && json.error().kind != ErrorKind::NotFound)
            return readyFuture<void>(std::unexpected(json.error()));
        const QUrl api(json ? Wire::apiUrlFrom(*json) : QString());
        useRegion(api.isEmpty() ? guess : api);
        return readyFuture<void>({});
    });
}

// Returns whether the service has the extensions. Azure replies with 404, or with a body that is not a status.
Future<bool> hasExtensions(const ContextPtr &context)
{
    return then(context->client.get(context->roostUrl(u"status"_s)), [](const Result<QJsonObject> &json) {
        return readyFuture<bool>(json && Wire::serviceStatusFrom(*json).pid > 0);
    });
}

} // namespace

Future<std::shared_ptr<Workspace>> AzureMlWorkspace::open(QNetworkAccessManager *network,
                                                          const AzureMlSettings &settings)
{
    const auto context = std::make_shared<Context>(network, settings.credential);
    context->id = settings.workspace;
    context->arm = settings.endpoint;
    context->apiVersion = settings.apiVersion;
    context->folder = settings.folder;
    context->client.setReconnector(settings.reconnector);
    context->client.trust(settings.endpoint);
    auto found = andThen(context->client.get(context->armUrl({})),
                         [context](const QJsonObject &resource) { return discover(context, resource); });
    auto probed = andThen(found, [context] { return hasExtensions(context); });
    return transform(probed, [context](bool hasRoost) -> Result<std::shared_ptr<Workspace>> {
        context->hasRoost = hasRoost;
        return std::shared_ptr<Workspace>(new AzureMlWorkspace(context));
    });
}

AzureMlWorkspace::AzureMlWorkspace(std::shared_ptr<Context> context)
    : m_context(std::move(context))
    , m_history(std::make_unique<AzureRunHistory>(m_context))
    , m_jobs(m_context->takesJobs ? std::make_unique<AzureJobService>(m_context) : nullptr)
    , m_computes(std::make_unique<AzureComputeCatalog>(m_context))
    , m_environments(std::make_unique<AzureEnvironmentCatalog>(m_context))
    , m_models(std::make_unique<AzureModelRegistry>(m_context))
    , m_changes(m_context->hasRoost ? std::make_unique<AzureChangeFeed>(m_context) : nullptr)
    , m_activity(m_context->hasRoost ? std::make_unique<AzureActivityFeed>(m_context) : nullptr)
    , m_probe(m_context->hasRoost ? std::make_unique<AzureRunProbe>(m_context) : nullptr)
    , m_heldRuns(m_context->hasRoost ? std::make_unique<AzureHeldRuns>(m_context) : nullptr)
    , m_metricWindows(m_context->hasRoost ? std::make_unique<AzureMetricWindows>(m_context) : nullptr)
    , m_computeLoad(m_context->hasRoost ? std::make_unique<AzureComputeLoad>(m_context) : nullptr)
    , m_maintenance(m_context->hasRoost ? std::make_unique<AzureMaintenance>(m_context) : nullptr)
{
}

AzureMlWorkspace::~AzureMlWorkspace() = default;

RunHistory *AzureMlWorkspace::runHistory()
{
    return m_history.get();
}

ComputeLoad *AzureMlWorkspace::computeLoad()
{
    return m_computeLoad.get();
}

FileReader *AzureMlWorkspace::files()
{
    return m_history.get();
}

Future<WorkspaceInfo> AzureMlWorkspace::info()
{
    const auto context = m_context;
    auto plain = transform(context->client.get(context->armUrl({})),
                           [context](const QJsonObject &resource) -> Result<WorkspaceInfo> {
                               auto info = Wire::workspaceFrom(resource);
                               info.folder = context->folder;
                               return info;
                           });
    if (!m_context->hasRoost)
        return plain;
    return andThen(plain, [context](const WorkspaceInfo &info) {
        return transform(context->client.get(context->roostUrl(u"status"_s)),
                         [info](const QJsonObject &json) -> Result<WorkspaceInfo> {
                             const auto status = Wire::serviceStatusFrom(json);
                             auto whole = info;
                             whole.storage = status.storage;
                             if (whole.folder.isEmpty())
                                 whole.folder = status.workspace;
                             return whole;
                         });
    });
}

} // namespace Roost::AzureMl
