// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/future.h"
#include "models/items/workspace/openingquestion.h"
#include "models/items/workspace/workspacelocation.h"

#include <QString>

#include <optional>

namespace Roost::Items {

/// How to sign in at a server: as a user with a password, or with a token. Empty: as the environment variables of
/// MLflow state.
struct ServerSignIn
{
    QString user;
    QString password;
    QString token;
};

/// Where the window gets its workspaces from. app/roost implements it over the kinds of workspaces there are. Futures
/// resolve on the calling thread.
class WorkspaceProvider
{
public:
    virtual ~WorkspaceProvider() = default;
    /// What a folder, a config.json or a URL stands for; the Error states why it is not a workspace.
    virtual Result<WorkspaceLocation> locate(const QString &address) const = 0;
    /// What must be answered first; nothing if it can be opened at once. Opening without an answer is refused.
    virtual std::optional<OpeningQuestion> questionBefore(const QString &) const { return std::nullopt; }
    /// A person agreed; `secret` is the password or token where the question was about one.
    virtual Result<void> answer(const QString & /*address*/, OpeningQuestion::About, const QString & /*secret*/)
    {
        return {};
    }
    /// Keeps how to sign in at a server for as long as the program runs. Returns the address of that server, which
    /// names the user and no secret.
    virtual QString withSignIn(const QString &address, const ServerSignIn &) { return address; }
    /// Makes a local workspace in an empty or new `folder`; resolves to its address.
    virtual Future<QString> create(const QString &folder, const QString &name) = 0;
    /// What MLflow clients of a workspace need as MLFLOW_TRACKING_TOKEN; empty if they need none, or none is known.
    virtual QString trackingToken(const QString & /*address*/) const { return {}; }
    /// The folder that new local workspaces go into by default.
    virtual QString defaultFolder() const = 0;
};

} // namespace Roost::Items
