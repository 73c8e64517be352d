// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Roost::Causes {

/// How the whole run ended.
enum class Ending {
    Failed,
    TimedOut, // at its time limit
    Canceled, // by a person: no cause is searched
};

} // namespace Roost::Causes
