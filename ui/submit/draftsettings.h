// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/submit/submitmemory.h"

namespace Roost::Ui {

/// Returns the store of the jobs that this user has written for the workspace at `address`; it is in the settings.
Items::SubmitMemory draftsOf(const QString &address);

} // namespace Roost::Ui
