// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Roost::Supervision {

/// Returns the last visible text of a log: the last line that contains words, as a terminal shows it after a progress
/// bar has overwritten it. In a log without words, the last line that is not empty. Truncated to a few hundred
/// characters; empty for an empty log.
QString lastLineOf(const QString &logFile);

/// Returns the last text of the log of a launcher, which prints its last message between two horizontal rules: the
/// first paragraph of that message.
QString lastWordsOf(const QString &logFile);

} // namespace Roost::Supervision
