// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cause/rankevidence.h"

namespace Roost::Causes {

/// Which events of a rank explain why it ended.
struct Decision
{
    std::optional<TimedEvent> event;
    /// Tracebacks of other processes that share the log, in order.
    QList<LogEvent> later;
    /// A message that a process was ended for lack of memory.
    std::optional<LogEvent> memory;
};
Decision decide(const RankEvidence &evidence, std::optional<int> signal);

} // namespace Roost::Causes
