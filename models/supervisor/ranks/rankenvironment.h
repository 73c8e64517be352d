// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/values.h"

namespace Roost::Service::Launch {
struct LaunchPlan;
} // namespace Roost::Service::Launch

namespace Roost::Supervision {

/// Returns the variables of this process.
StringMap inheritedEnvironment();

/// Returns the variables of one rank beyond those that the supervisor inherited: the variables of the plan, and those
/// that training scripts rely on. A run without distribution has no rank variables, because scripts and libraries take
/// RANK and LOCAL_RANK as a sign of a distributed launcher. The ranks meet at `port` (see RankPort). `inherited`
/// contains the variables of the starting process.
StringMap rankEnvironment(const Service::Launch::LaunchPlan &plan, int rank, quint16 port, const StringMap &inherited);

} // namespace Roost::Supervision
