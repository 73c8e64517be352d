// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/ranks/ranklens.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace Roost::Items {

namespace {

// Fewer times say nothing about a rhythm.
constexpr qint64 RhythmFrom = 6;
constexpr qint64 SilentTimes = 3;
constexpr qint64 PauseTimes = 4;
constexpr qint64 ShortestPauseMs = 2000;
constexpr double BehindSteps = 2;
constexpr double FarBehindSteps = 8;

bool hasRhythm(const LogActivity &log)
{
    return log.writes >= RhythmFrom && log.usualGap > 0;
}

qint64 median(QList<qint64> values)
{
    if (values.isEmpty())
        return 0;
    const auto middle = values.begin() + values.size() / 2;
    std::ranges::nth_element(values, middle);
    return *middle;
}

void add(LogActivity &to, const LogActivity &from)
{
    to.bytes += from.bytes;
    to.lines = std::max<qint64>(0, to.lines) + std::max<qint64>(0, from.lines);
    to.errors = std::max<qint64>(0, to.errors) + std::max<qint64>(0, from.errors);
    to.lastWrite = std::max(to.lastWrite, from.lastWrite);
    // The rhythm of the one that writes more.
    if (from.writes > to.writes) {
        to.writes = from.writes;
        to.usualGap = from.usualGap;
        to.longestGap = from.longestGap;
    }
    QMap<qint64, ActivityBucket> buckets;
    for (const ActivityBucket &bucket : std::as_const(to.buckets))
        buckets.insert(bucket.index, bucket);
    for (const ActivityBucket &bucket : from.buckets) {
        ActivityBucket &sum = buckets[bucket.index];
        sum.index = bucket.index;
        sum.lines += bucket.lines;
        sum.errors += bucket.errors;
        sum.beats = std::max(sum.beats, bucket.beats);
    }
    to.buckets = buckets.values();
    qint64 beats = 0;
    for (ActivityBucket &bucket : to.buckets)
        bucket.beats = beats = std::max(beats, bucket.beats);
}

/// The ranks over a stretch of buckets, one row a rank.
class Strip
{
public:
    Strip(const RunActivity &activity, const QHash<int, qint64> &ended, qint64 from, qint64 to)
        : m_ranks(activityOfRanks(activity))
        , m_bucketMs(std::max<qint64>(1, activity.bucketMs))
        , m_first(std::max<qint64>(0, (from - activity.origin) / m_bucketMs))
        , m_last(std::max(m_first, (to - 1 - activity.origin) / m_bucketMs))
    {
        for (auto it = ended.cbegin(); it != ended.cend(); ++it)
            m_endBuckets.insert(it.key(), (it.value() - activity.origin) / m_bucketMs);
        for (const LogActivity &log : std::as_const(m_ranks))
            m_rows.push_back(fill(log));
        compare();
    }

    QList<RankPace> paces(int columns) const;

private:
    struct Cell
    {
        qint64 beats = 0;
        qint64 silent = -1; // buckets since it last wrote; -1: not there
    };
    using Row = QList<Cell>;

    qint64 width() const { return m_last - m_first + 1; }
    Row fill(const LogActivity &log) const;
    void compare();
    double lagBuckets(const Cell &cell, qint64 at) const;
    bool noneWrites(const LogActivity &log, const Cell &cell, qint64 at, qint64 pause) const;
    Pace paceOf(const LogActivity &log, const Cell &cell, qint64 at) const;

