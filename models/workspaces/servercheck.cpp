// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workspaces/servercheck.h"

#include "models/core/words.h"
#include "models/rest/tlsprobe.h"
#include "models/workspaces/server.h"

namespace Roost::Workspaces {

using namespace Qt::StringLiterals;
using Outcome = ServerCheckStep::Outcome;

namespace {

// One test while it runs.
class Check : public std::enable_shared_from_this<Check>
{
public:
    Check(QNetworkAccessManager *network, std::function<void(const ServerCheck &)> progress)
        : m_network(network)
        , m_progress(std::move(progress))
    {
    }

    Future<ServerCheck> run(const QString &address, const ServerAccess &access);

private:
    Future<ServerCheck> testTls();
    Future<ServerCheck> testServer();
    void onTls(const Rest::TlsFindings &findings);
    void onWorkspace(const Result<std::shared_ptr<Mlflow::MlflowWorkspace>> &opened);
    void begin(const QString &what);
    void end(Outcome outcome, const QString &text);
    Future<ServerCheck> finished() const { return readyFuture<ServerCheck>(m_check); }

    QNetworkAccessManager *m_network;
    std::function<void(const ServerCheck &)> m_progress;
    ServerCheck m_check;
    Mlflow::MlflowSettings m_settings;
    QString m_who; // "as ada"
};

void Check::begin(const QString &what)
{
    m_check.steps.append({what, Outcome::Running, {}});
    m_progress(m_check);
}

void Check::end(Outcome outcome, const QString &text)
{
    m_check.steps.last().outcome = outcome;
    m_check.steps.last().text = text;
    m_progress(m_check);
}

Future<ServerCheck> Check::run(const QString &text, const ServerAccess &access)
{
    begin(Words::tr("Address"));
    auto address = Local::addressFromText(text);
    if (!address) {
        end(Outcome::Failed, address.error().text);
        return finished();
    }
    if (address->kind == Local::WorkspaceAddress::Kind::AzureMl) {
        end(Outcome::Passed, Words::tr("The Azure ML workspace %1. Roost opens it by Azure's own API, which includes "
                                       "its MLflow runs, and signs in with the Azure CLI (az login).")
                                 .arg(address->workspace.name));
        return finished();
    }
    if (address->kind == Local::WorkspaceAddress::Kind::Local) {
        end(Outcome::Passed, Words::tr("The workspace of this machine in %1.").arg(address->folder));
        return finished();
    }
    if (access.facts.signIn == ServerFacts::SignIn::Password) {
        QUrl url(address->url);
        url.setUserName(access.user, QUrl::DecodedMode);
        address->url = url.toString();
    }
    SignIn signIn{.facts = access.facts, .password = {}, .token = access.token, .refused = {}};
    if (access.facts.signIn == ServerFacts::SignIn::Password)
        signIn.password = access.password.isNull() ? u""_s : access.password;
    const auto settings = Server::settingsOf(*address, signIn);
    if (!settings) {
        end(Outcome::Failed, settings.error().text);
        return finished();
    }
    m_settings = *settings;
    m_settings.retries.retries = 0;
    m_who = m_settings.credential == nullptr ? Words::tr("without a sign-in")
            : access.user.isEmpty()          ? Words::tr("with the token or password")
                                             : Words::tr("as %1").arg(access.user);
    end(Outcome::Passed, m_settings.url.toString(QUrl::RemoveUserInfo));
    return m_settings.url.scheme() == "https"_L1 ? testTls() : testServer();
}

Future<ServerCheck> Check::testTls()
{
    begin(Words::tr("Connection"));
    const auto self = shared_from_this();
    return then(Rest::probeTls(m_settings.url, m_settings.tls), [self](const Result<Rest::TlsFindings> &findings) {
        if (!findings) {
            self->end(Outcome::Failed, findings.error().text);
            return self->finished();
        }
        self->onTls(*findings);
        return self->m_check.steps.last().outcome == Outcome::Failed ? self->finished() : self->testServer();
    });
}

void Check::onTls(const Rest::TlsFindings &findings)
{
    end(Outcome::Passed, Words::tr("The server answers."));
    begin(Words::tr("Encryption"));
    if (findings.faults.isEmpty())
        return end(Outcome::Passed, Words::tr("%1, certificate %2.").arg(findings.protocol, findings.certificate));
    if (findings.fingerprint == m_settings.tls.acceptedFingerprint)
        return end(
            Outcome::Noted,
            Words::tr("%1, the certificate that you accepted, %2.").arg(findings.protocol, findings.certificate));
    m_check.fingerprint = findings.fingerprint;
    m_check.certificate = findings.certificate;
    end(Outcome::Failed,
        Words::tr("No authority that this machine trusts confirms the certificate (%1): %2. Choose the "
                  "file of the authority, or accept this certificate.")
            .arg(findings.certificate, findings.faults.join(u"; "_s)));
}

Future<ServerCheck> Check::testServer()
{
    const bool isEncrypted = m_settings.url.scheme() == "https"_L1;
    begin(isEncrypted ? Words::tr("Sign-in") : Words::tr("Connection"));
    const auto self = shared_from_this();
    return then(Mlflow::MlflowWorkspace::open(m_network, m_settings),
                [self](const Result<std::shared_ptr<Mlflow::MlflowWorkspace>> &opened) {
                    self->onWorkspace(opened);
                    if (!opened)
                        return self->finished();
                    // The lambda keeps the workspace until its reply has arrived.
                    return then((*opened)->info(), [self, server = *opened](const Result<WorkspaceInfo> &info) {
                        const QString version = info ? info->description : QString();
                        self->begin(Words::tr("Server"));
                        self->end(version.isEmpty() ? Outcome::Noted : Outcome::Passed,
                                  version.isEmpty() ? Words::tr("It does not tell its version, like Databricks.")
                                                    : version + u'.');
                        self->begin(Words::tr("Content"));
                        self->end(Outcome::Passed, server->experimentCount() == 1
                                                       ? Words::tr("1 experiment.")
                                                       : Words::tr("%1 experiments.").arg(server->experimentCount()));
                        return self->finished();
                    });
                });
}

void Check::onWorkspace(const Result<std::shared_ptr<Mlflow::MlflowWorkspace>> &opened)
{
    const bool isEncrypted = m_settings.url.scheme() == "https"_L1;
    const bool hasAnswered = opened || opened.error().kind != ErrorKind::Unreachable;
    if (!hasAnswered)
        return end(Outcome::Failed, opened.error().text);
    if (!isEncrypted) {
        end(Outcome::Passed, Words::tr("The server answers."));
        begin(Words::tr("Sign-in"));
    }
    if (opened)
        end(Outcome::Passed, Words::tr("The server accepts requests %1.").arg(m_who));
    else
        end(Outcome::Failed, opened.error().text);
}

} // namespace

Future<ServerCheck> checkServer(QNetworkAccessManager *network, const QString &address, const ServerAccess &access,
                                std::function<void(const ServerCheck &)> progress)
{
    const auto check = std::make_shared<Check>(network, std::move(progress));
    return check->run(address, access);
}

} // namespace Roost::Workspaces
