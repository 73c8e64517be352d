// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/activity.h"
#include "models/core/run.h"

#include <QTimeZone>

#include <algorithm>

namespace Roost::Testing {

inline constexpr qint64 ActivityBegin = 1'700'000'000'000;

/// A run whose ranks each print a step every `stepMs`, for `seconds`. The test adds the exceptions.
class RankActivity
{
public:
    RankActivity(int ranks, int seconds, qint64 stepMs = 500)
        : m_seconds(seconds)
        , m_stepMs(ranks, stepMs)
        , m_silentFrom(ranks, seconds * 1000LL)
        , m_errors(ranks)
    {
    }

    /// Makes a rank take `factor` times as long for each step.
    RankActivity &slow(int rank, double factor)
    {
        m_stepMs[rank] = qint64(double(m_stepMs.at(rank)) * factor);
        return *this;
    }
    /// Makes a rank write nothing from `fromMs` on.
    RankActivity &silent(int rank, qint64 fromMs)
    {
        m_silentFrom[rank] = fromMs;
        return *this;
    }
    RankActivity &error(int rank, qint64 atMs)
    {
        m_errors[rank] += atMs;
        return *this;
    }

    qint64 now() const { return ActivityBegin + m_seconds * 1000LL; }

    RunActivity make() const
    {
        RunActivity activity;
        activity.bucketWidth = std::chrono::milliseconds(250);
        activity.origin = timePointFromMs(ActivityBegin);
        activity.now = timePointFromMs(now());
        activity.cursor = QStringLiteral("c.1");
        activity.progressLine = QStringLiteral("step #");
        for (int rank = 0; rank < m_stepMs.size(); ++rank)
            activity.logs += log(rank);
        return activity;
    }

    Run run(RunStatus status = RunStatus::Running) const
    {
        Run run;
        run.id = QStringLiteral("ranks_1");
        run.status = status;
        run.created = run.started = QDateTime::fromMSecsSinceEpoch(ActivityBegin, QTimeZone::UTC);
        run.distribution.type = Distribution::Type::PyTorch;
        run.distribution.processesPerNode = 2;
        run.nodeCount = int(m_stepMs.size() + 1) / 2;
        for (int rank = 0; rank < m_stepMs.size(); ++rank)
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
        for (qint64 at = 0; at < std::min(m_silentFrom.at(rank), m_seconds * 1000LL); at += m_stepMs.at(rank)) {
            const qint64 index = at / 250;
            if (log.buckets.isEmpty() || log.buckets.last().index != index)
                log.buckets += ActivityBucket{.index = index};
            ++log.lines;
            ++log.writes;
            log.bytes += 10;
            ++log.buckets.last().lines;
            log.buckets.last().progressCount = log.lines;
            log.lastWrite = timePointFromMs(ActivityBegin + at);
        }
        for (const qint64 at : m_errors.at(rank)) {
            const auto bucket = std::ranges::find(log.buckets, at / 250, &ActivityBucket::index);
            ++log.errors;
            if (bucket != log.buckets.end())
                ++bucket->errors;
        }
        log.usualGap = log.longestGap = std::chrono::milliseconds(m_stepMs.at(rank));
        return log;
    }

    int m_seconds;
    QList<qint64> m_stepMs;
    QList<qint64> m_silentFrom;
    QList<QList<qint64>> m_errors;
};

} // namespace Roost::Testing
