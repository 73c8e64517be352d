// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/ranks/ranklag.h"

#include "models/items/ranks/rankactivity.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace Roost::Items {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

constexpr qint64 PauseTimes = 4;
constexpr milliseconds ShortestPause = 2s;
constexpr double BehindSteps = 2;
constexpr double FarBehindSteps = 8;

/// The lag of all ranks over a range of buckets, one row per rank.
class LagGrid
{
public:
    LagGrid(const RunActivity &activity, const QHash<int, TimePoint> &ended, const TimeRange &range)
        : m_ranks(activityOfRanks(activity))
        , m_bucketWidth(std::max(1ms, activity.bucketWidth))
        , m_first(std::max<qint64>(0, (range.from - activity.origin) / m_bucketWidth))
        , m_last(std::max<qint64>(m_first, (range.to - 1ms - activity.origin) / m_bucketWidth))
    {
        for (auto it = ended.cbegin(); it != ended.cend(); ++it)
            m_endBuckets.insert(it.key(), (it.value() - activity.origin) / m_bucketWidth);
        for (const LogActivity &log : std::as_const(m_ranks))
            m_rows.push_back(fill(log));
        compare();
    }

    QList<RankLag> lags(int columns) const;

private:
    struct Cell
    {
        qint64 progressCount = 0;
        qint64 pause = -1; // buckets since the last write; -1 if the rank had not started or had ended
    };
    using Row = QList<Cell>;

    qint64 width() const { return m_last - m_first + 1; }
    Row fill(const LogActivity &log) const;
    void compare();
    double lagBuckets(const Cell &cell, qint64 at) const;
    bool noneWrites(const LogActivity &log, const Cell &cell, qint64 at, milliseconds longestPause) const;
    Lag lagOf(const LogActivity &log, const Cell &cell, qint64 at) const;

    QMap<int, LogActivity> m_ranks;
    milliseconds m_bucketWidth;
    qint64 m_first;
    qint64 m_last;
    QHash<int, qint64> m_endBuckets;
    QList<Row> m_rows;
    QList<qint64> m_medianProgress; // per bucket, never decreasing
    QList<qint64> m_medianPause;    // per bucket
    QList<qint64> m_leastPause;     // per bucket
    double m_stepBuckets = 0;       // the usual time between two progress lines
};

LagGrid::Row LagGrid::fill(const LogActivity &log) const
{
    Row row(width());
    const int rank = log.rank.value_or(0);
    const qint64 end = m_endBuckets.value(rank, m_last);
    auto bucket = log.buckets.cbegin();
    Cell cell;
    for (; bucket != log.buckets.cend() && bucket->index < m_first; ++bucket)
        cell = {bucket->progressCount, m_first - bucket->index - 1};
    for (qint64 at = m_first; at <= m_last && at <= end; ++at) {
        if (bucket != log.buckets.cend() && bucket->index == at) {
            cell = {bucket->progressCount, 0};
            ++bucket;
        } else if (cell.pause >= 0) {
            ++cell.pause;
        }
        row[at - m_first] = cell;
    }
    return row;
}

void LagGrid::compare()
{
    qint64 reached = 0;
    for (qint64 at = 0; at < width(); ++at) {
        QList<qint64> counts;
        QList<qint64> pauses;
        for (const Row &row : std::as_const(m_rows)) {
            if (row.at(at).pause < 0)
                continue;
            pauses += row.at(at).pause;
            if (row.at(at).progressCount > 0)
                counts += row.at(at).progressCount;
        }
        reached = std::max(reached, median(counts));
        m_medianProgress += reached;
        m_medianPause += median(pauses);
        m_leastPause += pauses.isEmpty() ? 0 : std::ranges::min(pauses);
    }
    const auto begun = std::ranges::find_if(m_medianProgress, [](qint64 count) { return count > 0; });
    const auto done = std::ranges::find(m_medianProgress, reached);
    if (begun != m_medianProgress.end() && reached > *begun)
        m_stepBuckets = double(done - begun) / double(reached - *begun);
}

// If no rank writes, no rank is behind.
bool isBehind(Lag lag)
{
    return lag > Lag::NoneWrites;
}

