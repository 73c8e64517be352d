// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Roost {

/// Why no process can have an environment variable of that name and value, as one sentence; empty when it can. The
/// system ends a name at '=' and both at NUL, so that anything else would quietly set another variable.
QString whyNotAVariable(const QString &name, const QString &value);

} // namespace Roost
