// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cause/logevents.h"
#include "models/core/run.h"
#include "models/logs/times/timemarks.h"

#include <vector>

namespace Roost::Causes {

struct Story;
struct TimedEvent;

/// How a run as a whole ended, for its first cause.
enum class Ending {
    Failed,
    TimedOut, // it was ended at its time limit
    Canceled, // a person ended it: no cause is looked for
};

/// Finds the first cause of a run's end from what its processes left behind: logs in chunks of any size, how each
/// rank ended, error files, words of the kernel. Whatever is told in whatever order; memory stays bounded by the number
/// of ranks, not by the size of logs. Pure: it reads no file and asks no clock.
class CauseAnalyser
{
public:
    static constexpr int Launcher = -1;

    /// A log of `rank`, or of the launcher of all (mpirun). `path` is what evidence will name. Returns its number.
    int addLog(const QString &path, int rank, const QList<Logs::TimeMark> &marks = {});
    void feed(int log, QByteArrayView bytes);
    /// Leaves out what comes next in the log; `lines` is -1 where nobody counted them.
    void skip(int log, qint64 bytes, qint64 lines);
    void setOutcome(const RankOutcome &outcome);
    /// What the rank wrote to TORCHELASTIC_ERROR_FILE.
    void setErrorFile(int rank, const QByteArray &json);
    /// The kernel ended a process of that rank for want of memory; `words` are its own.
    void setOutOfMemory(int rank, const QString &words);

    /// Once, when all was told; nullopt where nothing failed.
    std::optional<FirstCause> verdict(Ending ending);

private:
    struct Log
    {
        int rank = Launcher;
        QList<Logs::TimeMark> marks;
        LogEvents events;
    };

    bool isLaunchers(const Log &log) const;
    static TimedEvent timedOf(const Log &log, const LogEvent &event, int number);
    void tellReports(const Log &log, int number, std::map<int, Story> &stories) const;
    int ownerOf(const Log &log, const std::map<int, Story> &stories) const;
    void tellLog(Log &log, int number, std::map<int, Story> &stories) const;
    void separateLauncher(int launcher, int owner, std::map<int, Story> &stories) const;

    std::vector<Log> m_logs;
    std::map<int, RankOutcome> m_outcomes;
    std::map<int, QString> m_errors;
    std::map<int, QString> m_memoryWords;
};

} // namespace Roost::Causes
