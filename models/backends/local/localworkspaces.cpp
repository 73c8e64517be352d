// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backends/local/localworkspaces.h"

#include "models/backends/azureml/azuremlworkspace.h"
#include "models/backends/local/serviceprocess.h"
#include "models/core/words.h"
#include "models/core/workspacelayout.h"
#include "models/trust/foldertrust.h"
#include "models/trust/privatefile.h"
#include "models/wire/json.h"
#include "models/wire/roost/workspaceconfig.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace Roost::Local {

using namespace AzureMl;
using namespace Rest;
using namespace Trust;

namespace {

constexpr int exitMs = 15000;
constexpr int responseMs = 3000;
constexpr int probeMs = 10000;

template <typename T>
Future<T> refused(ErrorKind kind, const QString &text)
{
    return readyFuture<T>(failure(kind, text));
}

// Returns the workspace's name in its config.json.
Result<QString> nameOf(const QString &folder)
{
    QFile file(folder + "/config.json"_L1);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::NotFound,
                       Words::tr("%1 cannot be read: %2.").arg(file.fileName(), file.errorString()));
    const auto json = Wire::parseObject(file.readAll());
    if (!json)
        return std::unexpected(json.error());
    auto name = Wire::workspaceConfigFrom(*json).id.name;
    if (name.isEmpty())
        return failure(ErrorKind::Unreadable, Words::tr("%1 contains no workspace_name.").arg(file.fileName()));
    return name;
}

// A service that is already running.
struct RunningService
{
    ServiceEndpoint endpoint;
    std::shared_ptr<RestClient> client;

    QUrl url(const QString &below) const
    {
        auto url = endpoint.url();
        url.setPath(Wire::extensionsPath + below);
        return url;
    }
};

Result<RunningService> findRunning(QNetworkAccessManager *network, const QString &folder)
{
    if (const auto trusted = checkTrust(folder); !trusted)
        return std::unexpected(trusted.error());
    const auto canonical = QDir(folder).canonicalPath();
    const auto endpoint =
        canonical.isEmpty()
            ? Result<ServiceEndpoint>(failure(ErrorKind::NotFound, Words::tr("There is no folder %1.").arg(folder)))
            : ServiceEndpoint::read(canonical);
    if (!endpoint)
        return std::unexpected(endpoint.error());
    if (!isAlive(endpoint->pid))
        return failure(ErrorKind::NotFound, Words::tr("No service serves %1.").arg(folder));
    RunningService found{*endpoint,
                         std::make_shared<RestClient>(network, std::make_shared<StaticCredential>(endpoint->token))};
    found.client->trust(endpoint->url());
    found.client->setRetryPolicy({.retries = 0});
    return found;
}

// Unreachable if the service does not respond to a cheap request.
Future<void> checkResponding(const RunningService &service, const QString &folder)
{
    RestRequest request;
    request.url = service.url(u"changes"_s);
    request.silenceMs = responseMs;
    return then(service.client->send(std::move(request)),
                [client = service.client, folder, pid = service.endpoint.pid](const Result<RestReply> &reply) {
                    if (reply || reply.error().kind != ErrorKind::Unreachable)
                        return readyFuture<void>({});
                    return readyFuture<void>(std::unexpected(ServiceProcess::notResponding(folder, pid)));
                });
}

Future<void> requestStop(const RunningService &service, const QString &folder, bool force)
{
    const auto accepted = andThen(checkResponding(service, folder), [service, force] {
        return service.client->post(service.url(u"stop"_s), Wire::stopBody(force));
    });
    // The lambda keeps the client alive until the reply arrives.
    return andThen(
        accepted, [service](const QJsonObject &) { return ServiceProcess::waitForExit(service.endpoint.pid, exitMs); });
}

} // namespace

LocalWorkspaces::LocalWorkspaces(QNetworkAccessManager *network, ServiceSettings settings)
    : m_network(network)
    , m_settings(std::move(settings))
{
}

Future<std::shared_ptr<Workspace>> LocalWorkspaces::create(const QString &folder, const QString &name)
{
    if (const auto trusted = checkTrust(folder); !trusted)
        return readyFuture<std::shared_ptr<Workspace>>(std::unexpected(trusted.error()));
    if (!makePrivateFolder(folder)) {
        return refused<std::shared_ptr<Workspace>>(ErrorKind::Failed,
                                                   Words::tr("The folder %1 could not be created.").arg(folder));
    }
    const auto canonical = QDir(folder).canonicalPath();
    const auto link = std::make_shared<ServiceLink>(m_network, canonical, m_settings);
    link->createIfMissing(name);
    return openWith(link, canonical);
}

