// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/run.h"

namespace Roost::Items {

/// Returns the time left in words that are no more exact than the estimate: "less than 1 min left", "about 12 min
/// left", "about 1 h 20 min left".
QString timeLeftText(double seconds);
/// Returns how far the run is: "45 %, about 12 min left". Empty if it is not known, and for a run that is over.
QString progressText(const Run &run);
/// Returns the same with the count that the log states: "4.5 of 10 epochs, 45 %, about 12 min left".
QString progressDetail(const Run &run);
/// Returns the part that is done, from 0 to 1; -1 if it is not known, and for a run that is over.
double progressShare(const Run &run);

} // namespace Roost::Items
