// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roost/workspaces.h"

#include "models/backends/local/workspaceaddress.h"
#include "models/trust/foldertrust.h"
#include "models/workspaces/registry.h"
#include "models/workspaces/servercheck.h"
#include "models/workspaces/serverfacts.h"

#include <QCoreApplication>
#include <QDir>
#include <QStandardPaths>

#include <utility>

namespace Roost::App {

namespace Registry = Roost::Workspaces;

using namespace Items;
using namespace Local;
using namespace Trust;
using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Workspaces)
};

} // namespace

Result<WorkspaceLocation> Workspaces::locate(const QString &text) const
{
    auto address = addressFromText(text);
    if (!address)
        return std::unexpected(address.error());
    if (!address->password.isNull())
        m_accounts.useSecret(*address, std::exchange(address->password, QString()));
    const Registry::WorkspaceKind &kind = Registry::kindOf(*address);
    // Secrets are looked up when the workspace is opened, because the user may have entered a password since.
    const auto open = [network = &m_network, accounts = m_accounts, &kind, where = *address] {
        return kind.open(network, where, accounts.signInOf(where));
    };
    const auto lastKnown = [accounts = m_accounts, &kind, where = *address] {
        return kind.lastKnown(where, accounts.signInOf(where));
    };
    return WorkspaceLocation{kind.identity(*address, text), kind.title(*address), kind.icon, open, lastKnown};
}

std::optional<Future<void>> Workspaces::prepare(const QString &text)
{
    const auto address = addressFromText(text);
    return address && address->password.isNull() ? m_accounts.load(*address) : std::nullopt;
}

std::optional<OpeningQuestion> Workspaces::questionBeforeOpening(const QString &text) const
{
    const auto address = addressFromText(text);
    if (!address)
        return std::nullopt;
    const auto missing = Registry::kindOf(*address).missing(*address, m_accounts.signInOf(*address));
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
            {Words::tr("The password of %1 at %2.").arg(missing->detail, host), whereSecretsAreKept()},
            Words::tr("Open")};
    case Registry::Requirement::About::Token:
        return OpeningQuestion{OpeningQuestion::About::Token,
                               Words::tr("Token for %1").arg(host),
                               {Words::tr("The access token for %1.").arg(host), whereSecretsAreKept()},
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
    case OpeningQuestion::About::Token:
        m_accounts.keepSecret(*address, secret);
        break;
    case OpeningQuestion::About::PlainHttp:
        return m_accounts.allowPlainHttp(*address);
    }
    return {};
}

QString Workspaces::whereSecretsAreKept() const
{
    const QString why = m_accounts.whyOnlyInMemory();
    return why.isEmpty() ? Words::tr("Roost keeps it in the keychain of your desktop.") : why;
}

Result<QString> Workspaces::withAccess(const QString &text, const ServerAccess &access)
{
    const auto address = addressFromText(text);
    if (!address || address->kind != WorkspaceAddress::Kind::Server)
        return text;
    const auto named = m_accounts.keep(*address, access);
    if (!named)
        return std::unexpected(named.error());
    if (!address->password.isNull() && access.facts.signIn == ServerFacts::SignIn::Environment)
        m_accounts.useSecret(*named, address->password);
    return named->url;
}

Future<ServerCheck> Workspaces::checkServer(const QString &address, const ServerAccess &access,
                                            std::function<void(const ServerCheck &)> progress)
{
    return Registry::checkServer(&m_network, address, access, std::move(progress));
}

ServerFacts Workspaces::serverFacts(const QString &text) const
{
    const auto address = addressFromText(text);
    return address ? Registry::serverFacts(address->url) : ServerFacts();
}

QList<ServerOffer> Workspaces::serverOffers() const
{
    return Registry::ServerAccounts::offers();
}

void Workspaces::forgetServer(const QString &text)
{
    if (const auto address = addressFromText(text))
        m_accounts.forget(*address);
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
