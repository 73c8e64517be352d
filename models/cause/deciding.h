// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cause/story.h"

namespace Roost::Causes {

/// Which of the events of a rank say why it ended.
struct Decision
{
    std::optional<TimedEvent> event;
    /// Tracebacks of other processes that share the log, in order.
    QList<LogEvent> later;
    /// Words that memory ran out and something was killed for it.
    std::optional<LogEvent> memory;
};
Decision decide(const Story &story, std::optional<int> signal);

bool isCrash(int signal);

} // namespace Roost::Causes
