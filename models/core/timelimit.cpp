// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/timelimit.h"

#include "models/core/words.h"

namespace Roost {

QString whyNotATimeLimit(qint64 seconds)
{
    if (seconds < 0)
        return Words::tr("The time limit of a job cannot be negative.");
    if (seconds > longestTimeLimitSeconds) {
        return Words::tr("A time limit of %1 s is too long: the longest is %2 s, ten years. Leave it out for no limit.")
            .arg(seconds)
            .arg(longestTimeLimitSeconds);
    }
    return {};
}

} // namespace Roost
