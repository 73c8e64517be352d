// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"

#include <QUrl>

#include <optional>

namespace Roost::Rest {

/// Returns whether requests to that URL stay on this machine and are not encrypted for the program that listens at the
/// port.
bool isPlainLoopback(const QUrl &url);

/// Returns whether a request to that URL travels to another machine unencrypted.
bool isPlainElsewhere(const QUrl &url);

/// Returns why a token or a signed URL must not be sent there now: a program of another user (other than root) listens
/// at the port. Empty if it may be sent, if no program listens, or if the system does not report the owner. Check
/// before every request, because the owner of a loopback port changes.
std::optional<Error> whyNoSecretTo(const QUrl &url);

} // namespace Roost::Rest
