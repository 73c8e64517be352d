// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTypes>

class QString;

namespace Roost {

/// Ten years: no run is meant to take longer, and clocks count nanoseconds up to some 290 years only.
constexpr qint64 longestTimeLimitSeconds = 3650LL * 24 * 3600;

/// Why a run cannot have that time limit, as one sentence; empty when it can. 0 is no limit.
QString whyNotATimeLimit(qint64 seconds);

} // namespace Roost
