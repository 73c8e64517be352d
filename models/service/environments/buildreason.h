// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace Roost::Service::Environments {

/// What of a tool's transcript tells a person why it failed: "badpkg could not be built: ImportError: needs libfoo".
/// Knows pip, uv, conda and mamba; of another tool it is the last line. Empty for an empty transcript; holds no
/// password of an address.
QString buildReasonIn(const QByteArray &transcript);

} // namespace Roost::Service::Environments
