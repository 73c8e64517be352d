// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/cause.h"

namespace Roost {

/// The cause in one English sentence, for error texts and tags: "Rank 3: ValueError: no data".
QString describe(const FirstCause &cause);

/// "SIGKILL", "signal 35"
QString signalName(int signal);

} // namespace Roost
