// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/compute.h"

namespace Roost {

/// The name of the compute that represents the service's own machine. Every local workspace has it.
inline constexpr QLatin1StringView localComputeName("local");
/// The type of that compute.
inline constexpr QLatin1StringView localComputeType("Local");
/// The region that a local workspace and its computes report.
inline constexpr QLatin1StringView localRegion("local");

/// Returns whether a job with the compute `name` runs on the service's own machine: true for an empty name and for
/// "local" in any case.
inline bool isLocalCompute(const QString &name)
{
    return name.isEmpty() || name.compare(localComputeName, Qt::CaseInsensitive) == 0;
}

/// Returns whether the compute is the service's own machine.
inline bool isThisMachine(const Compute &compute)
{
    return compute.type == localComputeType;
}

} // namespace Roost
