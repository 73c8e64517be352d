// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/run.h"

namespace Roost::Items {

/// Texts about what a run has used; empty for what was not measured.
namespace ResourceText {

/// Returns "3.2 GB".
QString peakMemory(const Run &run);
/// Returns "64 %".
QString meanGpu(const Run &run);
/// Returns "3.2 GB of memory at most  ·  CPU 35 %  ·  GPU 64 %".
QString summary(const Run &run);
/// Returns what the parts of the summary mean, for a tool tip.
QString explanation(const Run &run);

} // namespace ResourceText

} // namespace Roost::Items
