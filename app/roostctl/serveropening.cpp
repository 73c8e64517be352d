// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roostctl/serveropening.h"

#include "app/roostctl/console.h"
#include "app/roostctl/waiting.h"
#include "models/items/base/format.h"
#include "models/workspaces/registry.h"
#include "models/workspaces/serveraccounts.h"
#include "models/workspaces/servercheck.h"
#include "models/workspaces/serverfacts.h"

#include <QFile>
#include <QFileInfo>
#include <QUrl>

namespace Roost::Ctl {

using namespace Workspaces;
using namespace Qt::StringLiterals;
using Address = WorkspaceKind::Address;
using How = ServerFacts::SignIn;

namespace {

constexpr int MostAttempts = 3;

const QString TokenFile = QStringLiteral("token-file");
const QString Authority = QStringLiteral("ca");
const QString Certificate = QStringLiteral("client-cert");
const QString Accepted = QStringLiteral("accept-certificate");
const QString NoSignIn = QStringLiteral("no-sign-in");
const QString PlainHttp = QStringLiteral("plain-http");

Result<QString> firstLineOf(const QString &name)
{
    constexpr qint64 longest = 64 << 10;
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::Rejected, u"%1 cannot be read: %2."_s.arg(name, file.errorString()));
    const QString line = QString::fromUtf8(file.readLine(longest)).trimmed();
    if (line.isEmpty())
        return failure(ErrorKind::Rejected, u"%1 contains no token: its first line is empty."_s.arg(name));
    return line;
}

// Returns what is stored about the server, changed by the options.
ServerFacts factsFor(const QCommandLineParser &options, const Address &address)
{
    ServerFacts facts = serverFacts(address.url);
    if (options.isSet(Authority))
        facts.caFile = QFileInfo(options.value(Authority)).absoluteFilePath();
    if (options.isSet(Certificate))
        facts.clientCertificateFile = QFileInfo(options.value(Certificate)).absoluteFilePath();
    if (options.isSet(Accepted))
        facts.acceptedFingerprint = options.value(Accepted).toUpper();
    if (options.isSet(NoSignIn))
        facts.signIn = How::None;
    if (options.isSet(TokenFile))
        facts.signIn = How::Token;
    return facts;
}

// Asks for the secret that is missing. Returns false, with an error printed, if it is not known.
bool askFor(const Requirement &missing, const Address &address, SignIn &signIn)
{
    const QString host = QUrl(address.url).host();
    switch (missing.about) {
    case Requirement::About::Password: {
        const auto typed = readSecret(u"Password of %1 at %2: "_s.arg(missing.detail, host));
        if (!typed) {
            printError(
                u"The password of %1 is not known. Set MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD, or "
                "call roostctl in a terminal, where it asks."_s.arg(missing.detail));
            return false;
        }
        signIn.password = typed->isNull() ? u""_s : *typed;
        return true;
    }
    case Requirement::About::Token: {
        const auto typed = readSecret(u"Token for %1: "_s.arg(host));
        if (!typed || typed->isEmpty()) {
            printError(u"The token for %1 is not known. Use --token-file FILE, or call roostctl in a terminal, "
                       "where it asks."_s.arg(host));
            return false;
        }
        signIn.token = *typed;
        return true;
    }
    default:
        return true; // opening reports the rest
    }
}

// Opens a server with what is known, and asks for what is not.
class Opening
{
public:
    Opening(const QCommandLineParser &options, QNetworkAccessManager *network, Address address)
        : m_options(options)
        , m_network(network)
        , m_address(std::move(address))
    {
    }

    std::shared_ptr<Workspace> open();
    /// Returns the sign-in of the workspace that open() has opened; nothing for last known content.
    const std::optional<SignIn> &used() const { return m_used; }
    /// Determines how to sign in. Returns nothing, with an error printed, if that is not possible.
    std::optional<SignIn> signIn();

private:
    std::optional<std::shared_ptr<Workspace>> attempt();
    std::shared_ptr<Workspace> lastKnown(const Error &error, const SignIn &signIn);

