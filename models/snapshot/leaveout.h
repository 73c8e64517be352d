// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/snapshot/snapshot.h"

namespace Roost::Snapshot {

/// Returns the line of an ignore file that excludes only this file; `path` is relative to the folder.
QString leaveOutLine(const QString &path);
/// Returns the ignore file to add the line to: the file in effect, or a new .amlignore.
QString leaveOutFile(const Listing &listing);
/// Adds the line to that file. Failed if it cannot be written, Rejected for a name with a line break.
Result<void> leaveOut(const Listing &listing, const QString &path);

} // namespace Roost::Snapshot
