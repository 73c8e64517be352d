// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"
#include "models/core/values.h"

#include <sys/types.h>

#include <utility>

namespace Roost::Supervision {

/// One process of a run: a shell in its own process group (so that `kill 0` in a script reaches only its own rank),
/// within the session of the supervisor. Its output is written directly to the log.
class RankProcess
{
public:
    enum class Bond {
        DiesWithStarter,
        OutlivesStarter, // becomes a child of the nearest subreaper, the supervisor
    };

    explicit RankProcess(QString logFile, Bond bond = Bond::DiesWithStarter)
        : m_logFile(std::move(logFile))
        , m_bond(bond)
    {
    }
    ~RankProcess();
    RankProcess(RankProcess &&other) noexcept;
    RankProcess &operator=(RankProcess &&) = delete;

    /// Opens the log, and creates it if it does not exist. Call once, before `start`.
    Result<void> openLog();
    /// Starts the process. Call once. If the folder or the shell does not exist, the process itself reports this in its
    /// log and exits with 126 or 127, as shells do.
    Result<pid_t> start(const QString &command, const QString &workingFolder, const StringMap &environment);
    /// Call instead of `start` if mpirun started the process (see rankwrapper.h).
    void startedElsewhere(pid_t pid) { m_pid = pid; }

    /// Returns -1 before the start.
    pid_t pid() const { return m_pid; }
    const QString &logFile() const { return m_logFile; }
    /// Returns the open descriptor of the log, -1 before `openLog`.
    int log() const { return m_log; }

private:
    QString m_logFile;
    Bond m_bond;
    int m_log = -1;
    pid_t m_pid = -1;
};

} // namespace Roost::Supervision
