// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backends/mlflow/mlflowworkspace.h"

#include "models/backends/mlflow/mlflowmodelregistry.h"
#include "models/backends/mlflow/mlflowrunhistory.h"
#include "models/backends/mlflow/refusals.h"

#include <QNetworkAccessManager>

using namespace Qt::StringLiterals;

namespace Roost::Mlflow {

using namespace Rest;

Future<std::shared_ptr<MlflowWorkspace>> MlflowWorkspace::open(QNetworkAccessManager *network,
                                                               const MlflowSettings &settings)
{
    const bool isShared = settings.tls == TlsOptions();
    const auto own = isShared ? nullptr : std::make_shared<QNetworkAccessManager>();
    const auto context = std::make_shared<Context>(own ? own.get() : network, settings.credential, own);
    context->base = settings.url.adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::StripTrailingSlash);
    context->client.trust(context->base);
    context->client.setRetryPolicy(settings.retries);
    if (const auto usable = context->client.setTls(settings.tls); !usable)
        return readyFuture<std::shared_ptr<MlflowWorkspace>>(std::unexpected(usable.error()));
    const bool hasCredential = settings.credential != nullptr;
    // Both requests are under way at once, because a server may need seconds for each.
    const auto version = detectVersion(context);
    return then(experiments(context),
                [context, hasCredential, version](const Result<QList<Wire::MlflowExperiment>> &found) {
                    if (!found)
                        return readyFuture<std::shared_ptr<MlflowWorkspace>>(
                            std::unexpected(explained(found.error(), context->base, hasCredential)));
                    return then(version, [context, count = found->size()](const Result<void> &) {
                        return readyFuture<std::shared_ptr<MlflowWorkspace>>(
                            std::shared_ptr<MlflowWorkspace>(new MlflowWorkspace(context, count)));
                    });
                });
}

MlflowWorkspace::MlflowWorkspace(std::shared_ptr<Context> context, qsizetype experimentCount)
    : m_context(std::move(context))
    , m_history(std::make_unique<MlflowRunHistory>(m_context))
    , m_models(std::make_unique<MlflowModelRegistry>(m_context))
    , m_experimentCount(experimentCount)
{
}

MlflowWorkspace::~MlflowWorkspace() = default;

RunHistory *MlflowWorkspace::runHistory()
{
    return m_history.get();
}

FileReader *MlflowWorkspace::files()
{
    return m_history.get();
}

// Requests the smallest thing that needs the server's database and the sign-in, so that a server that went away, or no
// longer accepts the user, is noticed.
Future<WorkspaceInfo> MlflowWorkspace::info()
{
    const auto context = m_context;
    const auto body = Wire::experimentsSearchBody({}, 1);
    return transform(context->client.query(context->url(u"experiments/search"_s), body),
                     [context](const QJsonObject &) -> Result<WorkspaceInfo> {
                         WorkspaceInfo info;
                         info.name = context->base.authority(QUrl::PrettyDecoded);
                         info.location = context->base.host();
                         info.trackingUri = context->base.toString();
                         if (!context->version.isEmpty())
                             info.description = u"MLflow %1"_s.arg(context->version);
                         return info;
                     });
}

} // namespace Roost::Mlflow
