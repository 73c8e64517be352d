// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cause/rankevidence.h"

namespace Roost::Causes {

/// Sets the role and the candidate of one rank, from its own evidence alone.
void determineCandidate(RankEvidence &evidence);

/// Returns the time at which the rank failed.
std::optional<TimePoint> timeOf(const RankEvidence &evidence);

} // namespace Roost::Causes
