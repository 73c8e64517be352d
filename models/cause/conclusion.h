// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cause/ending.h"
#include "models/cause/rankevidence.h"

namespace Roost::Causes {

/// Determines which rank failed first, from the evidence of all ranks. Call determineCandidate() for each rank before.
std::optional<FirstCause> conclude(const QList<RankEvidence> &ranks, Ending ending);

} // namespace Roost::Causes
