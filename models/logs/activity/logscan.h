// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/activity/activitycounter.h"
#include "models/logs/times/timemarks.h"

#include <algorithm>

namespace Roost::Logs {

/// Counts one growing file; each poll continues at the end of the previous one. The times of the bytes are those of the
/// time marks. Without marks, it is the modification time of the file, and the content before the first poll is not in
/// any bucket.
class LogScan
{
public:
    /// `indexFile` need not exist. `bucketWidth` and `origin` as in RunActivity.
    LogScan(const QString &file, const QString &indexFile, std::chrono::milliseconds bucketWidth, TimePoint origin);

    /// Updates the size of the file. Returns whether there is something to read. A truncated or replaced file is
    /// counted from its beginning.
    bool poll();
    /// Reads one piece. Returns false if nothing is left or the file cannot be read.
    bool readPiece();

    const ActivityCounter &counter() const { return m_counter; }
    void coarsen();
    /// Returns the number of bytes that the last poll found and that are not counted yet.
    qint64 pending() const { return std::max<qint64>(0, m_size - m_offset); }
    qint64 offset() const { return m_offset; }
    std::optional<TimePoint> lastWrite() const;
    int restarts() const { return m_restarts; }
    /// Returns the time of the first mark, else the time at which the file was last changed; nullopt if there is no
    /// file.
    static std::optional<TimePoint> firstTime(const QString &file, const QString &indexFile);

private:
    void restart();
    void readMarks();
    void feed(QByteArrayView bytes);

    QString m_file;
    QString m_indexFile;
    std::chrono::milliseconds m_bucketWidth;
    TimePoint m_origin;
    ActivityCounter m_counter;
    QList<TimeMark> m_marks; // marks of bytes that are not counted yet
    qint64 m_marksRead = 0;
    bool m_useMarks = true;
    bool m_isFirstPoll = true;
    std::optional<TimePoint> m_changed; // the modification time of the file
    qint64 m_size = 0;
    qint64 m_offset = 0;
    quint64 m_inode = 0;
    int m_restarts = 0;
};

} // namespace Roost::Logs
