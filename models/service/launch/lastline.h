// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Roost::Service {

/// What stands last in a log as one would see it: the end of the last line that is not empty, after what progress bars
/// wrote over. Cut to a few hundred characters; empty for an empty log.
QString lastLineOf(const QString &logFile);

} // namespace Roost::Service
