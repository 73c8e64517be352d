// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roost/workspaces.h"

#include "models/backends/azureml/azuremlworkspace.h"
#include "models/backends/local/serviceendpoint.h"
#include "models/backends/local/workspaceaddress.h"
#include "models/backends/mlflow/mlflowworkspace.h"
#include "models/rest/azureclicredential.h"
#include "models/rest/recipient.h"
#include "models/trust/foldertrust.h"
#include "ui/settings/settings.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include <utility>

namespace Roost::App {

using namespace AzureMl;
using namespace Local;
using namespace Mlflow;
using namespace Rest;
using namespace Trust;
using namespace Ui;

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Workspaces)
};

Mlflow::MlflowSettings settingsOf(const QString &url, const QString &password, const QString &token)
{
    const bool isAgreed = Settings::instance().value(Preferences::plainHttpHosts).contains(QUrl(url).host());
    return Mlflow::MlflowSettings::fromEnvironment(url, {password, isAgreed, token});
}

// A password that is known to be empty is another thing than one that is not known.
QString notNull(const QString &secret)
{
    return secret.isNull() ? u""_s : secret;
}

void rememberWhetherByToken(const QString &url, bool byToken)
{
    QStringList servers = Settings::instance().value(Preferences::tokenServers);
    servers.removeAll(url);
    if (byToken)
        servers += url;
    Settings::instance().set(Preferences::tokenServers, servers);
}

} // namespace

// With what is known of it when it is opened: a password may have been typed since the place was made.
Future<std::shared_ptr<Workspace>> Workspaces::openServer(LocalWorkspaces local, QNetworkAccessManager *network,
                                                          const std::shared_ptr<Secrets> &secrets, const QString &url)
{
    const Secret known = secrets->value(url);
    const auto settings = settingsOf(url, known.password, known.token);
    const auto opened = local.openServer(settings.url, settings.credential, [network, settings] {
        return Mlflow::MlflowWorkspace::open(network, settings);
    });
    return then(opened, [secrets, url](const Result<std::shared_ptr<Workspace>> &result) {
        if (!result && result.error().kind == ErrorKind::Denied)
            secrets->remove(url); // so that it is asked for again
        return readyFuture<std::shared_ptr<Workspace>>(result);
    });
}

Result<WorkspaceLocation> Workspaces::place(const QString &text) const
{
    const auto address = addressFromText(text);
    if (!address)
        return std::unexpected(address.error());
    switch (address->kind) {
    case WorkspaceAddress::Kind::Local: {
        const QString folder = address->folder;
        return WorkspaceLocation{folder, QDir(folder).dirName(), u"machine"_s,
                                 [local = m_local, folder]() mutable { return local.open(folder); }};
    }
    case WorkspaceAddress::Kind::AzureMl: {
        AzureMl::AzureMlSettings settings;
        settings.workspace = address->workspace;
        settings.credential = std::make_shared<AzureCliCredential>();
        const QString own = QFileInfo::exists(text) ? QFileInfo(text).canonicalFilePath() : text;
        return WorkspaceLocation{own, address->workspace.name, u"cloud"_s, [network = &m_network, settings] {
                                     return AzureMl::AzureMlWorkspace::open(network, settings);
                                 }};
    }
    case WorkspaceAddress::Kind::Server: {
        if (!address->password.isNull())
            m_secrets->insert(address->url, {address->password, {}});
        const QString url = address->url;
        return WorkspaceLocation{url, QUrl(url).authority(QUrl::PrettyDecoded).section(u'@', -1), u"server"_s,
                                 [local = m_local, network = &m_network, secrets = m_secrets, url]() mutable {
                                     return openServer(local, network, secrets, url);
                                 }};
    }
    }
    std::unreachable();
}

