// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/run.h"

namespace Roost::Items {

/// Returns the first cause of `run` as text to copy: its sentences (models/cause/sentences.h), times and evidence. If
/// no cause is known, returns the error text of the run.
QString causeReport(const Run &run);

} // namespace Roost::Items
