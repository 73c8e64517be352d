// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace Roost::Trust {

/// The service that holds the lock of a workspace, as recorded in the lock file. It can be found from every session of
/// the user, regardless of the runtime folder in which the service published its endpoint, and also after the workspace
/// was moved.
struct LockHolder
{
    qint64 pid = 0;
    /// The file in which the service publishes its endpoint; empty if the lock cannot be read.
    QString endpointFile;

    bool operator==(const LockHolder &) const = default;
};

QString lockFileOf(const QString &workspaceFolder);

/// Returns the holder; empty if no running process holds the lock.
std::optional<LockHolder> lockHolderOf(const QString &workspaceFolder);

} // namespace Roost::Trust
