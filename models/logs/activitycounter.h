// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/activity.h"

#include <QByteArray>
#include <QHash>

#include <limits>

namespace Roost::Logs {

/// Counts one log as its bytes come, in pieces of any size: lines, errors, when they came, its rhythm, and how often
/// the lines that it repeats have come. Takes little memory however long the log is.
class ActivityCounter
{
public:
    /// `bucketMs` and `origin` are those of the run, see RunActivity.
    ActivityCounter(qint64 bucketMs, qint64 origin);

    /// What came next, and when; 0 where that is not known: it is counted, but in no bucket.
    void feed(QByteArrayView bytes, qint64 time);
    /// Two buckets become one.
    void coarsen();

    /// One of the lines that are repeated (the most frequent ones), by its shape.
    struct ProgressLine
    {
        QByteArray shape;
        qint64 count = 0;
        /// The count at the end of each bucket in which it changed.
        QList<std::pair<qint64, qint64>> counts;
    };
    const QList<ProgressLine> &progressLines() const { return m_progressLines; }
    const ProgressLine *progressLine(const QByteArray &shape) const;

    /// Everything but the name and rank; buckets from index `from` on, with the counts of `progress` (may be null).
    LogActivity activity(const ProgressLine *progress, qint64 from = std::numeric_limits<qint64>::min()) const;
    qint64 lines() const { return m_lines; }
    qint64 errors() const { return m_errors; }
    /// The last bucket in which something came; only it and later ones still change. Lowest where there is none.
    qint64 lastBucket() const;
    qint64 firstBucket() const;

private:
    qint64 bucketOf(qint64 time) const { return (time - m_origin) / m_bucketMs; }
    void noteTime(qint64 time);
    void endLine(QByteArrayView line, qint64 time);
    void noteShape(const QByteArray &shape, qint64 time);
    void promote(const QByteArray &shape, qint64 count);
    void keepRest(QByteArrayView rest);

    qint64 m_bucketMs;
    qint64 m_origin;
    qint64 m_bytes = 0;
    qint64 m_lines = 0;
    qint64 m_errors = 0;
    qint64 m_lastWrite = 0;
    qint64 m_writes = 0;
    double m_usualGap = 0;
    qint64 m_longestGap = 0;
    QByteArray m_rest; // of the line that is not finished
    QList<ActivityBucket> m_buckets;
    QList<ProgressLine> m_progressLines;
    QHash<QByteArray, qint64> m_candidates;
};

} // namespace Roost::Logs
