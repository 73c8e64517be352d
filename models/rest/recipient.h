// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"

#include <QUrl>

#include <optional>

namespace Roost::Rest {

/// Whether requests to that address stay on this machine, unencrypted for the program that listens at the port.
bool isPlainLoopback(const QUrl &url);

/// Whether a request to that address travels to another machine unencrypted.
bool isPlainElsewhere(const QUrl &url);

/// Why a token or a signed address must not be sent there now: a program of another user (other than root) listens at
/// the port. Empty if it may be sent, if no program listens, or if the system does not report the owner. Check before
/// every request, because the owner of a loopback port changes.
std::optional<Error> whyNoSecretTo(const QUrl &url);

} // namespace Roost::Rest
