// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/submit/folderlisting.h"
#include "models/items/submit/submitfield.h"
#include "models/items/submit/submitform.h"

namespace Roost::Items {

/// Returns "train.py with 8 arguments", "gpu-cluster", "PyTorch: 2 nodes × 2 processes" ...; empty if nothing is
/// chosen.
QString stepSummary(SubmitStep step, const SubmitForm &form, const FolderListing &folder);
/// Returns "2 nodes × 2 processes on gpu-cluster, 41 files, 3.2 MB".
QString submitSummary(const SubmitForm &form, const FolderListing &folder);

} // namespace Roost::Items
