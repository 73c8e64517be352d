// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/timepoint.h"

#include <QList>
#include <QString>

namespace Roost {

/// What was written to one log in one interval of time. A bucket exists if at least one byte was written, even if no
/// line ended.
struct ActivityBucket
{
    qint64 index = 0; // the number of the interval of length RunActivity::bucketWidth, counted from RunActivity::origin
    qint64 lines = 0;
    qint64 errors = 0;
    /// How often the progress line (RunActivity::progressLine) had been written by the end of this interval.
    qint64 progressCount = 0;
    bool operator==(const ActivityBucket &) const = default;
};

/// The counts of one log of a run.
struct LogActivity
{
    QString path; // relative to the run
    /// The rank whose output the log contains; empty for other logs.
    std::optional<int> rank;
    qint64 bytes = 0;
    /// Empty if the source of the counts does not count lines.
    std::optional<qint64> lines;
    std::optional<qint64> errors;
    std::optional<TimePoint> lastWrite;
    /// The log's rhythm: the number of writes, and the usual and the longest pause between two writes.
    qint64 writes = 0;
    std::chrono::milliseconds usualGap{0};
    std::chrono::milliseconds longestGap{0};
    /// How often the file was truncated or replaced. Counts and buckets of an earlier file are then no longer valid.
    int restarts = 0;
    QList<ActivityBucket> buckets; // ascending by index
    bool operator==(const LogActivity &) const = default;
};

/// The activity of a run's logs over time: all activity, or the changes since a cursor.
struct RunActivity
{
    std::chrono::milliseconds bucketWidth{0};
    TimePoint origin; // the beginning of bucket 0
    TimePoint now;    // by the clock that also set the other times
    /// Opaque: send it back to receive only later changes.
    QString cursor;
    /// True if this is the complete activity, which replaces everything that was received before.
    bool isFull = true;
    /// Bytes that were written but are not counted yet.
    qint64 pending = 0;
    /// The repeated line by which ranks are compared, with "#" in place of its numbers: "epoch # step # loss #". Empty
    /// if there is none.
    QString progressLine;
    /// The logs that changed, each with all of its counts but only the buckets that changed.
    QList<LogActivity> logs;
    bool operator==(const RunActivity &) const = default;

    TimePoint timeOf(qint64 bucket) const { return origin + bucket * bucketWidth; }
};

/// Returns `known` updated with `changes`.
RunActivity merged(RunActivity known, RunActivity changes);

} // namespace Roost
