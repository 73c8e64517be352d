// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/submit/submitmemory.h"

namespace Roost::Ui {

/// The jobs that this user has written for the workspace at `address`, stored in the settings.
Items::SubmitMemory draftsOf(const QString &address);

} // namespace Roost::Ui
