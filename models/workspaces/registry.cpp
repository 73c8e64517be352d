// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workspaces/registry.h"

#include "models/backends/azureml/azuremlworkspace.h"
#include "models/backends/local/localworkspaces.h"
#include "models/backends/local/serviceendpoint.h"
#include "models/rest/azureclicredential.h"
#include "models/trust/foldertrust.h"
#include "models/workspaces/server.h"

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

std::shared_ptr<Rest::Credential> trackingCredential(const Address & /*address*/, const SignIn & /*signIn*/)
{
    return std::make_shared<Rest::AzureCliCredential>();
}

} // namespace Azure

// A server: see server.h. MLflow clients of a server need no token from here.
QString noToken(const Address & /*address*/)
{
    return {};
}

LastKnown nothingKept(const Address & /*address*/, const SignIn & /*signIn*/)
{
    return {};
}

std::shared_ptr<Rest::Credential> serverCredential(const Address &address, const SignIn &signIn)
{
    const auto settings = Server::settingsOf(address, signIn);
    return settings ? settings->credential : nullptr;
}

} // namespace

const QList<WorkspaceKind> &workspaceKinds()
{
    static const QList<WorkspaceKind> kinds{
        {Address::Kind::Local, u"machine"_s, Folder::identity, Folder::title, Folder::missing, Folder::open,
         nothingKept, Folder::trackingToken, Folder::trackingCredential},
        {Address::Kind::AzureMl, u"cloud"_s, Azure::identity, Azure::title, Azure::missing, Azure::open, nothingKept,
         noToken, Azure::trackingCredential},
        {Address::Kind::Server, u"server"_s, Server::identity, Server::title, Server::missing, Server::open,
         Server::lastKnown, noToken, serverCredential},
    };
    return kinds;
}

const WorkspaceKind &kindOf(const Local::WorkspaceAddress &address)
{
    return *std::ranges::find(workspaceKinds(), address.kind, &WorkspaceKind::kind);
}

} // namespace Roost::Workspaces
