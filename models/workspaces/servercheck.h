// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/future.h"
#include "models/core/serveraccess.h"

#include <functional>

class QNetworkAccessManager;

namespace Roost::Workspaces {

/// Tests whether a server can be opened with that access, and reports each step in words. Stores nothing. `progress` is
/// called from the event loop with the steps so far. Always finishes with a value; canceling stops the test.
Future<ServerCheck> checkServer(QNetworkAccessManager *network, const QString &address, const ServerAccess &access,
                                std::function<void(const ServerCheck &)> progress);

} // namespace Roost::Workspaces
