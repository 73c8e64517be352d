// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/keychain/secrets.h"
#include "models/workspaces/registry.h"

namespace Roost::Workspaces {

/// How the user signs in to servers: the facts in files, the secrets in the keychain. Used by the window and by the
/// console, so that a password is asked once. Use on one thread.
class ServerAccounts
{
public:
    /// The keychain of the desktop.
    ServerAccounts();
    explicit ServerAccounts(std::shared_ptr<Keychain::SecretStore> store);

    /// Reads the secret of the server from the keychain. Empty if there is nothing to read; do not wait then.
    std::optional<Future<void>> load(const WorkspaceKind::Address &address);
    /// Returns what is known. A secret that the server refuses is not used again. Valid as long as this object.
    SignIn signInOf(const WorkspaceKind::Address &address) const;

    /// Stores how to sign in. Returns the address of the server with the user's name and without a password.
    Result<WorkspaceKind::Address> keep(const WorkspaceKind::Address &address, const ServerAccess &access);
    /// Stores the password or token of a server in the keychain. The error says why it is kept only in memory.
    Future<void> keepSecret(const WorkspaceKind::Address &address, const QString &secret);
    /// Uses a password or token until the program ends.
    void useSecret(const WorkspaceKind::Address &address, const QString &secret);
    /// Lets the secret travel to the server over plain http, now and later.
    Result<void> allowPlainHttp(const WorkspaceKind::Address &address);
    /// Removes secrets, facts, and what is kept of the server's content.
    Future<void> forget(const WorkspaceKind::Address &address);

    /// Returns a sentence if secrets are not stored in the keychain; see Keychain::Secrets.
    QString whyOnlyInMemory() const { return m_secrets->whyOnlyInMemory(); }
    /// Returns the servers that the user's environment variables and files name.
    static QList<ServerOffer> offers();

private:
    std::shared_ptr<Keychain::Secrets> m_secrets;
};

} // namespace Roost::Workspaces
