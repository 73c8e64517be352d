// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backends/mlflow/mlflowworkspace.h"

#include "models/backends/mlflow/mlflowmodelregistry.h"
#include "models/backends/mlflow/mlflowrunhistory.h"

using namespace Qt::StringLiterals;

namespace Roost::Mlflow {

using namespace Rest;

bool MlflowSettings::knowsPasswordOf(const QString &user)
{
    return qEnvironmentVariable("MLFLOW_TRACKING_USERNAME") == user &&
           qEnvironmentVariableIsSet("MLFLOW_TRACKING_PASSWORD");
}

MlflowSettings MlflowSettings::fromEnvironment(const QString &url, const SignIn &signIn)
{
    MlflowSettings settings{QUrl(url), nullptr};
    QString user = settings.url.userName(QUrl::FullyDecoded);
    // The network layer would use a password in the address by itself, and the window would show it.
    settings.url.setUserInfo({});
    const QString named = qEnvironmentVariable("MLFLOW_TRACKING_USERNAME");
    QString password = signIn.password;
    const bool isKnown = !password.isNull() || !signIn.token.isEmpty();
    if (!isKnown && (user.isEmpty() ? !named.isEmpty() : knowsPasswordOf(user))) {
        user = named;
        password = qEnvironmentVariable("MLFLOW_TRACKING_PASSWORD");
    }
    const QByteArray token = signIn.token.isEmpty() ? qgetenv("MLFLOW_TRACKING_TOKEN") : signIn.token.toUtf8();
    if (!user.isEmpty())
        settings.credential = StaticCredential::basic(user, password, signIn.mayTravelInPlain);
    else if (!token.isEmpty())
        settings.credential = std::make_shared<StaticCredential>(token, signIn.mayTravelInPlain);
    return settings;
}

Future<std::shared_ptr<Workspace>> MlflowWorkspace::open(QNetworkAccessManager *network, const MlflowSettings &settings)
{
    const auto context = std::make_shared<Context>(network, settings.credential);
    context->base = settings.url.adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::StripTrailingSlash);
    context->client.trust(context->base);
    return transform(experiments(context),
                     [context](const QList<Wire::MlflowExperiment> &) -> Result<std::shared_ptr<Workspace>> {
                         return std::shared_ptr<Workspace>(new MlflowWorkspace(context));
                     });
}

MlflowWorkspace::MlflowWorkspace(std::shared_ptr<Context> context)
    : m_context(std::move(context))
    , m_history(std::make_unique<MlflowRunHistory>(m_context))
    , m_models(std::make_unique<MlflowModelRegistry>(m_context))
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

Future<WorkspaceInfo> MlflowWorkspace::info()
{
    RestRequest request;
    request.url = m_context->plainUrl(u"version"_s);
    const auto base = m_context->base;
    // Databricks and Azure have no such page; the version is then unknown.
    return then(m_context->client.send(std::move(request)), [base](const Result<RestReply> &reply) {
        WorkspaceInfo info;
        info.name = base.host();
        info.location = base.host();
        info.trackingUri = base.toString();
        if (reply && reply->body.size() < 40)
            info.description = u"MLflow %1"_s.arg(QString::fromUtf8(reply->body).trimmed());
        return readyFuture<WorkspaceInfo>(info);
    });
}

} // namespace Roost::Mlflow
