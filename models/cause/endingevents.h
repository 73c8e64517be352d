// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cause/rankevidence.h"

namespace Roost::Causes {

/// The events of a rank that explain why it ended.
struct EndingEvents
{
    std::optional<TimedEvent> event;
    /// The tracebacks of other processes that write to the same log, in order.
    QList<LogEvent> later;
    /// The message that a process was ended for lack of memory.
    std::optional<LogEvent> outOfMemory;
};

/// `signal` is the one that ended the rank.
EndingEvents endingEventsOf(const RankEvidence &evidence, std::optional<int> signal);

} // namespace Roost::Causes
