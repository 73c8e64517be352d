// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"
#include "models/core/serveraccess.h"

namespace Roost::Workspaces {

// Each server that was opened has a file "$XDG_CONFIG_HOME/roost/servers/<hash of its address>.json", which only the
// user can read: how to sign in and which certificates to accept. It contains no secret.

/// Returns the defaults if nothing is stored.
ServerFacts serverFacts(const QString &address);
Result<void> setServerFacts(const QString &address, const ServerFacts &facts);
void forgetServerFacts(const QString &address);

} // namespace Roost::Workspaces
