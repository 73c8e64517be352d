// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/activitycounter.h"
#include "models/logs/timemarks.h"

#include <algorithm>

namespace Roost::Logs {

/// Counts one growing file, going on at each look where the last one ended. When its bytes came is told by its time
/// marks; without them by when the file was last changed, and what it held before the first look is in no bucket.
class LogScan
{
public:
    /// `indexFile` may be absent. `bucketMs` and `origin` as in RunActivity.
    LogScan(const QString &file, const QString &indexFile, qint64 bucketMs, qint64 origin);

    /// Sees how large the file is now; true when there is something to read. A file that is shorter than it was, or
    /// another of that name, begins anew.
    bool look();
    /// Reads one piece of what is there; false when there is nothing more, or it cannot be read.
    bool readPiece();

    const ActivityCounter &counter() const { return m_counter; }
    void coarsen();
    /// Bytes that the last look saw and nobody has read yet.
    qint64 pending() const { return std::max<qint64>(0, m_size - m_offset); }
    qint64 offset() const { return m_offset; }
    qint64 lastWrite() const;
    int restarts() const { return m_restarts; }
    /// The first time the marks tell, or when the file was last changed; 0 where there is no file.
    static qint64 firstTime(const QString &file, const QString &indexFile);

private:
    void begin();
    void readMarks();
    void feed(QByteArrayView bytes);

    QString m_file;
    QString m_indexFile;
    qint64 m_bucketMs;
    qint64 m_origin;
    ActivityCounter m_counter;
    QList<TimeMark> m_marks; // of what is not read yet
    qint64 m_marksRead = 0;
    bool m_useMarks = true;
    bool m_firstLook = true;
    qint64 m_changed = 0; // the file's own time
    qint64 m_size = 0;
    qint64 m_offset = 0;
    quint64 m_inode = 0;
    int m_restarts = 0;
};

} // namespace Roost::Logs