    const QCommandLineParser &m_options;
    QNetworkAccessManager *m_network;
    Address m_address;
    ServerAccounts m_accounts;
    std::optional<SignIn> m_used;
    bool m_wasAsked = false;
    std::shared_ptr<bool> m_wasRefused = std::make_shared<bool>(false); // outlived by the workspace
};

std::optional<SignIn> Opening::signIn()
{
    const auto &kind = kindOf(m_address);
    const ServerFacts facts = factsFor(m_options, m_address);
    const bool isServer = m_address.kind == Address::Kind::Server;
    if (isServer && facts != serverFacts(m_address.url) && !m_options.isSet(TokenFile)) {
        if (const auto stored = setServerFacts(m_address.url, facts); !stored)
            printError(stored.error());
    }
    if (const auto loading = m_accounts.load(m_address))
        waitFor(*loading);
    SignIn known = m_accounts.signInOf(m_address);
    known.facts = facts;
    known.facts.plainHttp = known.facts.plainHttp || m_options.isSet(PlainHttp);
    if (m_options.isSet(TokenFile)) {
        const auto token = firstLineOf(m_options.value(TokenFile));
        if (!token) {
            printError(token.error());
            return std::nullopt;
        }
        known.token = *token;
    }
    const auto missing = kind.missing(m_address, known);
    m_wasAsked = missing && isServer;
    if (m_wasAsked && !askFor(*missing, m_address, known))
        return std::nullopt;
    return known;
}

std::shared_ptr<Workspace> Opening::open()
{
    for (int i = 0; i < MostAttempts; ++i) {
        const auto opened = attempt();
        if (opened)
            return *opened;
    }
    return nullptr;
}

// Returns nothing if another password or token may help.
std::optional<std::shared_ptr<Workspace>> Opening::attempt()
{
    auto known = signIn();
    if (!known)
        return nullptr;
    *m_wasRefused = false;
    known->refused = [wasRefused = m_wasRefused, refused = known->refused] {
        *wasRefused = true;
        if (refused)
            refused();
    };
    auto opened = waitFor(kindOf(m_address).open(m_network, m_address, *known));
    if (opened) {
        m_used = known;
        const QString typed = known->token.isEmpty() ? known->password : known->token;
        if (m_wasAsked && !typed.isNull()) {
            if (const auto kept = waitFor(m_accounts.keepSecret(m_address, typed)); !kept)
                printError(kept.error());
        }
        return std::move(*opened);
    }
    if (opened.error().kind == ErrorKind::Unreachable) {
        if (auto kept = lastKnown(opened.error(), *known))
            return kept;
    }
    printError(opened.error());
    const bool mayAskAgain = *m_wasRefused && !m_options.isSet(TokenFile) &&
                             kindOf(m_address).missing(m_address, m_accounts.signInOf(m_address));
    return mayAskAgain ? std::nullopt : std::optional(std::shared_ptr<Workspace>());
}

std::shared_ptr<Workspace> Opening::lastKnown(const Error &error, const SignIn &signIn)
{
    const LastKnown kept = kindOf(m_address).lastKnown(m_address, signIn);
    if (kept.workspace)
        printError(u"As of %1. The server is out of reach: %2"_s.arg(Items::Format::relative(kept.asOf()), error.text));
    return kept.workspace;
}

} // namespace

QList<QCommandLineOption> serverOptions()
{
    return {
        {TokenFile, u"Signs in to a server with the token in the first line of a file."_s, u"FILE"_s},
        {NoSignIn, u"Opens a server without signing in."_s},
        {Authority, u"Trusts these certificate authorities for a server, now and later (PEM)."_s, u"FILE"_s},
        {Certificate, u"Shows a server this certificate, with its key, now and later (PEM)."_s, u"FILE"_s},
        {Accepted, u"Accepts the certificate of a server with this SHA-256 fingerprint, now and later."_s,
         u"FINGERPRINT"_s},
        {PlainHttp, u"Lets a token or password go to another machine over http, where others can read it."_s},
    };
}

std::shared_ptr<Workspace> openForUser(const QCommandLineParser &options, QNetworkAccessManager *network,
                                       const QString &text, std::optional<SignIn> *used)
{
    const auto address = Local::addressFromText(text);
    if (!address) {
        printError(address.error());
        return nullptr;
    }
    Opening opening(options, network, *address);
    auto workspace = opening.open();
    if (used)
        *used = opening.used();
    return workspace;
}

std::optional<ServerCheck> testServer(const QCommandLineParser &options, QNetworkAccessManager *network,
                                      const QString &text)
{
    const auto address = Local::addressFromText(text);
    ServerAccess access;
    if (address && address->kind == Address::Kind::Server) {
        const auto signIn = Opening(options, network, *address).signIn();
        if (!signIn)
            return std::nullopt;
        access = {signIn->facts, QUrl(address->url).userName(QUrl::FullyDecoded), signIn->password, signIn->token};
        const bool hasPassword = !access.user.isEmpty() && !signIn->password.isNull();
        if (hasPassword && access.token.isEmpty())
            access.facts.signIn = How::Password;
    }
    const auto check = waitFor(checkServer(network, text, access, [](const ServerCheck &) {}));
    return check ? std::optional(*check) : std::nullopt;
}

bool forgetServer(const QString &text)
{
    const auto address = Local::addressFromText(text);
    if (!address || address->kind != Address::Kind::Server) {
        printError(u"%1 is no server, so nothing is kept of it."_s.arg(text));
        return false;
    }
    const auto forgotten = waitFor(ServerAccounts().forget(*address));
    if (!forgotten)
        printError(forgotten.error());
    return forgotten.has_value();
}

} // namespace Roost::Ctl
