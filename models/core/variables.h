// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Roost {

/// Why an environment variable with that name and value is invalid, as one sentence; empty if it is valid. The system
/// ends a name at '=' and both at NUL, so an invalid one would silently set another variable.
QString whyNotAVariable(const QString &name, const QString &value);

} // namespace Roost