Future<std::shared_ptr<Workspace>> LocalWorkspaces::open(const QString &folder)
{
    const QDir dir(folder);
    if (!dir.exists(WorkspaceLayout::DatabaseFile)) {
        return refused<std::shared_ptr<Workspace>>(
            ErrorKind::NotFound, Words::tr("%1 is not a workspace: it contains no roost.db.").arg(dir.absolutePath()));
    }
    if (const auto trusted = checkTrust(folder); !trusted)
        return readyFuture<std::shared_ptr<Workspace>>(std::unexpected(trusted.error()));
    const auto canonical = dir.canonicalPath();
    return openWith(std::make_shared<ServiceLink>(m_network, canonical, m_settings), canonical);
}

Future<std::shared_ptr<Workspace>> LocalWorkspaces::openWith(const std::shared_ptr<ServiceLink> &link,
                                                             const QString &folder)
{
    auto *network = m_network;
    return andThen(link->ensure(), [network, link, folder](const ServiceEndpoint &endpoint) {
        const auto name = nameOf(folder);
        if (!name)
            return readyFuture<std::shared_ptr<Workspace>>(std::unexpected(name.error()));
        AzureMl::AzureMlSettings settings;
        settings.workspace = Wire::WorkspaceId::local(*name);
        settings.endpoint = endpoint.url();
        settings.credential = link;
        settings.reconnector = link;
        settings.folder = folder;
        return AzureMl::AzureMlWorkspace::open(network, settings);
    });
}

Future<std::shared_ptr<Workspace>>
LocalWorkspaces::openServer(const QUrl &url, const std::shared_ptr<Credential> &credential, const Opening &otherwise)
{
    auto *network = m_network;
    const auto client = std::make_shared<RestClient>(network, credential);
    client->trust(url);
    client->setRetryPolicy({.retries = 0});
    RestRequest request;
    request.url = url.adjusted(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment);
    request.url.setPath(Wire::extensionsPath + u"status"_s);
    request.silenceMs = probeMs;
    request.accept = {401};
    return then(client->send(std::move(request)), [network, url, credential, otherwise,
                                                   client](const Result<RestReply> &reply) {
        if (reply && reply->status == 401 && reply->header("WWW-Authenticate").contains("realm=\"roost\"")) {
            return refused<std::shared_ptr<Workspace>>(
                ErrorKind::Denied, Words::tr("%1 is a workspace service and did not accept the token. Open it by its "
                                             "folder, or set MLFLOW_TRACKING_TOKEN to its token.")
                                       .arg(url.toString(QUrl::RemovePath | QUrl::StripTrailingSlash)));
        }
        const auto json =
            reply && reply->status == 200 ? Wire::parseObject(reply->body) : Result<QJsonObject>(QJsonObject());
        const auto status = Wire::serviceStatusFrom(json.value_or(QJsonObject()));
        if (status.name.isEmpty() || status.workspace.isEmpty())
            return otherwise();
        AzureMl::AzureMlSettings settings;
        settings.workspace = Wire::WorkspaceId::local(status.name);
        settings.endpoint = url.adjusted(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment);
        settings.credential = credential;
        // The lambda keeps the client alive until the reply arrives.
        return transform(AzureMl::AzureMlWorkspace::open(network, settings),
                         [client](const std::shared_ptr<Workspace> &opened) -> Result<std::shared_ptr<Workspace>> {
                             return opened;
                         });
    });
}

Future<Wire::ServiceStatus> LocalWorkspaces::status(const QString &folder)
{
    const auto found = findRunning(m_network, folder);
    if (!found)
        return readyFuture<Wire::ServiceStatus>(std::unexpected(found.error()));
    const auto reply = andThen(checkResponding(*found, folder),
                               [service = *found] { return service.client->get(service.url(u"status"_s)); });
    // The lambda keeps the client alive until the reply arrives.
    return transform(reply, [client = found->client](const QJsonObject &json) -> Result<Wire::ServiceStatus> {
        return Wire::serviceStatusFrom(json);
    });
}

Future<void> LocalWorkspaces::stop(const QString &folder, bool force)
{
    const auto found = findRunning(m_network, folder);
    auto stopped = found ? requestStop(*found, folder, force) : readyFuture<void>(std::unexpected(found.error()));
    if (!force || !checkTrust(folder))
        return stopped;
    return then(stopped, [canonical = QDir(folder).canonicalPath()](const Result<void> &gone) {
        const bool isResponding = gone || gone.error().kind != ErrorKind::Unreachable;
        return isResponding ? readyFuture<void>(gone) : ServiceProcess::terminate(canonical);
    });
}

} // namespace Roost::Local
