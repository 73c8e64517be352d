// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/values.h"

#include <QList>

namespace Roost::Items {

/// What helps to find out why a distributed run broke or hangs; each is no more than environment variables of the job,
/// so job files hold it and every launcher understands it.
enum class DebugAid {
    DistributedDetail, // PyTorch checks that all ranks call the same collectives
    GlooLog,
    NcclLog,
    FlightRecorder, // what each rank did last in NCCL, written below ./logs when one waits in vain
};

inline const QList<DebugAid> allDebugAids{DebugAid::DistributedDetail, DebugAid::GlooLog, DebugAid::NcclLog,
                                          DebugAid::FlightRecorder};

/// Whether all its variables are there, with its values.
bool isOn(DebugAid aid, const StringMap &variables);
/// `variables` with those of the aid put in or, where they have its values, taken out.
StringMap switched(StringMap variables, DebugAid aid, bool on);

/// The variable that says which back end a script is to take ("gloo", "nccl"); the samples read it, PyTorch itself
/// reads none.
inline constexpr auto backendVariable = QLatin1StringView("DIST_BACKEND");

/// Those of `variables` that the wizard's own controls write: the aids and the back end. Nothing a person typed is
/// among them, so they may be kept where secrets may not.
StringMap writtenByControls(const StringMap &variables);

} // namespace Roost::Items
