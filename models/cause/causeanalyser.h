// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cause/ending.h"
#include "models/cause/logevents.h"
#include "models/core/run.h"
#include "models/logs/times/timemarks.h"

#include <vector>

namespace Roost::Causes {

struct RankEvidence;
struct TimedEvent;

/// Finds the first cause of a run's end in what its processes left: logs in chunks of any size, the outcome of each
/// rank, error files, messages of the kernel. The input may be passed in any order. Memory is limited by the number of
/// ranks, not by the size of logs. Reads no files and no clock.
class CauseAnalyser
{
public:
    static constexpr int Launcher = -1;

    /// Adds a log of `rank`, or of the launcher of all ranks (mpirun). Evidence refers to it by `path`. Returns its
    /// number.
    int addLog(const QString &path, int rank, const QList<Logs::TimeMark> &marks = {});
    void feed(int log, QByteArrayView bytes);
    /// Records that the next `bytes` of the log are left out; `lines` is -1 if their lines were not counted.
    void skip(int log, qint64 bytes, qint64 lines);
    void setOutcome(const RankOutcome &outcome);
    /// `json` is the text that the rank wrote to TORCHELASTIC_ERROR_FILE.
    void setErrorFile(int rank, const QByteArray &json);
    /// Records that the kernel ended a process of that rank for lack of memory, with this message.
    void setOutOfMemory(int rank, const QString &message);

    /// Call once, after all input. Returns nullopt if nothing failed.
    std::optional<FirstCause> firstCause(Ending ending);

private:
    struct Log
    {
        int rank = Launcher;
        QList<Logs::TimeMark> marks;
        LogEvents events;
    };

    bool isOfLauncher(const Log &log) const;
    static TimedEvent timedOf(const Log &log, const LogEvent &event, int number);
    void collectLauncherReports(const Log &log, int number, std::map<int, RankEvidence> &ranks) const;
    int ownerOf(const Log &log, const std::map<int, RankEvidence> &ranks) const;
    void collectLog(Log &log, int number, std::map<int, RankEvidence> &ranks) const;
    void separateLauncher(int launcher, int owner, std::map<int, RankEvidence> &ranks) const;

    std::vector<Log> m_logs;
    std::map<int, RankOutcome> m_outcomes;
    std::map<int, QString> m_errorTexts;
    std::map<int, QString> m_kernelMessages;
};

} // namespace Roost::Causes
