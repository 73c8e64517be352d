// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace Roost::Trust {

/// The service that holds the lock of a workspace, as the lock file names it. It is found from every session of the
/// user, whichever runtime folder the service published its endpoint in, and also after the workspace was moved.
struct LockHolder
{
    qint64 pid = 0;
    /// Where the service publishes its endpoint; empty if the lock cannot be read.
    QString endpointFile;

    bool operator==(const LockHolder &) const = default;
};

QString lockFileOf(const QString &workspaceFolder);

/// Empty if no living process holds the lock.
std::optional<LockHolder> lockHolderOf(const QString &workspaceFolder);

} // namespace Roost::Trust
