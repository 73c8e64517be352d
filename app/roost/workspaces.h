// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/backends/local/localworkspaces.h"
#include "models/items/workspace/workspaceprovider.h"
#include "models/workspaces/serveraccounts.h"

#include <QNetworkAccessManager>

namespace Roost::App {

/// Opens the workspaces of the program: each kind as described by models/workspaces/registry.h, after the questions
/// that the window must ask first.
class Workspaces : public Items::WorkspaceProvider
{
public:
    /// Keeps secrets in the keychain of the desktop.
    Workspaces() = default;
    explicit Workspaces(std::shared_ptr<Keychain::SecretStore> secrets)
        : m_accounts(std::move(secrets))
    {
    }

    Result<Items::WorkspaceLocation> locate(const QString &address) const override;
    std::optional<Items::OpeningQuestion> questionBeforeOpening(const QString &address) const override;
    Result<void> answer(const QString &address, Items::OpeningQuestion::About about, const QString &secret) override;
    std::optional<Future<void>> prepare(const QString &address) override;
    Result<QString> withAccess(const QString &address, const ServerAccess &access) override;
    Future<ServerCheck> checkServer(const QString &address, const ServerAccess &access,
                                    std::function<void(const ServerCheck &)> progress) override;
    ServerFacts serverFacts(const QString &address) const override;
    QList<ServerOffer> serverOffers() const override;
    void forgetServer(const QString &address) override;
    QString whySecretsAreNotKept() const override { return m_accounts.whyOnlyInMemory(); }
    Future<QString> create(const QString &folder, const QString &name) override;
    QString trackingToken(const QString &address) const override;
    QString defaultFolder() const override;

private:
    QString whereSecretsAreKept() const;

    mutable Roost::Workspaces::ServerAccounts m_accounts;
    // Used by all open workspaces for their requests.
    mutable QNetworkAccessManager m_network;
    Local::LocalWorkspaces m_local{&m_network};
};

} // namespace Roost::App
