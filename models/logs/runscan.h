// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/logscan.h"

#include <chrono>
#include <map>
#include <utility>

namespace Roost::Logs {

/// A log of a run and where it lies.
struct ScannedLog
{
    QString path; // in the run
    std::optional<int> rank;
    QString file;
    QString indexFile; // may be absent
};

/// Counts all logs of a run over one scale of time, a bounded stretch of work a look. Not for several threads at once.
class RunScan
{
public:
    RunScan();

    /// Reads on in `logs` for at most `patience`, and tells what changed since `cursor`.
    RunActivity look(const QList<ScannedLog> &logs, const QString &cursor, std::chrono::milliseconds patience);

private:
    struct Log
    {
        ScannedLog facts;
        LogScan scan;
        /// The looks that changed it, and its last bucket before each: what a cursor of an earlier look knows.
        QList<std::pair<qint64, qint64>> changes;
        bool forgotten = false; // there were more changes

        qint64 knownTo(qint64 look) const;
    };

    void add(const QList<ScannedLog> &logs);
    void read(std::chrono::milliseconds patience);
    void fit();
    void chooseBeat();
    RunActivity answer(const QString &cursor) const;

    const QString m_generation; // a cursor of another one says nothing
    qint64 m_look = 0;
    qint64 m_remade = 0; // the look that made all buckets or progress lines anew
    qint64 m_bucketMs;
    qint64 m_origin = 0;
    QByteArray m_progressLine;
    std::map<QString, Log> m_logs;
};

} // namespace Roost::Logs
