// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <sys/types.h>

#include <optional>

namespace Roost::Supervision {

/// A report of a rank's wrapper to the supervisor, which is not its parent (see rankwrapper.h).
struct RankReport
{
    int rank = 0;
    pid_t pid = 0;
    bool ended = false;
    /// The status as returned by waitpid; valid if `ended`.
    int status = 0;
};

/// The supervisor's end of the connection: a named pipe in the state folder.
class RankReports
{
public:
    explicit RankReports(const QString &stateFolder);
    ~RankReports();
    RankReports(const RankReports &) = delete;
    RankReports &operator=(const RankReports &) = delete;

    /// Returns the descriptor to poll for input; -1 if the pipe could not be created.
    int descriptor() const { return m_pipe; }
    /// Returns the next report; nullopt if none has arrived.
    std::optional<RankReport> next();

private:
    QByteArray m_file;
    int m_pipe = -1;
};

/// The wrapper's end of the connection.
class RankReporter
{
public:
    explicit RankReporter(const QString &stateFolder);
    ~RankReporter();
    RankReporter(const RankReporter &) = delete;
    RankReporter &operator=(const RankReporter &) = delete;

    /// Sends a report. Returns false if no supervisor listens.
    bool report(const RankReport &report);
    /// POLLERR on this descriptor means that the supervisor has ended.
    int descriptor() const { return m_pipe; }

private:
    int m_pipe = -1;
};

} // namespace Roost::Supervision
