// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/activity.h"
#include "models/core/run.h"

#include <algorithm>

namespace Roost::Testing {

inline constexpr TimePoint ActivityBegin = timePointFromMs(1'700'000'000'000);

/// A run whose ranks each print a line every `step`, for `duration`. The test adds the exceptions.
class RankActivity
{
public:
    using milliseconds = std::chrono::milliseconds;

    RankActivity(int ranks, milliseconds duration, milliseconds step = milliseconds(500))
        : m_duration(duration)
        , m_steps(ranks, step)
        , m_ends(ranks, duration)
        , m_errors(ranks)
    {
    }

    /// Makes a rank take `factor` times as long for each step.
    RankActivity &slow(int rank, double factor)
    {
        m_steps[rank] = milliseconds(qint64(double(m_steps.at(rank).count()) * factor));
        return *this;
    }
    /// Makes a rank write nothing from `from` on.
    RankActivity &silent(int rank, milliseconds from)
    {
        m_ends[rank] = from;
        return *this;
    }
    RankActivity &error(int rank, milliseconds at)
    {
        m_errors[rank] += at;
        return *this;
    }

    TimePoint now() const { return ActivityBegin + m_duration; }

    RunActivity make() const
    {
        RunActivity activity;
        activity.bucketWidth = BucketWidth;
        activity.origin = ActivityBegin;
        activity.now = now();
        activity.cursor = QStringLiteral("c.1");
        activity.progressLine = QStringLiteral("step #");
        for (int rank = 0; rank < m_steps.size(); ++rank)
            activity.logs += log(rank);
        return activity;
    }

    Run run(RunStatus status = RunStatus::Running) const
    {
        Run run;
        run.id = QStringLiteral("ranks_1");
        run.status = status;
        run.created = run.started = toDateTime(ActivityBegin);
        run.distribution.type = Distribution::Type::PyTorch;
        run.distribution.processesPerNode = 2;
        run.nodeCount = int(m_steps.size() + 1) / 2;
        for (int rank = 0; rank < m_steps.size(); ++rank)
            run.ranks += RankOutcome{rank, {}, {}, run.started, {}, {}};
        return run;
    }

private:
    LogActivity log(int rank) const
    {
        LogActivity log;
        log.path = QStringLiteral("azureml-logs/70_driver_log_%1.txt").arg(rank);
        log.rank = rank;
        log.lines = log.errors = 0;
        for (milliseconds at{0}; at < std::min(m_ends.at(rank), m_duration); at += m_steps.at(rank)) {
            const qint64 index = at / BucketWidth;
            if (log.buckets.isEmpty() || log.buckets.last().index != index)
                log.buckets += ActivityBucket{.index = index};
            ++*log.lines;
            ++log.writes;
            log.bytes += 10;
            ++log.buckets.last().lines;
            log.buckets.last().progressCount = *log.lines;
            log.lastWrite = ActivityBegin + at;
        }
        for (const milliseconds at : m_errors.at(rank)) {
            const auto bucket = std::ranges::find(log.buckets, at / BucketWidth, &ActivityBucket::index);
            ++*log.errors;
            if (bucket != log.buckets.end())
                ++bucket->errors;
        }
        log.usualGap = log.longestGap = m_steps.at(rank);
        return log;
    }

    static constexpr milliseconds BucketWidth{250};

    milliseconds m_duration;
    QList<milliseconds> m_steps;
    QList<milliseconds> m_ends; // from when on a rank writes nothing
    QList<QList<milliseconds>> m_errors;
};

} // namespace Roost::Testing
