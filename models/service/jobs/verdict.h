// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/cause.h"
#include "models/service/jobs/runfolder.h"
#include "models/service/launch/launchevents.h"
#include "models/service/launch/launchplan.h"

namespace Roost::Service::Jobs {

/// The outcome of a run, determined from the events of its supervisor.
struct Verdict
{
    RunStatus status = RunStatus::Failed;
    /// One sentence; empty unless the status is Failed.
    QString text;
    /// The exit code of the rank that failed first, as shells report it (128 + signal after a signal); 0 for a
    /// completed run. If no rank failed but the run was ended, the code of a rank that a signal ended, or none.
    std::optional<int> exitCode;
    /// The first cause; nullopt if no rank failed.
    std::optional<FirstCause> cause;
};

/// Determines the outcome of a run whose supervisor has ended, from its `events`. Reads the ends of the logs for the
/// cause. Any thread; takes some seconds at most.
Verdict verdictOf(const Launch::LaunchEvents &events, const Launch::LaunchPlan &plan, const RunFolder &folder,
                  bool cancelRequested);

} // namespace Roost::Service::Jobs
