// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Roost::Supervision {

/// The last visible text of a log: the end of the last line that contains words, after the overwrites of progress
/// bars. In a log without words, the last line that is not empty. Cut to a few hundred characters; empty for an empty
/// log.
QString lastLineOf(const QString &logFile);

/// The same for the log of a launcher, which prints its last message between two rules: the first paragraph of that
/// message.
QString lastWordsOf(const QString &logFile);

} // namespace Roost::Supervision