    QMap<int, LogActivity> m_ranks;
    qint64 m_bucketMs;
    qint64 m_first;
    qint64 m_last;
    QHash<int, qint64> m_endBuckets;
    QList<Row> m_rows;
    QList<qint64> m_medianBeats;  // a bucket, never falling
    QList<qint64> m_medianSilent; // a bucket
    QList<qint64> m_leastSilent;  // a bucket
    double m_stepBuckets = 0;     // the usual time between two beats
};

Strip::Row Strip::fill(const LogActivity &log) const
{
    Row row(width());
    const int rank = log.rank.value_or(0);
    const qint64 end = m_endBuckets.value(rank, m_last);
    auto bucket = log.buckets.cbegin();
    Cell cell;
    for (; bucket != log.buckets.cend() && bucket->index < m_first; ++bucket)
        cell = {bucket->beats, m_first - bucket->index - 1};
    for (qint64 at = m_first; at <= m_last && at <= end; ++at) {
        if (bucket != log.buckets.cend() && bucket->index == at) {
            cell = {bucket->beats, 0};
            ++bucket;
        } else if (cell.silent >= 0) {
            ++cell.silent;
        }
        row[at - m_first] = cell;
    }
    return row;
}

void Strip::compare()
{
    qint64 reached = 0;
    for (qint64 at = 0; at < width(); ++at) {
        QList<qint64> beats;
        QList<qint64> silent;
        for (const Row &row : std::as_const(m_rows)) {
            if (row.at(at).silent < 0)
                continue;
            silent += row.at(at).silent;
            if (row.at(at).beats > 0)
                beats += row.at(at).beats;
        }
        reached = std::max(reached, median(beats));
        m_medianBeats += reached;
        m_medianSilent += median(silent);
        m_leastSilent += silent.isEmpty() ? 0 : std::ranges::min(silent);
    }
    const auto begun = std::ranges::find_if(m_medianBeats, [](qint64 beats) { return beats > 0; });
    const auto done = std::ranges::find(m_medianBeats, reached);
    if (begun != m_medianBeats.end() && reached > *begun)
        m_stepBuckets = double(done - begun) / double(reached - *begun);
}

// Where none writes none keeps up, and none is behind.
bool isBehind(Pace pace)
{
    return pace > Pace::NoneWrites;
}

double Strip::lagBuckets(const Cell &cell, qint64 at) const
{
    if (cell.beats <= 0 || cell.beats >= m_medianBeats.at(at))
        return 0;
    const auto passed = std::ranges::upper_bound(m_medianBeats, cell.beats);
    return double(at + 1 - (passed - m_medianBeats.begin()));
}

// A rank that wrote too little has no rhythm. It is judged only where no rank writes: often rank 0 alone does.
bool Strip::noneWrites(const LogActivity &log, const Cell &cell, qint64 at, qint64 pause) const
{
    const bool isRhythmic = hasRhythm(log);
    const qint64 longest = isRhythmic ? pause : std::max(ShortestPauseMs, 2 * m_bucketMs);
    const qint64 others = isRhythmic ? m_medianSilent.at(at) : m_leastSilent.at(at);
    return std::min(cell.silent, others) * m_bucketMs > longest;
}

Pace Strip::paceOf(const LogActivity &log, const Cell &cell, qint64 at) const
{
    if (cell.silent < 0)
        return Pace::None;
    const qint64 pause = std::max({PauseTimes * log.usualGap, ShortestPauseMs, 2 * m_bucketMs});
    const qint64 silentMs = cell.silent * m_bucketMs;
    if (hasRhythm(log) && silentMs > pause && cell.silent > 2 * m_medianSilent.at(at))
        return Pace::Silent;
    const double lag = lagBuckets(cell, at);
    const double tolerance = std::max(2.0, BehindSteps * m_stepBuckets);
    if (lag <= tolerance)
        return noneWrites(log, cell, at, pause) ? Pace::NoneWrites : Pace::InStep;
    return lag > FarBehindSteps / BehindSteps * tolerance ? Pace::FarBehind : Pace::Behind;
}

QList<RankPace> Strip::paces(int columns) const
{
    QList<RankPace> paces;
    qsizetype index = 0;
    for (auto it = m_ranks.cbegin(); it != m_ranks.cend(); ++it, ++index) {
        RankPace pace{.rank = it.key(), .cells = QList<Pace>(columns, Pace::None)};
        qint64 there = 0;
        qint64 behind = 0;
        for (qint64 at = 0; at < width(); ++at) {
            const Cell &cell = m_rows.at(index).at(at);
            const Pace now = paceOf(it.value(), cell, at);
            if (now == Pace::None)
                continue;
            const double lag = lagBuckets(cell, at) * double(m_bucketMs);
            ++there;
            behind += isBehind(now) ? 1 : 0;
            pace.meanLagMs += lag;
            pace.lagMs = qint64(lag);
            pace.lagBeats = lag > 0 ? m_medianBeats.at(at) - cell.beats : 0;
            // A bucket may be wider than a cell, and a cell than a bucket.
            const qint64 firstCell = at * columns / width();
            const qint64 lastCell = std::max(firstCell, ((at + 1) * columns - 1) / width());
            for (qint64 i = firstCell; i <= std::min<qint64>(lastCell, columns - 1); ++i)
                pace.cells[i] = std::max(pace.cells.at(i), now);
        }
        pace.meanLagMs /= double(std::max<qint64>(1, there));
        pace.shareBehind = double(behind) / double(std::max<qint64>(1, there));
        paces += std::move(pace);
    }
    return paces;
}

} // namespace

