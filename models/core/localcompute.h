// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Roost {

/// The name of the compute that is the service's own machine. Every local workspace has it.
inline constexpr QLatin1StringView localComputeName("local");

/// Whether a job that names the compute `name` runs on the service's own machine: an empty name does, and "local" in
/// any case.
inline bool isLocalCompute(const QString &name)
{
    return name.isEmpty() || name.compare(localComputeName, Qt::CaseInsensitive) == 0;
}

} // namespace Roost
