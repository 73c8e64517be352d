// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/run.h"

namespace Roost::Service::Jobs {

/// `phases` after a run entered `status` at `at`: the phase of that status is open, others are closed. A status
/// without a phase leaves them, a terminal one closes all. A phase entered again keeps when it was entered first.
QList<PhaseTimes> entered(QList<PhaseTimes> phases, RunStatus status, const QDateTime &at);

/// The last time that stands in them; invalid where none does.
QDateTime latestOf(const QList<PhaseTimes> &phases);

} // namespace Roost::Service::Jobs
