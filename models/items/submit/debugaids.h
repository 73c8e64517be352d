// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/values.h"

#include <QList>

namespace Roost::Items {

/// Aids to find out why a distributed run failed or hangs. Each aid is a set of environment variables of the job, so
/// that job files contain it and every launcher supports it.
enum class DebugAid {
    DistributedDetail, // PyTorch checks that all ranks call the same collectives
    GlooLog,
    NcclLog,
    FlightRecorder, // the last NCCL operations of each rank, written below ./logs when one times out
};

inline const QList<DebugAid> allDebugAids{DebugAid::DistributedDetail, DebugAid::GlooLog, DebugAid::NcclLog,
                                          DebugAid::FlightRecorder};

/// Returns whether `variables` contains all variables of the aid, with the aid's values.
bool isOn(DebugAid aid, const StringMap &variables);
/// Returns `variables` with the variables of the aid added if `on`, otherwise with those removed that have the aid's
/// values.
StringMap switched(StringMap variables, DebugAid aid, bool on);

/// The variable that tells a script which back end to use ("gloo", "nccl"). The samples read it; PyTorch itself has no
/// such variable.
inline constexpr auto backendVariable = QLatin1StringView("DIST_BACKEND");

/// Returns the variables that controls of the wizard write: the aids and the back end. The result contains no text that
/// the user typed, so it may be stored where secrets may not.
StringMap writtenByControls(const StringMap &variables);

} // namespace Roost::Items
