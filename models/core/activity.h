// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace Roost {

/// What one log got in one stretch of time. It is there when anything was written, be it no whole line.
struct ActivityBucket
{
    qint64 index = 0; // of RunActivity::bucketMs, from RunActivity::origin on
    qint64 lines = 0;
    qint64 errors = 0;
    /// How often the line that the ranks repeat (RunActivity::progressLine) has come up to the end of this stretch.
    qint64 progressCount = 0;
    bool operator==(const ActivityBucket &) const = default;
};

/// What is known of one log of a run without reading it. Times are UTC milliseconds since 1970.
struct LogActivity
{
    QString path;
    /// The rank whose output it holds; empty for other logs.
    std::optional<int> rank;
    qint64 bytes = 0;
    /// -1 where nobody counts.
    qint64 lines = -1;
    qint64 errors = -1;
    qint64 lastWrite = 0; // 0: never, or not known
    /// Its rhythm: how often something came, the usual pause between two times and the longest so far.
    qint64 writes = 0;
    qint64 usualGap = 0;
    qint64 longestGap = 0;
    /// How often the file began anew; nothing that was told before holds then.
    int restarts = 0;
    QList<ActivityBucket> buckets; // ascending
    bool operator==(const LogActivity &) const = default;
};

/// The activity of a run's logs over time: all of it, or what came since a cursor.
struct RunActivity
{
    qint64 bucketMs = 0;
    qint64 origin = 0; // when bucket 0 begins
    qint64 now = 0;    // by the clock that the other times are of
    /// Opaque: hand it back to get only what came since.
    QString cursor;
    /// It is all there is; what was told before is to be forgotten.
    bool anew = true;
    /// Bytes that are written but not counted yet.
    qint64 pending = 0;
    /// The line by which ranks are compared, its numbers as "#": "epoch # step # loss #". Empty where there is none.
    QString progressLine;
    /// Those that changed; each with all of its numbers, and with the buckets that changed.
    QList<LogActivity> logs;
    bool operator==(const RunActivity &) const = default;

    qint64 timeOf(qint64 bucket) const { return origin + bucket * bucketMs; }
};

/// `known` with what came since.
RunActivity merged(RunActivity known, RunActivity news);

} // namespace Roost
