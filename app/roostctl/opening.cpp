// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roostctl/opening.h"

#include "models/backends/local/localworkspaces.h"
#include "models/backends/local/workspaceaddress.h"
#include "models/trust/foldertrust.h"
#include "models/workspaces/registry.h"

namespace Roost::Ctl {

using namespace Local;
using namespace Trust;
using namespace Workspaces;
using namespace Qt::StringLiterals;

QString workspaceOf(const QString &folder, QStringList &skipped)
{
    const auto found = findWorkspace(folder);
    skipped = found.passedOver;
    return found.address;
}

std::optional<QString> whyNotTrusted(const QString &address)
{
    const auto where = addressFromText(address);
    const auto missing = where ? kindOf(*where).missing(*where, {}) : std::nullopt;
    return missing && missing->about == Requirement::About::Trust ? std::optional(missing->detail) : std::nullopt;
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
    const auto where = addressFromText(address);
    return where ? kindOf(*where).trackingToken(*where) : QString();
}

Result<Importers::TrackingServer> trackingServer(const QString &address, const WorkspaceInfo &info,
                                                 const SignIn &signIn)
{
    const auto where = addressFromText(address);
    if (!where)
        return std::unexpected(where.error());
    QUrl url(info.trackingUri);
    if (url.scheme() == "azureml"_L1)
        url.setScheme(u"https"_s);
    if (!url.scheme().startsWith("http"_L1))
        return failure(ErrorKind::Rejected, u"%1 names no address for MLflow's protocol."_s.arg(address));
    return Importers::TrackingServer{url, kindOf(*where).trackingCredential(*where, signIn)};
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

Future<void> stopService(QNetworkAccessManager *network, const QString &folder, bool force)
{
    return LocalWorkspaces(network).stop(folder, force);
}

} // namespace Roost::Ctl
