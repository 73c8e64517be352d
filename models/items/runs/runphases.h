// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/run.h"

namespace Roost::Items {

/// Returns the times of all four phases of a run, in their order. If the back end records no times, they are derived
/// from the times at which the run was created, started and ended.
QList<PhaseTimes> phasesOf(const Run &run);

} // namespace Roost::Items
