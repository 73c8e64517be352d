// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backends/local/workspaceaddress.h"

#include "models/backends/local/serviceendpoint.h"
#include "models/core/words.h"
#include "models/core/workspacelayout.h"
#include "models/trust/foldertrust.h"
#include "models/wire/json.h"
#include "models/wire/roost/workspaceconfig.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHostAddress>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Roost::Local {

using namespace Trust;

namespace {

constexpr int mostParents = 20;
constexpr qint64 longestConfig = 1'000'000;
const QStringList places{u".azureml/config.json"_s,    u".azureml/project.json"_s, u"aml_config/config.json"_s,
                         u"aml_config/project.json"_s, u"config.json"_s,           u"project.json"_s};

WorkspaceAddress local(const QString &folder)
{
    return {WorkspaceAddress::Kind::Local, QDir::cleanPath(folder), {}, {}};
}

bool isOfAzure(const QUrl &url)
{
    return url.scheme() == "azureml"_L1 || url.host().endsWith(".azure.com"_L1) ||
           url.host().endsWith(".azureml.ms"_L1);
}

/// Returns the workspace of the resource id in an address of Azure: after the resource manager's host, in the studio's
/// query, at the end of a tracking address, or in an azureml:// address, which omits the provider.
Result<WorkspaceAddress> azureAddress(const QUrl &url, const QString &text)
{
    static const QRegularExpression id(u"\\bsubscriptions/([^/]+)/resourceGroups/([^/]+)/"
                                       "(?:providers/Microsoft\\.MachineLearningServices/)?workspaces/([^/?&]+)"_s,
                                       QRegularExpression::CaseInsensitiveOption);
    const auto match = id.match(QUrl::fromPercentEncoding(url.toEncoded()));
    if (!match.hasMatch()) {
        return failure(ErrorKind::Rejected,
                       Words::tr("\"%1\" is an Azure address that does not name a workspace.").arg(text));
    }
    const Wire::WorkspaceId workspace{match.captured(1), match.captured(2), match.captured(3)};
    return WorkspaceAddress{WorkspaceAddress::Kind::AzureMl, {}, workspace, {}};
}

// Returns whether the folder is one in which Azure's tools look for the config file of the parent folder.
bool isConfigFolder(const QDir &folder)
{
    return folder.dirName() == ".azureml"_L1 || folder.dirName() == "aml_config"_L1;
}

/// Returns a web address without its password, even if the address is malformed.
QString shown(const QString &text)
{
    static const QRegularExpression password(u"^([a-z]+://[^/?#:@]*):.*@"_s);
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty())
        return QString(text).replace(password, u"\\1@"_s);
    return url.password().isNull() ? text : url.toString(QUrl::RemovePassword);
}

/// Returns whether the folder contains run folders of a workspace; a project may have a runs/ of another program.
bool holdsRuns(const QDir &folder)
{
    const QDir runs(folder.absoluteFilePath(u"runs"_s));
    return std::ranges::any_of(runs.entryList(QDir::Dirs | QDir::NoDotAndDotDot),
                               [&runs](const QString &run) { return runs.exists(run + u"/azureml-logs"_s); });
}

bool isThisMachine(const QUrl &url)
{
    return url.host() == "localhost"_L1 || QHostAddress(url.host()).isLoopback();
}

} // namespace

FoundWorkspace findWorkspace(const QString &folder)
{
    FoundWorkspace found;
    if (QDir(folder).exists(WorkspaceLayout::DatabaseFile)) {
        found.address = QDir(folder).absolutePath();
        return found;
    }
    for (const auto &place : places) {
        QDir at(QDir(folder).absolutePath());
        for (int level = 0; level <= mostParents; ++level) {
            const QString file = at.filePath(place);
            const auto stranger = QFileInfo(file).isFile() ? whoElseWrote(file) : std::nullopt;
            if (stranger)
                found.passedOver += Words::tr("%1 was not used: %2").arg(file, *stranger);
            if (QFileInfo(file).isFile() && !stranger) {
                found.address = file;
                return found;
            }
            if (!at.cdUp())
                break;
        }
    }
    return found;
}

