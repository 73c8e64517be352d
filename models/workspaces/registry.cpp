// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workspaces/registry.h"

#include "models/backends/azureml/azuremlworkspace.h"
#include "models/backends/local/localworkspaces.h"
#include "models/backends/local/serviceendpoint.h"
#include "models/backends/mlflow/mlflowworkspace.h"
#include "models/rest/azureclicredential.h"
#include "models/rest/recipient.h"
#include "models/trust/foldertrust.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace Roost::Workspaces {

using namespace Qt::StringLiterals;

namespace {

using Address = Local::WorkspaceAddress;
using Opening = Future<std::shared_ptr<Workspace>>;

// A folder on this machine.
namespace Folder {

QString identity(const Address &address, const QString & /*text*/)
{
    return address.folder;
}

QString title(const Address &address)
{
    return QDir(address.folder).dirName();
}

std::optional<Requirement> missing(const Address &address, const SignIn & /*signIn*/)
{
    if (Trust::checkTrust(address.folder))
        return std::nullopt;
    const auto why = Trust::whoElsePrepared(address.folder);
    return why ? std::optional(Requirement{Requirement::About::Trust, *why}) : std::nullopt;
}

Opening open(QNetworkAccessManager *network, const Address &address, const SignIn & /*signIn*/)
{
    return Local::LocalWorkspaces(network).open(address.folder);
}

QString trackingToken(const Address &address)
{
    const auto endpoint = Local::ServiceEndpoint::read(address.folder);
    return endpoint ? QString::fromLatin1(endpoint->token) : QString();
}

std::shared_ptr<Rest::Credential> trackingCredential(const Address &address, const SignIn & /*signIn*/)
{
    return std::make_shared<Rest::StaticCredential>(trackingToken(address).toLatin1());
}

} // namespace Folder

// A workspace of Azure Machine Learning.
namespace Azure {

QString identity(const Address & /*address*/, const QString &text)
{
    return QFileInfo::exists(text) ? QFileInfo(text).canonicalFilePath() : text;
}

QString title(const Address &address)
{
    return address.workspace.name;
}

std::optional<Requirement> missing(const Address & /*address*/, const SignIn & /*signIn*/)
{
    return std::nullopt; // the Azure CLI signs in
}

Opening open(QNetworkAccessManager *network, const Address &address, const SignIn & /*signIn*/)
{
    AzureMl::AzureMlSettings settings;
    settings.workspace = address.workspace;
    settings.credential = std::make_shared<Rest::AzureCliCredential>();
    return AzureMl::AzureMlWorkspace::open(network, settings);
}

QString trackingToken(const Address & /*address*/)
{
    return {};
}

std::shared_ptr<Rest::Credential> trackingCredential(const Address & /*address*/, const SignIn & /*signIn*/)
{
    return std::make_shared<Rest::AzureCliCredential>();
}

} // namespace Azure

// An MLflow server, or the workspace service of another machine or another user.
namespace Server {

// A password in the address takes precedence over one that was entered.
Mlflow::MlflowSettings settingsOf(const Address &address, const SignIn &signIn)
{
    const QString password = address.password.isNull() ? signIn.password : address.password;
    return Mlflow::MlflowSettings::fromEnvironment(address.url, {password, signIn.mayTravelInPlain, signIn.token});
}

QString identity(const Address &address, const QString & /*text*/)
{
    return address.url;
}

QString title(const Address &address)
{
    return QUrl(address.url).authority(QUrl::PrettyDecoded).section(u'@', -1);
}

std::optional<Requirement> missing(const Address &address, const SignIn &signIn)
{
    const QString user = QUrl(address.url).userName(QUrl::FullyDecoded);
    const bool hasPassword = !address.password.isNull() || !signIn.password.isNull();
    if (!user.isEmpty() && !hasPassword && !Mlflow::MlflowSettings::knowsPasswordOf(user))
        return Requirement{Requirement::About::Password, user};
    if (signIn.usesToken && signIn.token.isEmpty() && !qEnvironmentVariableIsSet("MLFLOW_TRACKING_TOKEN"))
        return Requirement{Requirement::About::Token};
    const auto settings = settingsOf(address, signIn);
    const bool isSecret = settings.credential && !settings.credential->mayTravelInPlain();
    if (isSecret && Rest::isPlainElsewhere(settings.url))
        return Requirement{Requirement::About::PlainHttp};
    return std::nullopt;
}

Opening open(QNetworkAccessManager *network, const Address &address, const SignIn &signIn)
{
    const auto settings = settingsOf(address, signIn);
    return Local::LocalWorkspaces(network).openServer(settings.url, settings.credential, [network, settings] {
        return Mlflow::MlflowWorkspace::open(network, settings);
    });
}

QString trackingToken(const Address & /*address*/)
{
    return {};
}

std::shared_ptr<Rest::Credential> trackingCredential(const Address &address, const SignIn &signIn)
{
    return settingsOf(address, signIn).credential;
}

} // namespace Server

} // namespace

const QList<WorkspaceKind> &workspaceKinds()
{
    static const QList<WorkspaceKind> kinds{
        {Address::Kind::Local, u"machine"_s, Folder::identity, Folder::title, Folder::missing, Folder::open,
         Folder::trackingToken, Folder::trackingCredential},
        {Address::Kind::AzureMl, u"cloud"_s, Azure::identity, Azure::title, Azure::missing, Azure::open,
         Azure::trackingToken, Azure::trackingCredential},
        {Address::Kind::Server, u"server"_s, Server::identity, Server::title, Server::missing, Server::open,
         Server::trackingToken, Server::trackingCredential},
    };
    return kinds;
}

const WorkspaceKind &kindOf(const Local::WorkspaceAddress &address)
{
    return *std::ranges::find(workspaceKinds(), address.kind, &WorkspaceKind::kind);
}

} // namespace Roost::Workspaces
