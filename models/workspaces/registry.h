// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/backends/local/workspaceaddress.h"
#include "models/core/workspace.h"

#include <optional>

class QNetworkAccessManager;

namespace Roost::Rest {
class Credential;
}

namespace Roost::Workspaces {

/// How to sign in to a server. Without password and token, environment variables apply, as in MLflow's own client.
struct SignIn
{
    QString password = {};         // of the user in the address; null if not known
    QString token = {};            // used instead of a user and password
    bool usesToken = false;        // the server was opened with a token before
    bool mayTravelInPlain = false; // a password or token may go to another machine over plain http
};

/// What the user must decide or enter before a workspace is opened.
struct Requirement
{
    enum class About {
        Trust,     // another user may have prepared the folder: `detail` is a sentence
        Password,  // of the user `detail`, whom the address contains
        Token,     // of a server that was opened with a token before
        PlainHttp, // a token or password would go to another machine unencrypted
    };
    About about = About::Trust;
    QString detail = {};

    bool operator==(const Requirement &) const = default;
};

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
    /// Returns the value of MLFLOW_TRACKING_TOKEN for MLflow clients; empty if they need none or none is known.
    QString (*trackingToken)(const Address &address) = nullptr;
    /// Returns the identity for requests to WorkspaceInfo::trackingUri of the opened workspace; null if none is needed.
    std::shared_ptr<Rest::Credential> (*trackingCredential)(const Address &address, const SignIn &signIn) = nullptr;
};

/// Returns one entry for each WorkspaceAddress::Kind.
const QList<WorkspaceKind> &workspaceKinds();
const WorkspaceKind &kindOf(const Local::WorkspaceAddress &address);

} // namespace Roost::Workspaces
