// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/run.h"

#include <array>

namespace Roost::Service::Jobs {

/// The events of a job.
enum class JobEvent {
    Begun,           // the service takes over a job that was not launched
    Held,            // as Begun, but the job starts only when the user requests it
    Adopted,         // the service takes over a job that an earlier service launched
    Withdrawn,       // the user cancels a job that was not launched
    CancelRequested, // the user cancels a launched job
    Prepared,        // folder, environment and command are ready
    MustWait,        // the compute has no room for the job now
    Allocated,       // the compute has room for the job
    StartFailed,     // preparation or launch failed, or the compute no longer exists
    RanksChanged,    // ranks started or ended
    LaunchEnded,     // no process of the launch is left
    FoundCompleted,  // the outcome was determined
    FoundFailed,
    FoundCanceled,
};

/// What a job does after the new status was committed.
enum class JobAction {
    None,
    Prepare,
    RequestResources,
    Start,
    Adopt,
    CancelLaunch,
    FindVerdict,
    Release, // frees all resources; the job is over
};

struct JobTransition
{
    RunStatus from;
    JobEvent event;
    RunStatus to;
    JobAction action;
};

/// The state machine of a job. An event without a row for the current status is late or repeated, and is ignored. If
/// the service is killed, the next service takes over each job by Begun, Held or Adopted, starting from the last
/// committed status.
inline constexpr std::array jobTransitions = std::to_array<JobTransition>({
    {RunStatus::NotStarted, JobEvent::Begun, RunStatus::Preparing, JobAction::Prepare},
    {RunStatus::NotStarted, JobEvent::Held, RunStatus::Queued, JobAction::None},
    {RunStatus::NotStarted, JobEvent::Withdrawn, RunStatus::Canceled, JobAction::Release},

    {RunStatus::Preparing, JobEvent::Begun, RunStatus::Preparing, JobAction::Prepare},
    {RunStatus::Preparing, JobEvent::Held, RunStatus::Queued, JobAction::None},
    {RunStatus::Preparing, JobEvent::Prepared, RunStatus::Preparing, JobAction::RequestResources},
    {RunStatus::Preparing, JobEvent::MustWait, RunStatus::Queued, JobAction::None},
    {RunStatus::Preparing, JobEvent::Allocated, RunStatus::Starting, JobAction::Start},
    {RunStatus::Preparing, JobEvent::StartFailed, RunStatus::Failed, JobAction::Release},
    {RunStatus::Preparing, JobEvent::Withdrawn, RunStatus::Canceled, JobAction::Release},

    {RunStatus::Queued, JobEvent::Begun, RunStatus::Preparing, JobAction::Prepare},
    {RunStatus::Queued, JobEvent::Held, RunStatus::Queued, JobAction::None},
    {RunStatus::Queued, JobEvent::MustWait, RunStatus::Queued, JobAction::None},
    {RunStatus::Queued, JobEvent::Allocated, RunStatus::Starting, JobAction::Start},
    {RunStatus::Queued, JobEvent::StartFailed, RunStatus::Failed, JobAction::Release},
    {RunStatus::Queued, JobEvent::Withdrawn, RunStatus::Canceled, JobAction::Release},

    // Begun, Held, Withdrawn: the service was killed between the commit and the launch.
    {RunStatus::Starting, JobEvent::Begun, RunStatus::Preparing, JobAction::Prepare},
    {RunStatus::Starting, JobEvent::Held, RunStatus::Queued, JobAction::None},
    {RunStatus::Starting, JobEvent::Withdrawn, RunStatus::Canceled, JobAction::Release},
    {RunStatus::Starting, JobEvent::Adopted, RunStatus::Starting, JobAction::Adopt},
    {RunStatus::Starting, JobEvent::StartFailed, RunStatus::Failed, JobAction::Release},
    {RunStatus::Starting, JobEvent::RanksChanged, RunStatus::Running, JobAction::None},
    {RunStatus::Starting, JobEvent::CancelRequested, RunStatus::CancelRequested, JobAction::CancelLaunch},
    {RunStatus::Starting, JobEvent::LaunchEnded, RunStatus::Finalizing, JobAction::FindVerdict},

    {RunStatus::Running, JobEvent::Adopted, RunStatus::Running, JobAction::Adopt},
    {RunStatus::Running, JobEvent::RanksChanged, RunStatus::Running, JobAction::None},
    {RunStatus::Running, JobEvent::CancelRequested, RunStatus::CancelRequested, JobAction::CancelLaunch},
    {RunStatus::Running, JobEvent::LaunchEnded, RunStatus::Finalizing, JobAction::FindVerdict},

    {RunStatus::CancelRequested, JobEvent::Adopted, RunStatus::CancelRequested, JobAction::Adopt},
    {RunStatus::CancelRequested, JobEvent::RanksChanged, RunStatus::CancelRequested, JobAction::None},
    {RunStatus::CancelRequested, JobEvent::CancelRequested, RunStatus::CancelRequested, JobAction::CancelLaunch},
    {RunStatus::CancelRequested, JobEvent::LaunchEnded, RunStatus::Finalizing, JobAction::FindVerdict},

    {RunStatus::Finalizing, JobEvent::Adopted, RunStatus::Finalizing, JobAction::Adopt},
    {RunStatus::Finalizing, JobEvent::LaunchEnded, RunStatus::Finalizing, JobAction::FindVerdict},
    {RunStatus::Finalizing, JobEvent::FoundCompleted, RunStatus::Completed, JobAction::Release},
    {RunStatus::Finalizing, JobEvent::FoundFailed, RunStatus::Failed, JobAction::Release},
    {RunStatus::Finalizing, JobEvent::FoundCanceled, RunStatus::Canceled, JobAction::Release},
});

/// Returns the row of the event in the status; null if there is none.
constexpr const JobTransition *transitionOf(RunStatus from, JobEvent event)
{
    for (const JobTransition &transition : jobTransitions) {
        if (transition.from == from && transition.event == event)
            return &transition;
    }
    return nullptr;
}

} // namespace Roost::Service::Jobs
