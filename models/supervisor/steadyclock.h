// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTypes>

namespace Roost::Supervision {

/// Milliseconds since 1970 as the wall clock had it when this process first asked, counted on steadily since: no
/// setting of the clock makes the end of something come before its start. Time in suspend counts.
qint64 steadyNowMs();

} // namespace Roost::Supervision
