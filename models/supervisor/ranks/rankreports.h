// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <sys/types.h>

#include <optional>

namespace Roost::Supervision {

/// What the wrapper of a rank tells the supervisor, which is not its parent (see rankwrapper.h).
struct RankReport
{
    int rank = 0;
    pid_t pid = 0;
    bool ended = false;
    /// As of waitpid, once it has ended.
    int status = 0;
};

/// The supervisor's end: a named pipe in the state folder.
class RankReports
{
public:
    explicit RankReports(const QString &stateFolder);
    ~RankReports();
    RankReports(const RankReports &) = delete;
    RankReports &operator=(const RankReports &) = delete;

    /// To poll for input; -1 where the pipe could not be made.
    int descriptor() const { return m_pipe; }
    /// Nothing where none has come.
    std::optional<RankReport> next();

private:
    QByteArray m_file;
    int m_pipe = -1;
};

/// A wrapper's end.
class RankReporter
{
public:
    explicit RankReporter(const QString &stateFolder);
    ~RankReporter();
    RankReporter(const RankReporter &) = delete;
    RankReporter &operator=(const RankReporter &) = delete;

    /// False where no supervisor listens.
    bool tell(const RankReport &report);
    /// POLLERR on it is the end of the supervisor.
    int descriptor() const { return m_pipe; }

private:
    int m_pipe = -1;
};

} // namespace Roost::Supervision
