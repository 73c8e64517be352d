// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/activity/logscan.h"

#include <chrono>
#include <map>
#include <utility>

namespace Roost::Logs {

/// A log of a run and its files.
struct ScannedLog
{
    QString path; // relative to the run
    std::optional<int> rank;
    QString file;
    QString indexFile; // time marks; need not exist
};

/// Counts all logs of a run on one time scale; the work of each poll is limited. Not thread-safe.
class RunScan
{
public:
    RunScan();

    /// Continues reading `logs` for at most `patience`. Returns the changes since `cursor`.
    RunActivity poll(const QList<ScannedLog> &logs, const QString &cursor, std::chrono::milliseconds patience);

private:
    struct Log
    {
        ScannedLog log;
        LogScan scan;
        /// The polls that changed the log, each with the last bucket before the change. With them, the changes since an
        /// earlier poll's cursor are found.
        QList<std::pair<qint64, qint64>> changes;
        bool hasDroppedChanges = false; // whether older changes are missing in `changes`

        qint64 lastBucketAt(qint64 poll) const;
    };

    void addNew(const QList<ScannedLog> &logs);
    void read(std::chrono::milliseconds patience);
    void coarsenToFit();
    void chooseProgressLine();
    RunActivity activitySince(const QString &cursor) const;

    const QString m_generation; // a cursor of another generation is invalid
    qint64 m_poll = 0;
    qint64 m_remade = 0; // the last poll that rebuilt all buckets or chose another progress line
    std::chrono::milliseconds m_bucketWidth;
    TimePoint m_origin;
    QByteArray m_progressLine;
    std::map<QString, Log> m_logs;
};

} // namespace Roost::Logs
