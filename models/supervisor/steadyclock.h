// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTypes>

namespace Roost::Supervision {

/// Returns milliseconds since 1970: the wall clock at the first call in this process, plus the time that a steady clock
/// has measured since. If the wall clock is changed, the end of an interval is still not before its start. Time in
/// which the machine is suspended counts.
qint64 steadyNowMs();

} // namespace Roost::Supervision
