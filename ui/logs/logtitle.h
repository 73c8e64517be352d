// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/runs/logsource.h"

namespace Roost::Ui {

/// Returns "All ranks", "Driver log", "Rank 3", "Environment build", or the name of the file; "Rank 3, stderr" for a
/// file that torchrun has written for a rank.
QString logTitle(const Items::LogSource &source);

} // namespace Roost::Ui