Result<WorkspaceAddress> addressFromConfig(const QString &fileName)
{
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::NotFound, Words::tr("%1 cannot be read: %2.").arg(fileName, file.errorString()));
    const auto json = Wire::parseObject(file.read(longestConfig));
    if (!json)
        return failure(ErrorKind::Unreadable, Words::tr("%1 is no JSON object.").arg(fileName), json.error().text);
    const QDir folder = QFileInfo(fileName).absoluteDir();
    const QDir workspace = isConfigFolder(folder) ? QDir(QFileInfo(folder.path()).path()) : folder;
    if (workspace.exists(WorkspaceLayout::DatabaseFile))
        return local(workspace.absolutePath());
    const auto config = Wire::workspaceConfigFrom(*json);
    if (!config.folder.isEmpty())
        return local(folder.absoluteFilePath(config.folder));
    if (!config.scope.isEmpty()) {
        if (const auto id = Wire::WorkspaceId::fromPath(config.scope))
            return WorkspaceAddress{WorkspaceAddress::Kind::AzureMl, {}, *id, {}};
        return failure(ErrorKind::Rejected,
                       Words::tr("The Scope in %1 is not the resource id of a workspace.").arg(fileName));
    }
    const Wire::WorkspaceId &id = config.id;
    if (id.subscription.isEmpty() || id.resourceGroup.isEmpty() || id.name.isEmpty()) {
        return failure(ErrorKind::Rejected,
                       Words::tr("%1 must name subscription_id, resource_group and workspace_name.").arg(fileName));
    }
    if (id == Wire::WorkspaceId::local(id.name) && holdsRuns(workspace)) {
        return failure(
            ErrorKind::NotFound,
            Words::tr(
                "The database %1 of the workspace %2 is missing. Restore it from a backup. To start with an empty "
                "database, which does not list the runs in the folder, run: roostd serve --new-database --workspace %3")
                .arg(workspace.absoluteFilePath(WorkspaceLayout::DatabaseFile), id.name, workspace.absolutePath()));
    }
    if (id == Wire::WorkspaceId::local(id.name)) {
        return failure(ErrorKind::NotFound, Words::tr("%1 names the workspace %2 of this machine, but not its folder. "
                                                      "Open that folder instead.")
                                                .arg(fileName, id.name));
    }
    return WorkspaceAddress{WorkspaceAddress::Kind::AzureMl, {}, id, {}};
}

Result<WorkspaceAddress> addressFromText(const QString &text)
{
    if (text == "databricks"_L1 || text.startsWith("databricks://"_L1))
        return WorkspaceAddress{WorkspaceAddress::Kind::Server, {}, {}, text};
    if (text.startsWith("http://"_L1) || text.startsWith("https://"_L1) || text.startsWith("azureml://"_L1)) {
        const QUrl url(text, QUrl::StrictMode);
        if (!url.isValid() || url.host().isEmpty())
            return failure(ErrorKind::Rejected, Words::tr("\"%1\" is no web address.").arg(shown(text)));
        if (isOfAzure(url))
            return azureAddress(url, shown(text));
        const auto service = isThisMachine(url) ? ServiceEndpoint::atPort(url.port()) : std::nullopt;
        if (service)
            return local(service->workspace);
        return WorkspaceAddress{WorkspaceAddress::Kind::Server, {}, {}, shown(text), url.password()};
    }
    if (text.startsWith("/subscriptions/"_L1, Qt::CaseInsensitive)) {
        if (const auto id = Wire::WorkspaceId::fromPath(text))
            return WorkspaceAddress{WorkspaceAddress::Kind::AzureMl, {}, *id, {}};
        return failure(ErrorKind::Rejected, Words::tr("\"%1\" is not the resource id of a workspace.").arg(text));
    }
    const QFileInfo info(text);
    if (info.isFile())
        return addressFromConfig(info.absoluteFilePath());
    const QDir folder(info.absoluteFilePath());
    if (folder.exists(WorkspaceLayout::DatabaseFile))
        return local(folder.absolutePath());
    for (const auto &place : places) {
        if (QFileInfo(folder.filePath(place)).isFile())
            return addressFromConfig(folder.filePath(place));
    }
    return failure(
        ErrorKind::NotFound,
        Words::tr("%1 is not a workspace: it contains neither roost.db nor config.json.").arg(folder.absolutePath()));
}

} // namespace Roost::Local
