// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/runlogs/logsource.h"

namespace Roost::Ui {

/// "All ranks", "Driver log", "Rank 3", "Environment build", or the file's own name; for a file that torchrun writes
/// for a rank "Rank 3, stderr".
QString logTitle(const Items::LogSource &source);

} // namespace Roost::Ui
