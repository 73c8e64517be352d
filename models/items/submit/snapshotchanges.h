// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/snapshot/snapshot.h"

namespace Roost::Items {

/// What of the files that are sent differs between two looks at a folder, in a few words that name the first of
/// them: "New: a.py. Changed: b.py, c.py and 3 more."; empty where nothing does.
QString snapshotChanges(const Snapshot::Listing &before, const Snapshot::Listing &after);

} // namespace Roost::Items
