// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cause/causeanalyser.h"
#include "models/service/launch/launchevents.h"
#include "models/service/launch/launchplan.h"

namespace Roost::Service::Jobs {

/// Finds the first cause of the end of a run in all files that its processes left in the folder of the run. Reads only
/// the ends of the logs, up to a limit. Any thread; takes some seconds at most.
std::optional<FirstCause> firstCauseOf(const Launch::LaunchEvents &events, const Launch::LaunchPlan &plan,
                                       Causes::Ending ending);

} // namespace Roost::Service::Jobs
