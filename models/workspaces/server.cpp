// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workspaces/server.h"

#include "models/backends/local/localworkspaces.h"
#include "models/backends/mirror/lastknownworkspace.h"
#include "models/backends/mirror/recordingworkspace.h"
#include "models/backends/mlflow/clientfiles.h"
#include "models/core/words.h"
#include "models/rest/recipient.h"
#include "models/workspaces/servercredential.h"

#include <QCryptographicHash>

#include <algorithm>

namespace Roost::Workspaces::Server {

using namespace Qt::StringLiterals;
using enum ServerFacts::SignIn;

namespace {

using Opening = Future<std::shared_ptr<Workspace>>;

// The page of a server may wait for minutes otherwise.
constexpr Rest::RetryPolicy Retries{.retries = 2, .firstDelayMs = 400, .longestDelayMs = 15000, .connectMs = 10000};

QString userIn(const Address &address)
{
    return Mlflow::isDatabricksAddress(address.url) ? QString() : QUrl(address.url).userName(QUrl::FullyDecoded);
}

// Returns the sign-in to be used, and where it comes from is the facts' choice.
Mlflow::ClientSignIn found(const Address &address, const SignIn &signIn, const Mlflow::ClientSignIn &ofProfile)
{
    const QString user = userIn(address);
    const QString password = address.password.isNull() ? signIn.password : address.password;
    if (!signIn.token.isEmpty())
        return {{}, {}, signIn.token};
    if (!user.isEmpty() && !password.isNull())
        return {user, password, {}};
    if (signIn.facts.signIn == None)
        return {};
    if (!ofProfile.token.isEmpty() || !ofProfile.user.isEmpty())
        return ofProfile;
    const auto client = Mlflow::clientSignIn();
    // Variables with the password of another user do not apply.
    if (user.isEmpty() || client.user == user)
        return client;
    return {user, {}, {}};
}

Result<Mlflow::DatabricksProfile> profileOf(const Address &address, const SignIn &signIn)
{
    if (Mlflow::isDatabricksAddress(address.url))
        return Mlflow::databricksProfile(address.url);
    const QUrl url(address.url);
    Mlflow::DatabricksProfile profile;
    if (!Mlflow::isDatabricksHost(url.host()))
        return profile;
    profile.host = url.adjusted(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::RemoveUserInfo);
    if (signIn.facts.signIn != Environment)
        return profile;
    for (const auto &known : Mlflow::databricksProfiles()) {
        if (known.host.host() == url.host())
            profile.signIn = known.signIn;
    }
    return profile;
}

Rest::TlsOptions tlsOf(const ServerFacts &facts)
{
    Rest::TlsOptions tls{facts.caFile, facts.clientCertificateFile, facts.acceptedFingerprint};
    if (facts.signIn == Environment && tls.caFile.isEmpty())
        tls.caFile = qEnvironmentVariable("MLFLOW_TRACKING_SERVER_CERT_PATH");
    if (facts.signIn == Environment && tls.clientCertificateFile.isEmpty())
        tls.clientCertificateFile = qEnvironmentVariable("MLFLOW_TRACKING_CLIENT_CERT_PATH");
    return tls;
}

// Each server and user have a folder of their own. Of a token, only a hash identifies the user.
Mirror::MirrorFolderPtr mirrorOf(const Address &address, const SignIn &signIn)
{
    const auto profile = profileOf(address, signIn);
    const auto who = found(address, signIn, profile ? profile->signIn : Mlflow::ClientSignIn());
    QString account = who.user;
    if (!who.token.isEmpty()) {
        const auto hash = QCryptographicHash::hash(who.token.toUtf8(), QCryptographicHash::Sha256).toHex();
        account = u"token "_s + QString::fromLatin1(hash.first(16));
    }
    return std::make_shared<Mirror::MirrorFolder>(address.url, account);
}

} // namespace

Result<Mlflow::MlflowSettings> settingsOf(const Address &address, const SignIn &signIn)
{
    const auto profile = profileOf(address, signIn);
    if (!profile)
        return std::unexpected(profile.error());
    Mlflow::MlflowSettings settings;
    settings.url = profile->host.isEmpty() ? QUrl(address.url) : profile->host;
    // The network layer would use a user in the address by itself.
    settings.url.setUserInfo({});
    settings.tls = tlsOf(signIn.facts);
    settings.retries = Retries;
    const auto who = found(address, signIn, profile->signIn);
    const bool plain = signIn.facts.plainHttp;
    const QString host = settings.url.host();
    if (!who.user.isEmpty() && who.password.isNull())
        return failure(
            ErrorKind::Denied,
            Words::tr("The password of %1 at %2 is not known. Open the server again to enter it.").arg(who.user, host));
    if (signIn.facts.signIn == Token && who.token.isEmpty())
        return failure(ErrorKind::Denied,
                       Words::tr("The token for %1 is not known. Open the server again to enter it.").arg(host));
    if (!who.token.isEmpty()) {
        settings.credential = std::make_shared<ServerCredential>(
            Rest::StaticCredential(who.token.toUtf8(), plain),
            Words::tr(
                "%1 does not accept the token. It may have expired or been withdrawn; open the server again with a "
                "new one.")
                .arg(host),
            signIn.refused);
    } else if (!who.user.isEmpty()) {
        settings.credential = std::make_shared<ServerCredential>(
            *Rest::StaticCredential::basic(who.user, who.password, plain),
            Words::tr("%1 does not accept the password of %2. It may have changed; open the server again to enter it.")
                .arg(host, who.user),
            signIn.refused);
    }
    return settings;
}

QString identity(const Address &address, const QString & /*text*/)
{
    return address.url;
}

QString title(const Address &address)
{
    if (Mlflow::isDatabricksAddress(address.url)) {
        const QString profile = address.url.section(u"://"_s, 1);
        return profile.isEmpty() ? u"Databricks"_s : QString(u"Databricks "_s + profile);
    }
    return QUrl(address.url).authority(QUrl::PrettyDecoded).section(u'@', -1);
}

std::optional<Requirement> missing(const Address &address, const SignIn &signIn)
{
    const QString user = userIn(address);
    const bool hasPassword = !address.password.isNull() || !signIn.password.isNull();
    if (!user.isEmpty() && !hasPassword && signIn.facts.signIn != Token && Mlflow::clientSignIn().user != user)
        return Requirement{Requirement::About::Password, user};
    if (signIn.facts.signIn == Token && signIn.token.isEmpty())
        return Requirement{Requirement::About::Token};
    const auto settings = settingsOf(address, signIn);
    if (!settings)
        return std::nullopt; // opening reports why
    const bool isSecret = settings->credential && !settings->credential->mayTravelInPlain();
    if (isSecret && Rest::isPlainElsewhere(settings->url))
        return Requirement{Requirement::About::PlainHttp};
    return std::nullopt;
}

Opening open(QNetworkAccessManager *network, const Address &address, const SignIn &signIn)
{
    const auto settings = settingsOf(address, signIn);
    if (!settings)
        return readyFuture<std::shared_ptr<Workspace>>(std::unexpected(settings.error()));
    const auto openMlflow = [network, settings = *settings, mirror = mirrorOf(address, signIn)] {
        return transform(
            Mlflow::MlflowWorkspace::open(network, settings),
            [mirror](const std::shared_ptr<Mlflow::MlflowWorkspace> &server) -> Result<std::shared_ptr<Workspace>> {
                return std::make_shared<Mirror::RecordingWorkspace>(server, mirror);
            });
    };
    // A workspace service needs no options for TLS: it serves plain http on its own machine.
    if (settings->tls != Rest::TlsOptions() || Mlflow::isDatabricksHost(settings->url.host()))
        return openMlflow();
    return Local::LocalWorkspaces(network).openServer(settings->url, settings->credential, openMlflow);
}

LastKnown lastKnown(const Address &address, const SignIn &signIn)
{
    const auto folder = mirrorOf(address, signIn);
    if (!folder->exists())
        return {};
    return {std::make_shared<Mirror::LastKnownWorkspace>(folder), [folder] { return folder->asOf(); }};
}

} // namespace Roost::Workspaces::Server
