// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/metricwindows.h"
#include "models/core/run.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <utility>

namespace Roost::Testing {

/// A metric of any length that is computed from a function, and that answers windows by looking at each point: for
/// tests of clients of MetricWindows. Step i is logged i milliseconds after 2023-11-14.
class LongMetric : public MetricWindows
{
public:
    static constexpr qint64 Start = 1'700'000'000'000;

    qint64 size = 0;
    std::function<double(qint64)> value = [](qint64 step) { return std::sin(double(step) / 1000); };
    /// All queries, oldest first.
    QList<MetricWindowQuery> queries;
    /// Holds replies back: each call of release() sends the oldest.
    bool isHeld = false;
    /// If set, all queries fail with it.
    Error error;

    Future<MetricWindow> window(const QString & /*runId*/, const MetricWindowQuery &query) override
    {
        queries.append(query);
        if (!error.text.isEmpty())
            return readyFuture<MetricWindow>(std::unexpected(error));
        if (!isHeld)
            return readyFuture<MetricWindow>(answer(query));
        m_held.append({query, {}});
        return m_held.last().second.future();
    }
    /// Returns false if the request was canceled.
    bool release()
    {
        const auto [query, promise] = m_held.takeFirst();
        const bool isWanted = !promise.isCanceled();
        promise.resolve(answer(query));
        return isWanted;
    }
    qsizetype heldCount() const { return m_held.size(); }

    MetricWindow answer(const MetricWindowQuery &query) const
    {
        const qint64 origin = query.axis == MetricWindowQuery::Axis::Time ? Start : 0;
        const double from = std::max(query.from - double(origin), 0.0);
        const double to = std::min(query.to - double(origin), double(size - 1));
        MetricWindow window{{}, size};
        const qint64 first = qint64(std::ceil(from));
        const qint64 last = qint64(std::floor(to));
        const qint64 each = std::max<qint64>(1, (last - first + 1) / query.columns);
        for (qint64 begin = first; begin <= last; begin += each)
            window.buckets.append(bucket(begin, std::min(last, begin + each - 1)));
        return window;
    }

private:
    MetricBucket bucket(qint64 first, qint64 last) const
    {
        constexpr double none = std::numeric_limits<double>::quiet_NaN();
        MetricBucket bucket{last - first + 1, 0, first, last, Start + first, Start + last, none, none, none, none};
        for (qint64 step = first; step <= last; ++step) {
            const double one = value(step);
            if (!std::isfinite(one)) {
                ++bucket.notFinite;
                continue;
            }
            bucket.minimum = std::isnan(bucket.minimum) ? one : std::min(bucket.minimum, one);
            bucket.maximum = std::isnan(bucket.maximum) ? one : std::max(bucket.maximum, one);
            bucket.sum = std::isnan(bucket.sum) ? one : bucket.sum + one;
            bucket.last = one;
        }
        return bucket;
    }

    QList<std::pair<MetricWindowQuery, Promise<MetricWindow>>> m_held;
};

} // namespace Roost::Testing
