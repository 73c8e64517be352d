// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/snapshot/snapshot.h"

namespace Roost::Snapshot {

/// The line of an ignore file that leaves out this file and no other; `path` is relative to the folder.
QString leaveOutLine(const QString &path);
/// The file that the line belongs in: the one whose rules hold, or a new .amlignore.
QString leaveOutFile(const Listing &listing);
/// Adds the line to that file. Failed where it cannot be written.
Result<void> leaveOut(const Listing &listing, const QString &path);

} // namespace Roost::Snapshot
