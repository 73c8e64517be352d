// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/backends/local/workspaceaddress.h"
#include "models/core/lastknown.h"
#include "models/core/workspace.h"
#include "models/workspaces/signin.h"

#include <optional>

class QNetworkAccessManager;

namespace Roost::Rest {
class Credential;
}

namespace Roost::Workspaces {

/// One kind of workspace: the only place that defines how its workspaces are identified, shown and opened. To add a
/// kind, add an entry to the table in registry.cpp, and its form of address to workspaceaddress.cpp.
struct WorkspaceKind
{
    using Address = Local::WorkspaceAddress;

    Address::Kind kind = Address::Kind::Local;
    /// The name of an icon of the theme.
    QString icon;
    /// Returns the text that identifies the workspace and is shown and remembered; `text` is what the user entered. The
    /// result contains no password.
    QString (*identity)(const Address &address, const QString &text) = nullptr;
    /// Returns the title until the workspace reports its name.
    QString (*title)(const Address &address) = nullptr;
    /// Returns what is missing to open the workspace; empty if nothing is.
    std::optional<Requirement> (*missing)(const Address &address, const SignIn &signIn) = nullptr;
    /// Opens the workspace. `network` must outlive it.
    Future<std::shared_ptr<Workspace>> (*open)(QNetworkAccessManager *network, const Address &address,
                                               const SignIn &signIn) = nullptr;
    /// Returns what is kept of the workspace from earlier connections; empty for kinds of which nothing is kept.
    LastKnown (*lastKnown)(const Address &address, const SignIn &signIn) = nullptr;
    /// Returns the value of MLFLOW_TRACKING_TOKEN for MLflow clients; empty if they need none or none is known.
    QString (*trackingToken)(const Address &address) = nullptr;
    /// Returns the identity for requests to WorkspaceInfo::trackingUri of the opened workspace; null if none is needed.
    std::shared_ptr<Rest::Credential> (*trackingCredential)(const Address &address, const SignIn &signIn) = nullptr;
};

/// Returns one entry for each WorkspaceAddress::Kind.
const QList<WorkspaceKind> &workspaceKinds();
const WorkspaceKind &kindOf(const Local::WorkspaceAddress &address);

} // namespace Roost::Workspaces
