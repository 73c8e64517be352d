// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace Roost::Service::Environments {

/// Returns the part of a tool's transcript that states why the tool failed: "badpkg could not be built: ImportError:
/// needs libfoo". Supports pip, uv, conda and mamba; for other tools, returns the last line. Empty for an empty
/// transcript. Passwords in URLs are left out.
QString buildReasonIn(const QByteArray &transcript);

} // namespace Roost::Service::Environments
