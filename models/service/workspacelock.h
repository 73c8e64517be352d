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
    /// Conflict when another process has it, naming its pid. The lock tells clients (models/trust/lockholder.h) who
    /// has it and where that one publishes its endpoint.
    static Result<std::unique_ptr<WorkspaceLock>> take(const QString &file, const QString &endpointFile);
    ~WorkspaceLock();
    /// Where who had the lock before published; empty where nobody had it.
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
