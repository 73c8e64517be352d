// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/activity.h"

#include <QByteArray>
#include <QHash>

#include <limits>
#include <utility>

namespace Roost::Logs {

/// Counts one log from its bytes, which are passed in pieces of any size: its lines, its errors, the times at which
/// they were written, the usual pause between writes, and how often its repeated lines were written. Its memory does
/// not grow with the length of the log.
class ActivityCounter
{
public:
    /// `bucketWidth` and `origin` are those of the RunActivity.
    ActivityCounter(std::chrono::milliseconds bucketWidth, TimePoint origin);

    /// Counts the next bytes of the log, which were written at `time`. If the time is unknown, the bytes are counted in
    /// the totals but not in a bucket.
    void feed(QByteArrayView bytes, std::optional<TimePoint> time);
    /// Doubles the width of buckets: two buckets become one.
    void coarsen();

    /// One of the most frequent repeated lines, by its shape.
    struct RepeatedLine
    {
        QByteArray shape;
        qint64 count = 0;
        /// The count at the end of each bucket in which it changed.
        QList<std::pair<qint64, qint64>> counts;
    };
    const QList<RepeatedLine> &repeatedLines() const { return m_repeatedLines; }
    /// Returns null if the line with that shape is not among the most frequent ones.
    const RepeatedLine *repeatedLine(const QByteArray &shape) const;

    /// Returns all counts, without path and rank: the buckets from index `from` on, with the counts of `progressLine`
    /// (may be null).
    LogActivity activity(const RepeatedLine *progressLine, qint64 from = std::numeric_limits<qint64>::min()) const;
    qint64 lines() const { return m_lines; }
    qint64 errors() const { return m_errors; }
    /// Returns the last bucket that received bytes; only this one and later ones can still change. The lowest qint64 if
    /// there is none.
    qint64 lastBucket() const;
    qint64 firstBucket() const;

private:
    qint64 bucketOf(TimePoint time) const { return (time - m_origin) / m_bucketWidth; }
    void recordWrite(TimePoint time);
    void endLine(QByteArrayView line, bool isTimed);
    void countShape(const QByteArray &shape, bool isTimed);
    void addRepeatedLine(const QByteArray &shape, qint64 count);
    void appendUnfinished(QByteArrayView bytes);

    std::chrono::milliseconds m_bucketWidth;
    TimePoint m_origin;
    qint64 m_bytes = 0;
    qint64 m_lines = 0;
    qint64 m_errors = 0;
    std::optional<TimePoint> m_lastWrite;
    qint64 m_writes = 0;
    std::chrono::duration<double, std::milli> m_usualGap{0};
    std::chrono::milliseconds m_longestGap{0};
    QByteArray m_unfinished; // the beginning of the last line
    QList<ActivityBucket> m_buckets;
    QList<RepeatedLine> m_repeatedLines;
    QHash<QByteArray, qint64> m_candidates;
};

} // namespace Roost::Logs
