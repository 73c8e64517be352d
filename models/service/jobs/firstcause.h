// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cause/causeanalyser.h"
#include "models/service/launch/launchevents.h"
#include "models/service/launch/launchplan.h"

namespace Roost::Service::Jobs {

/// The first cause of a run that is over, from all that its processes left in its folder. Reads no more of its logs
/// than a bound, their ends; any thread, some seconds at most.
std::optional<FirstCause> firstCauseOf(const Launch::LaunchEvents &events, const Launch::LaunchPlan &plan,
                                       Causes::Ending ending);

} // namespace Roost::Service::Jobs
