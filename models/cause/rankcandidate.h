// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cause/rankevidence.h"

namespace Roost::Causes {

/// Sets the role of a rank, and the cause that it has as a candidate, from the evidence of this rank alone.
void determineCandidate(RankEvidence &evidence);

/// Returns the time at which the rank failed.
std::optional<TimePoint> timeOf(const RankEvidence &evidence);

} // namespace Roost::Causes
