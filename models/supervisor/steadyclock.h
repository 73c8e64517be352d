// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTypes>

namespace Roost::Supervision {

/// Milliseconds since 1970: the wall clock at the first call in this process, advanced by a steady clock since. A
/// change of the wall clock cannot put the end of an interval before its start. Time in suspend counts.
qint64 steadyNowMs();

} // namespace Roost::Supervision
