// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/backends/local/workspaceaddress.h"
#include "models/core/workspace.h"

#include <optional>

class QNetworkAccessManager;

namespace Roost::Workspaces {

/// How to sign in at a server. Without password and token the environment decides, as for MLflow's own client.
struct SignIn
{
    QString password = {};         // of the user that the address names; null: not known
    QString token = {};            // instead of a user
    bool usesToken = false;        // the server was opened with a token before
    bool mayTravelInPlain = false; // a password or token may go to another machine over plain http
};

/// What a person must decide or enter before a workspace is opened.
struct Requirement
{
    enum class About {
        Trust,     // another user could have prepared the folder: `detail` is a sentence
        Password,  // of the user `detail`, whom the address names
        Token,     // of a server that was opened with a token before
        PlainHttp, // a token or password would go to another machine unencrypted
    };
    About about = About::Trust;
    QString detail = {};

    bool operator==(const Requirement &) const = default;
};

/// One kind of workspace: the only place that knows how its workspaces are named, shown and opened. A new kind is one
/// entry of the table in registry.cpp, and its form of address in workspaceaddress.cpp.
struct WorkspaceKind
{
    using Address = Local::WorkspaceAddress;

    Address::Kind kind = Address::Kind::Local;
    /// The name of an icon of the theme.
    QString icon;
    /// What identifies the workspace and is shown and remembered; `text` is what a person entered. It holds no
    /// password.
    QString (*identity)(const Address &address, const QString &text) = nullptr;
    /// The title until the workspace reports its name.
    QString (*title)(const Address &address) = nullptr;
    /// What is missing to open it; empty if nothing is.
    std::optional<Requirement> (*missing)(const Address &address, const SignIn &signIn) = nullptr;
    /// Opens it. `network` outlives the workspace.
    Future<std::shared_ptr<Workspace>> (*open)(QNetworkAccessManager *network, const Address &address,
                                               const SignIn &signIn) = nullptr;
    /// The value of MLFLOW_TRACKING_TOKEN for MLflow clients; empty if they need none or none is known.
    QString (*trackingToken)(const Address &address) = nullptr;
};

/// One entry for each WorkspaceAddress::Kind.
const QList<WorkspaceKind> &workspaceKinds();
const WorkspaceKind &kindOf(const Local::WorkspaceAddress &address);

} // namespace Roost::Workspaces
