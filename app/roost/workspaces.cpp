// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roost/workspaces.h"

#include "models/backends/local/workspaceaddress.h"
#include "models/trust/foldertrust.h"
#include "models/workspaces/registry.h"
#include "ui/settings/settings.h"

#include <QCoreApplication>
#include <QDir>
#include <QStandardPaths>

#include <utility>

namespace Roost::App {

namespace Registry = Roost::Workspaces;

using namespace Items;
using namespace Local;
using namespace Trust;
using namespace Ui;
using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Workspaces)
};

// A password that is known to be empty differs from an unknown one, which is null.
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

Registry::SignIn signInOf(const WorkspaceAddress &address, const QString &password, const QString &token)
{
    const Settings &settings = Settings::instance();
    return {.password = password,
            .token = token,
            .usesToken = settings.value(Preferences::tokenServers).contains(address.url),
            .mayTravelInPlain = settings.value(Preferences::plainHttpHosts).contains(QUrl(address.url).host())};
}

} // namespace

Result<WorkspaceLocation> Workspaces::locate(const QString &text) const
{
    auto address = addressFromText(text);
    if (!address)
        return std::unexpected(address.error());
    if (!address->password.isNull())
        m_secrets->insert(address->url, {std::exchange(address->password, QString()), {}});
    const Registry::WorkspaceKind &kind = Registry::kindOf(*address);
    // Secrets are looked up when the workspace is opened, because the user may have entered a password since.
    const auto open = [network = &m_network, secrets = m_secrets, &kind, where = *address] {
        const Secret known = secrets->value(where.url);
        const auto opened = kind.open(network, where, signInOf(where, known.password, known.token));
        return then(opened, [secrets, where](const Result<std::shared_ptr<Workspace>> &result) {
            if (!result && result.error().kind == ErrorKind::Denied)
                secrets->remove(where.url); // so that a new one is requested
            return readyFuture<std::shared_ptr<Workspace>>(result);
        });
    };
    return WorkspaceLocation{kind.identity(*address, text), kind.title(*address), kind.icon, open};
}

std::optional<OpeningQuestion> Workspaces::questionBeforeOpening(const QString &text) const
{
    const auto address = addressFromText(text);
    if (!address)
        return std::nullopt;
    const Secret known = m_secrets->value(address->url);
    const auto missing = Registry::kindOf(*address).missing(*address, signInOf(*address, known.password, known.token));
    if (!missing)
        return std::nullopt;
    const QString host = QUrl(address->url).host();
    switch (missing->about) {
    case Registry::Requirement::About::Trust:
        return OpeningQuestion{OpeningQuestion::About::Trust,
                               Words::tr("Open this folder?"),
                               {QDir::toNativeSeparators(address->folder), missing->detail,
                                Words::tr("A workspace can contain commands that run as you, with your files and "
                                          "rights. Open it only if you trust everyone who can write to it.")},
                               Words::tr("Trust and open")};
    case Registry::Requirement::About::Password:
        return OpeningQuestion{
            OpeningQuestion::About::Password,
            Words::tr("Password for %1").arg(host),
            {Words::tr("The password of %1 at %2. Roost stores it only while it runs and asks again at the next start.")
                 .arg(missing->detail, host)},
            Words::tr("Open")};
    case Registry::Requirement::About::Token:
        return OpeningQuestion{
            OpeningQuestion::About::Token,
            Words::tr("Token for %1").arg(host),
            {Words::tr("The access token for %1. Roost stores it only while it runs and asks again at the next start.")
                 .arg(host)},
            Words::tr("Open")};
    case Registry::Requirement::About::PlainHttp:
        return OpeningQuestion{OpeningQuestion::About::PlainHttp,
                               Words::tr("Send the password or token unencrypted?"),
                               {Words::tr("%1 is reached over plain http. Everyone on the network path can read and "
                                          "use the password or token that is sent.")
                                    .arg(host),
                                Words::tr("If the server has an https address, open that instead.")},
                               Words::tr("Send it")};
    }
    std::unreachable();
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
        url.setUserInfo({}); // the token already identifies the user
    if (!who.user.isEmpty())
        url.setUserName(who.user, QUrl::DecodedMode);
    const QString named = url.toString();
    if (!who.user.isEmpty())
        m_secrets->insert(named, {notNull(who.password), {}});
    else if (!who.token.isEmpty())
        m_secrets->insert(named, {{}, who.token});
    rememberWhetherByToken(named, !who.token.isEmpty());
    // A password in the address stays in it; locate() removes it.
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
    return where ? Registry::kindOf(*where).trackingToken(*where) : QString();
}

QString Workspaces::defaultFolder() const
{
    const QString data = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    return data + u"/roost/workspaces"_s;
}

} // namespace Roost::App
