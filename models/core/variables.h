// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Roost {

/// Returns why an environment variable with this name and value is invalid, as one sentence; empty if it is valid. The
/// system ends a name at '=' and both name and value at NUL, so an invalid one would silently set a different variable.
QString whyNotAVariable(const QString &name, const QString &value);

} // namespace Roost
