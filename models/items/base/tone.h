// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/compute.h"
#include "models/core/run.h"

namespace Roost::Items {

/// The category of a state, the same for runs, computes and ranks. The theme maps each tone to a colour and a shape.
enum class Tone { Neutral, Queued, Preparing, Running, Done, Failed, Canceled, Warning };

Tone toneOf(RunStatus status);
Tone toneOf(ProvisioningState state);

/// Return the state in words for users.
QString statusText(RunStatus status);
QString statusText(ProvisioningState state);
/// Returns "Preparing", "Scaling", "Running" or "Post-processing".
QString phaseText(Phase phase);

} // namespace Roost::Items
