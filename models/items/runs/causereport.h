// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cause/sentences.h"

namespace Roost::CauseText {

/// All of the first cause for a report: its sentences, times and evidence.
QString report(const Run &run);

} // namespace Roost::CauseText
