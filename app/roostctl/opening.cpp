// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roostctl/opening.h"

#include "models/backends/azureml/azuremlworkspace.h"
#include "models/backends/local/localworkspaces.h"
#include "models/backends/local/workspaceaddress.h"
#include "models/backends/mlflow/mlflowworkspace.h"
#include "models/rest/azureclicredential.h"
#include "models/trust/foldertrust.h"

namespace Roost::Ctl {

using namespace AzureMl;
using namespace Local;
using namespace Mlflow;
using namespace Rest;
using namespace Trust;

using namespace Qt::StringLiterals;

QString workspaceOf(const QString &folder, QStringList &passedOver)
{
    const auto found = findWorkspace(folder);
    passedOver = found.passedOver;
    return found.address;
}

std::optional<QString> whyNotTrusted(const QString &address)
{
    const auto folder = localFolder(address);
    if (!folder || checkTrust(*folder))
        return std::nullopt;
    return whoElsePrepared(*folder);
}

Result<void> trust(const QString &address)
{
    const auto folder = localFolder(address);
    return folder ? trustFolder(*folder) : std::unexpected(folder.error());
}

Result<QString> localFolder(const QString &address)
{
    const auto where = addressFromText(address);
    if (!where)
        return std::unexpected(where.error());
    if (where->kind != WorkspaceAddress::Kind::Local)
        return failure(ErrorKind::Rejected,
                       u"%1 is no workspace of this machine, so it has no service here."_s.arg(address));
    return where->folder;
}

QString trackingToken(const QString &address)
{
    const auto folder = localFolder(address);
    const auto endpoint = folder ? ServiceEndpoint::read(*folder) : std::unexpected(folder.error());
    return endpoint ? QString::fromLatin1(endpoint->token) : QString();
}

QString userWithoutPassword(const QString &address)
{
    const auto where = addressFromText(address);
    if (!where || where->kind != WorkspaceAddress::Kind::Server || !where->password.isNull())
        return {};
    const QString user = QUrl(where->url).userName(QUrl::FullyDecoded);
    return Mlflow::MlflowSettings::knowsPasswordOf(user) ? QString() : user;
}

Future<std::shared_ptr<Workspace>> openWorkspace(QNetworkAccessManager *network, const QString &address,
                                                 const SignIn &signIn)
{
    using Opened = Result<std::shared_ptr<Workspace>>;
    const auto where = addressFromText(address);
    if (!where)
        return readyFuture<std::shared_ptr<Workspace>>(Opened(std::unexpected(where.error())));
    switch (where->kind) {
    case WorkspaceAddress::Kind::Local:
        return LocalWorkspaces(network).open(where->folder);
    case WorkspaceAddress::Kind::AzureMl: {
        AzureMl::AzureMlSettings settings;
        settings.workspace = where->workspace;
        settings.credential = std::make_shared<AzureCliCredential>();
        return AzureMl::AzureMlWorkspace::open(network, settings);
    }
    case WorkspaceAddress::Kind::Server: {
        const QString password = where->password.isNull() ? signIn.password : where->password;
        const auto settings = Mlflow::MlflowSettings::fromEnvironment(where->url, {password, signIn.mayTravelInPlain});
        return LocalWorkspaces(network).openServer(settings.url, settings.credential, [network, settings] {
            return Mlflow::MlflowWorkspace::open(network, settings);
        });
    }
    }
    std::unreachable();
}

Future<std::shared_ptr<Workspace>> createWorkspace(QNetworkAccessManager *network, const QString &folder,
                                                   const QString &name)
{
    return LocalWorkspaces(network).create(folder, name);
}

Future<QJsonObject> serviceStatus(QNetworkAccessManager *network, const QString &folder)
{
    return transform(LocalWorkspaces(network).status(folder),
                     [](const Wire::ServiceStatus &status) { return Result<QJsonObject>(Wire::toJson(status)); });
}

Future<bool> stopService(QNetworkAccessManager *network, const QString &folder, bool force)
{
    return LocalWorkspaces(network).stop(folder, force);
}

} // namespace Roost::Ctl
