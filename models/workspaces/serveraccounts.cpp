// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workspaces/serveraccounts.h"

#include "models/backends/mirror/mirrorfolder.h"
#include "models/backends/mlflow/clientfiles.h"
#include "models/core/words.h"
#include "models/keychain/systemkeychain.h"
#include "models/workspaces/serverfacts.h"

#include <QFile>

namespace Roost::Workspaces {

using namespace Qt::StringLiterals;
using Address = WorkspaceKind::Address;

namespace {

// The names in the keychain are stable and say what they are: "https://ada@ml.example.org", and for a token
// "https://ml.example.org (token)". The path of an address is not part of them.
QString secretName(const Address &address, const ServerFacts &facts)
{
    const QUrl url(address.url);
    const QString user = url.userName(QUrl::FullyEncoded);
    const QString origin = url.authority(QUrl::FullyEncoded).section(u'@', -1);
    if (address.kind != Address::Kind::Server || origin.isEmpty())
        return {};
    if (facts.signIn == ServerFacts::SignIn::Token)
        return url.scheme() + u"://"_s + origin + u" (token)"_s;
    return user.isEmpty() ? QString() : QString(url.scheme() + u"://"_s + user + u'@' + origin);
}

QString secretName(const Address &address)
{
    return secretName(address, serverFacts(address.url));
}

} // namespace

ServerAccounts::ServerAccounts()
    : ServerAccounts(std::make_shared<Keychain::SystemKeychain>())
{
}

ServerAccounts::ServerAccounts(std::shared_ptr<Keychain::SecretStore> store)
    : m_secrets(std::make_shared<Keychain::Secrets>(std::move(store)))
{
}

std::optional<Future<void>> ServerAccounts::load(const Address &address)
{
    const QString name = secretName(address);
    if (name.isEmpty() || m_secrets->isLoaded(name))
        return std::nullopt;
    return m_secrets->load(name);
}

SignIn ServerAccounts::signInOf(const Address &address) const
{
    SignIn signIn;
    if (address.kind != Address::Kind::Server)
        return signIn;
    signIn.facts = serverFacts(address.url);
    const QString name = secretName(address, signIn.facts);
    const auto secret = name.isEmpty() ? std::nullopt : m_secrets->known(name);
    if (!secret)
        return signIn;
    // A password that is known to be empty differs from an unknown one, which is null.
    const QString known = secret->isNull() ? u""_s : *secret;
    (signIn.facts.signIn == ServerFacts::SignIn::Token ? signIn.token : signIn.password) = known;
    signIn.refused = [secrets = m_secrets, name] { secrets->refuse(name); };
    return signIn;
}

Result<Address> ServerAccounts::keep(const Address &address, const ServerAccess &access)
{
    if (address.kind != Address::Kind::Server)
        return address;
    Address named = address;
    named.password = QString();
    if (!address.url.startsWith("databricks"_L1)) {
        QUrl url(address.url);
        if (access.facts.signIn != ServerFacts::SignIn::Environment)
            url.setUserInfo({});
        if (access.facts.signIn == ServerFacts::SignIn::Password)
            url.setUserName(access.user, QUrl::DecodedMode);
        named.url = url.toString();
    }
    ServerFacts facts = access.facts;
    facts.plainHttp = facts.plainHttp || serverFacts(named.url).plainHttp;
    if (const auto stored = setServerFacts(named.url, facts); !stored)
        return std::unexpected(stored.error());
    if (facts.signIn == ServerFacts::SignIn::Password)
        keepSecret(named, access.password);
    else if (facts.signIn == ServerFacts::SignIn::Token)
        keepSecret(named, access.token);
    return named;
}

Future<void> ServerAccounts::keepSecret(const Address &address, const QString &secret)
{
    const QString name = secretName(address);
    if (name.isEmpty())
        return readyFuture<void>({});
    return m_secrets->keep(name, secret.isNull() ? u""_s : secret);
}

void ServerAccounts::useSecret(const Address &address, const QString &secret)
{
    const QString name = secretName(address);
    if (!name.isEmpty())
        m_secrets->keepInMemory(name, secret.isNull() ? u""_s : secret);
}

Result<void> ServerAccounts::allowPlainHttp(const Address &address)
{
    ServerFacts facts = serverFacts(address.url);
    facts.plainHttp = true;
    return setServerFacts(address.url, facts);
}

Future<void> ServerAccounts::forget(const Address &address)
{
    if (address.kind != Address::Kind::Server)
        return readyFuture<void>({});
    const QString name = secretName(address);
    forgetServerFacts(address.url);
    Mirror::MirrorFolder::forget(address.url);
    return name.isEmpty() ? readyFuture<void>({}) : m_secrets->forget(name);
}

QList<ServerOffer> ServerAccounts::offers()
{
    QList<ServerOffer> offers;
    const QString uri = qEnvironmentVariable("MLFLOW_TRACKING_URI");
    if (uri.startsWith("http"_L1) || Mlflow::isDatabricksAddress(uri))
        offers.append({Words::tr("MLFLOW_TRACKING_URI: %1").arg(uri), uri});
    const auto profiles = Mlflow::databricksProfiles();
    for (const auto &profile : profiles)
        offers.append({Words::tr("Databricks profile %1: %2").arg(profile.name, profile.host.host()),
                       u"databricks://"_s + profile.name});
    return offers;
}

} // namespace Roost::Workspaces
