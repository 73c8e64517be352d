// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/future.h"
#include "models/items/workspace/openingquestion.h"
#include "models/items/workspace/workspacelocation.h"

#include <QString>

#include <optional>

namespace Roost::Items {

/// How to sign in to a server: as a user with a password, or with a token. If empty, MLflow's environment variables are
/// used.
struct ServerSignIn
{
    QString user;
    QString password;
    QString token;
};

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
    /// Stores how to sign in to a server until the program exits. Returns the address of that server, which contains
    /// the user name and no secret.
    virtual QString withSignIn(const QString &address, const ServerSignIn &) { return address; }
    /// Creates a local workspace in an empty or new `folder`. The result is its address.
    virtual Future<QString> create(const QString &folder, const QString &name) = 0;
    /// Returns the MLFLOW_TRACKING_TOKEN that MLflow clients of a workspace need; empty if they need none, or none is
    /// known.
    virtual QString trackingToken(const QString & /*address*/) const { return {}; }
    /// Returns the default parent folder of new local workspaces.
    virtual QString defaultFolder() const = 0;
};

} // namespace Roost::Items
