// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Roost::Causes {

/// How the whole run ended.
enum class Ending {
    Failed,
    TimedOut, // at the time limit
    Canceled, // by the user; no cause is determined
};

} // namespace Roost::Causes
