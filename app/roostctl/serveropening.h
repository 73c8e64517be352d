// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/serveraccess.h"
#include "models/core/workspace.h"
#include "models/workspaces/signin.h"

#include <QCommandLineParser>

#include <memory>
#include <optional>

class QNetworkAccessManager;

namespace Roost::Ctl {

/// Returns the options that say how to sign in to a server and which certificates to accept.
QList<QCommandLineOption> serverOptions();

/// Opens the workspace at `address`. Asks for a password or token in the terminal if none is known, and keeps it in the
/// user's keychain; reads the last known content if a server is out of reach. Prints an error and returns null if
/// nothing can be opened. `used` receives the sign-in with which a workspace that answers was opened.
std::shared_ptr<Workspace> openForUser(const QCommandLineParser &options, QNetworkAccessManager *network,
                                       const QString &address, std::optional<Workspaces::SignIn> *used = nullptr);

/// Tests a server; asks as openForUser() does. Prints an error and returns nothing if the options are wrong.
std::optional<ServerCheck> testServer(const QCommandLineParser &options, QNetworkAccessManager *network,
                                      const QString &address);

/// Removes the secrets, the facts and the kept content of a server. Returns whether that succeeded.
bool forgetServer(const QString &address);

} // namespace Roost::Ctl
