// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/workspace.h"

#include <functional>
#include <memory>

namespace Roost {

/// What a server answered when it was last reachable, kept on this machine. `workspace` is null if nothing is kept. It
/// reads only: a change fails with Unreachable, and so does everything that was never read from the server.
struct LastKnown
{
    std::shared_ptr<Workspace> workspace;
    /// Returns when the server answered last, in UTC.
    std::function<QDateTime()> asOf;
};

} // namespace Roost
