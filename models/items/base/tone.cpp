// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/base/tone.h"

#include <QCoreApplication>

namespace Roost::Items {

namespace {
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(State)
};
} // namespace

Tone toneOf(RunStatus status)
{
    switch (status) {
    case RunStatus::NotStarted:
    case RunStatus::Queued:
    case RunStatus::Paused:
        return Tone::Queued;
    case RunStatus::Preparing:
    case RunStatus::Provisioning:
    case RunStatus::Starting:
        return Tone::Preparing;
    case RunStatus::Running:
    case RunStatus::Finalizing:
        return Tone::Running;
    case RunStatus::Completed:
        return Tone::Done;
    case RunStatus::Failed:
        return Tone::Failed;
    case RunStatus::Canceled:
        return Tone::Canceled;
    case RunStatus::CancelRequested:
    case RunStatus::NotResponding:
        return Tone::Warning;
    case RunStatus::Unknown:
        break;
    }
    return Tone::Neutral;
}

Tone toneOf(ProvisioningState state)
{
    switch (state) {
    case ProvisioningState::Creating:
    case ProvisioningState::Updating:
    case ProvisioningState::Deleting:
        return Tone::Preparing;
    case ProvisioningState::Succeeded:
        return Tone::Done;
    case ProvisioningState::Failed:
        return Tone::Failed;
    case ProvisioningState::Canceled:
        return Tone::Canceled;
    case ProvisioningState::Unknown:
        break;
    }
    return Tone::Neutral;
}

QString statusText(RunStatus status)
{
    switch (status) {
    case RunStatus::NotStarted:
        return Words::tr("Not started");
    case RunStatus::Queued:
        return Words::tr("Queued");
    case RunStatus::Preparing:
        return Words::tr("Preparing");
    case RunStatus::Provisioning:
        return Words::tr("Scaling");
    case RunStatus::Starting:
        return Words::tr("Starting");
    case RunStatus::Running:
        return Words::tr("Running");
    case RunStatus::Finalizing:
        return Words::tr("Post-processing");
    case RunStatus::CancelRequested:
        return Words::tr("Canceling");
    case RunStatus::Completed:
        return Words::tr("Completed");
    case RunStatus::Failed:
        return Words::tr("Failed");
    case RunStatus::Canceled:
        return Words::tr("Canceled");
    case RunStatus::NotResponding:
        return Words::tr("Not responding");
    case RunStatus::Paused:
        return Words::tr("Paused");
    case RunStatus::Unknown:
        break;
    }
    return Words::tr("Unknown");
}

QString statusText(ProvisioningState state)
{
    switch (state) {
    case ProvisioningState::Creating:
        return Words::tr("Creating");
    case ProvisioningState::Updating:
        return Words::tr("Updating");
    case ProvisioningState::Deleting:
        return Words::tr("Deleting");
    case ProvisioningState::Succeeded:
        return Words::tr("Ready");
    case ProvisioningState::Failed:
        return Words::tr("Failed");
    case ProvisioningState::Canceled:
        return Words::tr("Canceled");
    case ProvisioningState::Unknown:
        break;
    }
    return Words::tr("Unknown");
}

QString phaseText(Phase phase)
{
    switch (phase) {
    case Phase::Preparing:
        return Words::tr("Preparing");
    case Phase::Scaling:
        return Words::tr("Scaling");
    case Phase::Running:
        return Words::tr("Running");
    case Phase::PostProcessing:
        break;
    }
    return Words::tr("Post-processing");
}

} // namespace Roost::Items