std::optional<OpeningQuestion> Workspaces::questionBefore(const QString &text) const
{
    const auto address = addressFromText(text);
    if (!address || address->kind == WorkspaceAddress::Kind::AzureMl)
        return std::nullopt;
    if (address->kind == WorkspaceAddress::Kind::Local) {
        const auto why = checkTrust(address->folder) ? std::nullopt : whoElsePrepared(address->folder);
        if (!why)
            return std::nullopt;
        return OpeningQuestion{OpeningQuestion::About::Trust,
                               Words::tr("Open this folder?"),
                               {QDir::toNativeSeparators(address->folder), *why,
                                Words::tr("A workspace can hold commands that run as you, with your files and rights. "
                                          "Open it only if you trust everybody who can write there.")},
                               Words::tr("Trust and open")};
    }
    Secret known = m_secrets->value(address->url);
    if (!address->password.isNull())
        known.password = address->password;
    return questionBefore(address->url, known);
}

std::optional<OpeningQuestion> Workspaces::questionBefore(const QString &address, const Secret &known) const
{
    const QUrl url(address);
    const QString user = url.userName(QUrl::FullyDecoded);
    if (!user.isEmpty() && known.password.isNull() && !Mlflow::MlflowSettings::knowsPasswordOf(user)) {
        return OpeningQuestion{
            OpeningQuestion::About::Password,
            Words::tr("Password for %1").arg(url.host()),
            {Words::tr(
                 "The password of %1 at %2. Roost keeps it only while it runs, so it asks again at the next start.")
                 .arg(user, url.host())},
            Words::tr("Open")};
    }
    const bool isByToken = Settings::instance().value(Preferences::tokenServers).contains(address);
    if (isByToken && known.token.isEmpty() && !qEnvironmentVariableIsSet("MLFLOW_TRACKING_TOKEN")) {
        return OpeningQuestion{
            OpeningQuestion::About::Token,
            Words::tr("Token for %1").arg(url.host()),
            {Words::tr(
                 "The access token for %1. Roost keeps it only while it runs, so it asks again at the next start.")
                 .arg(url.host())},
            Words::tr("Open")};
    }
    const auto settings = settingsOf(address, known.password, known.token);
    if (!settings.credential || settings.credential->mayTravelInPlain() || !isPlainElsewhere(settings.url))
        return std::nullopt;
    return OpeningQuestion{
        OpeningQuestion::About::PlainHttp,
        Words::tr("Send the password or token unencrypted?"),
        {Words::tr("%1 is reached over plain http. Everybody on the way there can read the password or token that is "
                   "sent, and use it.")
             .arg(url.host()),
         Words::tr("If the server has an https address, open that instead.")},
        Words::tr("Send it")};
}

Result<void> Workspaces::answer(const QString &text, OpeningQuestion::About about, const QString &secret)
{
    const auto address = addressFromText(text);
    if (!address)
        return std::unexpected(address.error());
    switch (about) {
    case OpeningQuestion::About::Trust:
        return trustFolder(address->folder);
    case OpeningQuestion::About::Password:
        m_secrets->insert(address->url, {notNull(secret), {}});
        break;
    case OpeningQuestion::About::Token:
        m_secrets->insert(address->url, {{}, secret});
        break;
    case OpeningQuestion::About::PlainHttp: {
        Settings &settings = Settings::instance();
        settings.set(Preferences::plainHttpHosts,
                     settings.value(Preferences::plainHttpHosts) + QStringList{QUrl(address->url).host()});
        break;
    }
    }
    return {};
}

QString Workspaces::withSignIn(const QString &text, const ServerSignIn &who)
{
    const auto address = addressFromText(text);
    if (!address || address->kind != WorkspaceAddress::Kind::Server)
        return text;
    QUrl url(address->url);
    if (!who.token.isEmpty())
        url.setUserInfo({}); // the token says who asks
    if (!who.user.isEmpty())
        url.setUserName(who.user, QUrl::DecodedMode);
    const QString named = url.toString();
    if (!who.user.isEmpty())
        m_secrets->insert(named, {notNull(who.password), {}});
    else if (!who.token.isEmpty())
        m_secrets->insert(named, {{}, who.token});
    rememberWhetherByToken(named, !who.token.isEmpty());
    // A password that was typed as a part of the address goes with it; it is taken out where the place is made.
    return who.user.isEmpty() && who.token.isEmpty() ? text : named;
}

Future<QString> Workspaces::create(const QString &folder, const QString &name)
{
    return transform(m_local.create(folder, name), [folder](const std::shared_ptr<Workspace> &) -> Result<QString> {
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

} // namespace Roost::App
