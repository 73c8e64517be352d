// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/snapshot/snapshot.h"

namespace Roost::Items {

/// Summarizes the differences between two listings of a folder and names the first files: "New: a.py. Changed: b.py,
/// c.py and 3 more."; empty if the files are the same.
QString snapshotChanges(const Snapshot::Listing &before, const Snapshot::Listing &after);

} // namespace Roost::Items
