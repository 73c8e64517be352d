// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"
#include "models/core/values.h"

#include <sys/types.h>

namespace Roost::Service {

/// One process of a run: a shell in a process group of its own (`kill 0` in a script reaches its own rank only),
/// within the supervisor's session, its output straight into the log.
class RankProcess
{
public:
    explicit RankProcess(QString logFile)
        : m_logFile(std::move(logFile))
    {
    }
    ~RankProcess();
    RankProcess(RankProcess &&other) noexcept;
    RankProcess &operator=(RankProcess &&) = delete;

    /// Once. The process dies with its starter. A folder that is not there or a missing shell the process
    /// itself tells in its log, and leaves with 126 or 127 as shells do.
    Result<pid_t> start(const QString &command, const QString &workingFolder, const StringMap &environment);

    pid_t pid() const { return m_pid; }
    /// Open descriptor of the log, -1 before the start.
    int log() const { return m_log; }

private:
    QString m_logFile;
    int m_log = -1;
    pid_t m_pid = -1;
};

} // namespace Roost::Service
