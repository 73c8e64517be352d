// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/cause.h"
#include "models/service/jobs/runfolder.h"
#include "models/service/launch/launchevents.h"
#include "models/service/launch/launchplan.h"

namespace Roost::Service::Jobs {

/// How a run ended, told from what its supervisor wrote down.
struct Verdict
{
    RunStatus status = RunStatus::Failed;
    /// One sentence; empty unless Failed.
    QString text;
    /// Of the rank that failed first, as shells say it where a signal ended it (128 + signal); 0 of a completed run.
    /// Where none failed but the run was ended, that of a rank which a signal ended, or none.
    std::optional<int> exitCode;
    /// Which rank broke first; nullopt where none did.
    std::optional<FirstCause> cause;
};

/// `events` of a run whose supervisor is gone. Reads the ends of its logs for the cause: any thread, some seconds at
/// most.
Verdict verdictOf(const Launch::LaunchEvents &events, const Launch::LaunchPlan &plan, const RunFolder &folder,
                  bool cancelRequested);

} // namespace Roost::Service::Jobs