double LagGrid::lagBuckets(const Cell &cell, qint64 at) const
{
    if (cell.progressCount <= 0 || cell.progressCount >= m_medianProgress.at(at))
        return 0;
    const auto passed = std::ranges::upper_bound(m_medianProgress, cell.progressCount);
    return double(at + 1 - (passed - m_medianProgress.begin()));
}

// A rank that wrote too little has no rhythm. For such a rank only the pauses of all ranks count, because often only
// rank 0 writes.
bool LagGrid::noneWrites(const LogActivity &log, const Cell &cell, qint64 at, milliseconds longestPause) const
{
    const bool isRhythmic = hasRhythm(log);
    const milliseconds longest = isRhythmic ? longestPause : std::max(ShortestPause, 2 * m_bucketWidth);
    const qint64 others = isRhythmic ? m_medianPause.at(at) : m_leastPause.at(at);
    return std::min(cell.pause, others) * m_bucketWidth > longest;
}

Lag LagGrid::lagOf(const LogActivity &log, const Cell &cell, qint64 at) const
{
    if (cell.pause < 0)
        return Lag::None;
    const milliseconds longest = std::max({milliseconds(PauseTimes * log.usualGap), ShortestPause, 2 * m_bucketWidth});
    if (hasRhythm(log) && cell.pause * m_bucketWidth > longest && cell.pause > 2 * m_medianPause.at(at))
        return Lag::Stalled;
    const double lag = lagBuckets(cell, at);
    const double tolerance = std::max(2.0, BehindSteps * m_stepBuckets);
    if (lag <= tolerance)
        return noneWrites(log, cell, at, longest) ? Lag::NoneWrites : Lag::InStep;
    return lag > FarBehindSteps / BehindSteps * tolerance ? Lag::FarBehind : Lag::Behind;
}

QList<RankLag> LagGrid::lags(int columns) const
{
    QList<RankLag> lags;
    qsizetype index = 0;
    for (auto it = m_ranks.cbegin(); it != m_ranks.cend(); ++it, ++index) {
        RankLag total{.rank = it.key(), .cells = QList<Lag>(columns, Lag::None)};
        qint64 there = 0;
        qint64 behind = 0;
        for (qint64 at = 0; at < width(); ++at) {
            const Cell &cell = m_rows.at(index).at(at);
            const Lag now = lagOf(it.value(), cell, at);
            if (now == Lag::None)
                continue;
            const auto lag = lagBuckets(cell, at) * std::chrono::duration<double, std::milli>(m_bucketWidth);
            ++there;
            behind += isBehind(now) ? 1 : 0;
            total.meanLag += lag;
            total.lag = std::chrono::duration_cast<milliseconds>(lag);
            total.lagSteps = lag > 0ms ? m_medianProgress.at(at) - cell.progressCount : 0;
            // A bucket may be wider than a cell, and a cell wider than a bucket.
            const qint64 firstCell = at * columns / width();
            const qint64 lastCell = std::max(firstCell, ((at + 1) * columns - 1) / width());
            for (qint64 i = firstCell; i <= std::min<qint64>(lastCell, columns - 1); ++i)
                total.cells[i] = std::max(total.cells.at(i), now);
        }
        total.meanLag /= double(std::max<qint64>(1, there));
        total.shareBehind = double(behind) / double(std::max<qint64>(1, there));
        lags += std::move(total);
    }
    return lags;
}

} // namespace

QList<RankLag> lagsOf(const RunActivity &activity, const QHash<int, TimePoint> &ended, const TimeRange &range,
                      int columns)
{
    if (columns <= 0 || range.isEmpty())
        return {};
    return LagGrid(activity, ended, range).lags(columns);
}

QList<RankLag> stragglers(const QList<RankLag> &lags)
{
    QList<RankLag> worst;
    for (const RankLag &rank : lags) {
        const auto last =
            std::ranges::find_if(rank.cells.crbegin(), rank.cells.crend(), [](Lag cell) { return cell != Lag::None; });
        const bool endsBehind = last != rank.cells.crend() && isBehind(*last);
        if (endsBehind || rank.shareBehind > 0.5)
            worst += rank;
    }
    std::ranges::sort(worst, [](const RankLag &a, const RankLag &b) {
        return std::tuple(-a.meanLag, -a.shareBehind, a.rank) < std::tuple(-b.meanLag, -b.shareBehind, b.rank);
    });
    return worst;
}

} // namespace Roost::Items
