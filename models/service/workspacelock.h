// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"

#include <QString>

#include <memory>
#include <utility>

namespace Roost::Service {

/// Ensures that a workspace has only one service: locks a file, and the kernel releases the lock however the process
/// ends.
class WorkspaceLock
{
public:
    /// Takes the lock. Conflict, with the pid in the text, if another process has the lock. The lock file
    /// (models/trust/lockholder.h) states which process has the lock and where that process publishes its endpoint.
    static Result<std::unique_ptr<WorkspaceLock>> acquire(const QString &file, const QString &endpointFile);
    ~WorkspaceLock();
    /// Returns the path at which the previous owner of the lock published its endpoint; empty if there was none.
    QString formerEndpointFile() const { return m_former; }
    WorkspaceLock(const WorkspaceLock &) = delete;
    WorkspaceLock &operator=(const WorkspaceLock &) = delete;

private:
    WorkspaceLock(int fd, QString former)
        : m_fd(fd)
        , m_former(std::move(former))
    {
    }
    int m_fd;
    QString m_former;
};

} // namespace Roost::Service
