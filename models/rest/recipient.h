// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"

#include <QUrl>

#include <optional>

namespace Roost::Rest {

/// Whether requests to that address stay on this machine and can be read by whoever listens at its port.
bool isPlainLoopback(const QUrl &url);

/// Whether a request to that address can be read on its way to another machine.
bool isPlainElsewhere(const QUrl &url);

/// Why a token or a signed address must not be sent there now: a program of another user (root counts as this one)
/// has the port. Nothing where it may, nobody listens, or the system does not tell. Looked at before each request:
/// ports of loopback change hands.
std::optional<Error> whyNoSecretTo(const QUrl &url);

} // namespace Roost::Rest
