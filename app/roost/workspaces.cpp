// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roost/workspaces.h"

#include "models/backends/azureml/azuremlworkspace.h"
#include "models/backends/local/serviceendpoint.h"
#include "models/backends/local/workspaceaddress.h"
#include "models/backends/mlflow/mlflowworkspace.h"
#include "models/rest/azureclicredential.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include <utility>

namespace Roost {

using namespace Qt::StringLiterals;

Result<WorkspacePlace> Workspaces::place(const QString &text) const
{
    const auto address = addressFromText(text);
    if (!address)
        return std::unexpected(address.error());
    switch (address->kind) {
    case WorkspaceAddress::Kind::Local: {
        const QString folder = address->folder;
        return WorkspacePlace{folder, QDir(folder).dirName(), u"machine"_s,
                              [local = m_local, folder]() mutable { return local.open(folder); }};
    }
    case WorkspaceAddress::Kind::AzureMl: {
        AzureMlSettings settings;
        settings.workspace = address->workspace;
        settings.credential = std::make_shared<AzureCliCredential>();
        const QString own = QFileInfo::exists(text) ? QFileInfo(text).canonicalFilePath() : text;
        return WorkspacePlace{own, address->workspace.name, u"cloud"_s,
                              [network = &m_network, settings] { return AzureMlWorkspace::open(network, settings); }};
    }
    case WorkspaceAddress::Kind::Server: {
        const MlflowSettings settings = MlflowSettings::fromEnvironment(address->url);
        return WorkspacePlace{address->url, settings.url.authority(QUrl::PrettyDecoded), u"server"_s,
                              [local = m_local, network = &m_network, settings]() mutable {
                                  return local.openServer(settings.url, settings.credential, [network, settings] {
                                      return MlflowWorkspace::open(network, settings);
                                  });
                              }};
    }
    }
    std::unreachable();
}

Answer<QString> Workspaces::create(const QString &folder, const QString &name)
{
    return mapped(m_local.create(folder, name), [folder](const std::shared_ptr<Workspace> &) -> Result<QString> {
        return QDir(folder).canonicalPath();
    });
}

QString Workspaces::trackingToken(const QString &address) const
{
    const auto where = addressFromText(address);
    if (!where || where->kind != WorkspaceAddress::Kind::Local)
        return {};
    const auto endpoint = ServiceEndpoint::read(where->folder);
    return endpoint ? QString::fromLatin1(endpoint->token) : QString();
}

QString Workspaces::defaultFolder() const
{
    const QString data = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    return data + u"/roost/workspaces"_s;
}

} // namespace Roost
