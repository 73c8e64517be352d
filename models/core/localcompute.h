// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/compute.h"

namespace Roost {

/// The name of the compute that is the service's own machine. Every local workspace has it.
inline constexpr QLatin1StringView localComputeName("local");
/// The type of that compute.
inline constexpr QLatin1StringView localComputeType("Local");
/// The region that a local workspace and its computes state.
inline constexpr QLatin1StringView localRegion("local");

/// Whether a job that names the compute `name` runs on the service's own machine: an empty name does, and "local" in
/// any case.
inline bool isLocalCompute(const QString &name)
{
    return name.isEmpty() || name.compare(localComputeName, Qt::CaseInsensitive) == 0;
}

/// Whether the compute is the service's own machine.
inline bool isThisMachine(const Compute &compute)
{
    return compute.type == localComputeType;
}

} // namespace Roost
