// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Roost {

/// Checks Azure ML's rule for names of workspaces: 3 to 33 letters, digits, '-' and '_', beginning with a letter or
/// digit. Local workspaces follow it too, so that a folder and a cloud workspace may have the same name.
bool isWorkspaceName(const QString &name);

} // namespace Roost
