// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"

#include <QString>

#include <memory>

namespace Roost::Service {

/// One service a workspace: a lock on a file that the kernel gives back when the process ends, however it ends.
class WorkspaceLock
{
public:
    /// Conflict when another process has it, naming its pid. The lock tells clients (models/core/lockholder.h) who
    /// has it and where that one publishes its endpoint.
    static Result<std::unique_ptr<WorkspaceLock>> take(const QString &file, const QString &endpointFile);
    ~WorkspaceLock();
    WorkspaceLock(const WorkspaceLock &) = delete;
    WorkspaceLock &operator=(const WorkspaceLock &) = delete;

private:
    explicit WorkspaceLock(int fd)
        : m_fd(fd)
    {
    }
    int m_fd;
};

} // namespace Roost::Service
