// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/values.h"

#include <QList>

namespace Roost::Items {

/// Aids to find out why a distributed run failed or hangs. Each is a set of environment variables of the job, so that
/// job files hold it and every launcher supports it.
enum class DebugAid {
    DistributedDetail, // PyTorch checks that all ranks call the same collectives
    GlooLog,
    NcclLog,
    FlightRecorder, // the last NCCL operations of each rank, written below ./logs when one times out
};

inline const QList<DebugAid> allDebugAids{DebugAid::DistributedDetail, DebugAid::GlooLog, DebugAid::NcclLog,
                                          DebugAid::FlightRecorder};

/// Whether `variables` holds all variables of the aid, with its values.
bool isOn(DebugAid aid, const StringMap &variables);
/// `variables` with the variables of the aid added or, where they have its values, removed.
StringMap switched(StringMap variables, DebugAid aid, bool on);

/// The variable that names the back end for a script ("gloo", "nccl"). The samples read it; PyTorch has no such
/// variable.
inline constexpr auto backendVariable = QLatin1StringView("DIST_BACKEND");

/// The part of `variables` that controls of the wizard write: the aids and the back end. It holds no text that a person
/// typed, so it may be stored where secrets may not.
StringMap writtenByControls(const StringMap &variables);

} // namespace Roost::Items