QMap<int, LogActivity> activityOfRanks(const RunActivity &activity)
{
    QMap<int, LogActivity> ranks;
    for (const LogActivity &log : activity.logs) {
        if (!log.rank)
            continue;
        const auto known = ranks.find(*log.rank);
        if (known == ranks.end())
            ranks.insert(*log.rank, log);
        else
            add(*known, log);
    }
    return ranks;
}

QList<Silence> silentRanks(const RunActivity &activity, const QSet<int> &running, qint64 now, qint64 shortest)
{
    QMap<int, LogActivity> ranks = activityOfRanks(activity);
    ranks.removeIf([&running](auto it) { return !running.contains(it.key()) || !hasRhythm(it.value()); });
    QList<qint64> gaps;
    QList<qint64> longest;
    QList<qint64> silent;
    for (const LogActivity &log : std::as_const(ranks)) {
        gaps += log.usualGap;
        longest += log.longestGap;
        silent += now - log.lastWrite;
    }
    const qint64 othersLongest = median(longest);
    QList<Silence> found;
    for (auto it = ranks.cbegin(); it != ranks.cend(); ++it) {
        const LogActivity &log = it.value();
        const qint64 forMs = now - log.lastWrite;
        if (forMs < shortest || forMs < SilentTimes * log.longestGap)
            continue;
        const auto writing = std::ranges::count_if(silent, [forMs](qint64 other) { return other < forMs / 2; });
        const bool isAlone = 2 * writing >= ranks.size() - 1;
        if (isAlone && ranks.size() > 1 && forMs < SilentTimes * othersLongest)
            continue;
        found += Silence{it.key(), forMs, ranks.size() > 1 ? median(gaps) : 0, isAlone};
    }
    std::ranges::sort(found, [](const Silence &a, const Silence &b) {
        return std::tuple(-a.forMs, a.rank) < std::tuple(-b.forMs, b.rank);
    });
    return found;
}

QList<RankPace> pacesOf(const RunActivity &activity, const QHash<int, qint64> &ended, qint64 from, qint64 to,
                        int columns)
{
    if (columns <= 0 || to <= from)
        return {};
    return Strip(activity, ended, from, to).paces(columns);
}

QList<RankPace> stragglers(const QList<RankPace> &paces)
{
    QList<RankPace> worst;
    for (const RankPace &pace : paces) {
        const auto last = std::ranges::find_if(pace.cells.crbegin(), pace.cells.crend(),
                                               [](Pace cell) { return cell != Pace::None; });
        const bool endsBehind = last != pace.cells.crend() && isBehind(*last);
        if (endsBehind || pace.shareBehind > 0.5)
            worst += pace;
    }
    std::ranges::sort(worst, [](const RankPace &a, const RankPace &b) {
        return std::tuple(-a.meanLagMs, -a.shareBehind, a.rank) < std::tuple(-b.meanLagMs, -b.shareBehind, b.rank);
    });
    return worst;
}

} // namespace Roost::Items
