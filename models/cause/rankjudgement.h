// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cause/rankevidence.h"

namespace Roost::Causes {

/// Judges one rank by itself: sets its role, and the cause that it has as a candidate.
void judge(RankEvidence &evidence);

/// Returns the time at which the rank failed.
std::optional<TimePoint> timeOf(const RankEvidence &evidence);

} // namespace Roost::Causes
