// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"

#include <QString>

#include <memory>
#include <utility>

namespace Roost::Service {

/// Ensures one service per workspace: a lock on a file, which the kernel releases when the process ends in any way.
class WorkspaceLock
{
public:
    /// Conflict, naming the pid, if another process holds the lock. The lock file (models/trust/lockholder.h) states
    /// which process holds it and where that process publishes its endpoint.
    static Result<std::unique_ptr<WorkspaceLock>> take(const QString &file, const QString &endpointFile);
    ~WorkspaceLock();
    /// The path where the previous holder published its endpoint; empty if there was none.
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
