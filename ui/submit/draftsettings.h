// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/submit/submitmemory.h"

namespace Roost::Ui {

/// The jobs that were written for the workspace of this address, kept in the settings of this user.
Items::SubmitMemory draftsOf(const QString &address);

} // namespace Roost::Ui
