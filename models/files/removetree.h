// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"

#include <QByteArray>
#include <QString>

namespace Roost::Files {

/// Removes `name` in an open folder with everything below it. Links are removed, not followed. Folders without
/// permission are made accessible first. Succeeds if the name does not exist. The error names the first entry that
/// could not be removed and the number of such entries; all others are removed.
Result<void> removeTree(int folder, const QByteArray &name);
/// The same for a path; links to folders before its last name are followed.
Result<void> removeTree(const QString &path);

} // namespace Roost::Files
