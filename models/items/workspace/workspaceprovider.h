// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/future.h"
#include "models/core/serveraccess.h"
#include "models/items/workspace/openingquestion.h"
#include "models/items/workspace/workspacelocation.h"

#include <QString>

#include <optional>

namespace Roost::Items {

/// Locates and opens workspaces for the window. app/roost implements it for all kinds of workspaces. Futures finish on
/// the calling thread.
class WorkspaceProvider
{
public:
    virtual ~WorkspaceProvider() = default;
    /// Determines which workspace a folder, a config.json or a URL is. The Error explains why it is not a workspace.
    virtual Result<WorkspaceLocation> locate(const QString &address) const = 0;
    /// Returns the question that the user must answer before the workspace can be opened; empty if it can be opened at
    /// once. Opening it without an answer fails.
    virtual std::optional<OpeningQuestion> questionBeforeOpening(const QString &) const { return std::nullopt; }
    /// Call when the user agreed. `secret` is the password or token if the question was about one.
    virtual Result<void> answer(const QString & /*address*/, OpeningQuestion::About, const QString & /*secret*/)
    {
        return {};
    }
    /// Reads what opening needs from the user's keychain, which may take as long as the user needs to unlock it. Call
    /// before questionBeforeOpening(), and continue when the future has finished. Empty if nothing has to be read.
    virtual std::optional<Future<void>> prepare(const QString & /*address*/) { return std::nullopt; }
    /// Stores how to sign in to a server, secrets in the keychain of the user. Returns the address of that server,
    /// which contains the user name and no secret.
    virtual Result<QString> withAccess(const QString &address, const ServerAccess &) { return address; }
    /// Tests a server with that access, step by step; see models/workspaces/servercheck.h. Stores nothing.
    virtual Future<ServerCheck> checkServer(const QString & /*address*/, const ServerAccess &,
                                            std::function<void(const ServerCheck &)> /*progress*/)
    {
        return readyFuture<ServerCheck>(ServerCheck());
    }
    /// Returns how a server was opened before.
    virtual ServerFacts serverFacts(const QString & /*address*/) const { return {}; }
    /// Returns the servers that the user's environment variables and files name.
    virtual QList<ServerOffer> serverOffers() const { return {}; }
    /// Removes the secrets, the facts and the kept content of a server.
    virtual void forgetServer(const QString & /*address*/) {}
    /// Returns one sentence if secrets are kept only until the program ends, with the reason; empty if the keychain
    /// takes them.
    virtual QString whySecretsAreNotKept() const { return {}; }
    /// Creates a local workspace in an empty or new `folder`. The result is its address.
    virtual Future<QString> create(const QString &folder, const QString &name) = 0;
    /// Returns the MLFLOW_TRACKING_TOKEN that MLflow clients of a workspace need; empty if they need none, or none is
    /// known.
    virtual QString trackingToken(const QString & /*address*/) const { return {}; }
    /// Returns the default parent folder of new local workspaces.
    virtual QString defaultFolder() const = 0;
};

} // namespace Roost::Items
