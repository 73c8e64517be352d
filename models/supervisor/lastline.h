// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Roost::Supervision {

/// What stands last in a log as one would see it: the end of the last line that has words, after what progress bars
/// wrote over; of a log without words the last that is not empty. Cut to a few hundred characters; empty for an empty
/// log.
QString lastLineOf(const QString &logFile);

/// The same of a launcher, whose last words stand between two rules: the first paragraph of these.
QString lastWordsOf(const QString &logFile);

} // namespace Roost::Supervision
