// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTypes>

class QString;

namespace Roost {

/// Ten years. Nanosecond clocks overflow after some 290 years.
constexpr qint64 longestTimeLimitSeconds = 3650LL * 24 * 3600;

/// Returns why the time limit is invalid, as one sentence; empty if it is valid. 0 means no limit.
QString whyNotATimeLimit(qint64 seconds);

} // namespace Roost
