// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/activity/activitycounter.h"

#include "models/logs/lines/lineends.h"
#include "models/logs/lines/lineshape.h"
#include "models/logs/lines/logline.h"

#include <algorithm>
#include <utility>

namespace Roost::Logs {

using namespace std::chrono_literals;

namespace {

// A few repeated lines are enough to find one that all ranks write.
constexpr qsizetype MostRepeatedLines = 6;
constexpr qsizetype MostCandidates = 256;
// A line that was written only twice may be a coincidence.
constexpr qint64 RepeatedFrom = 3;
// The first pauses (imports, downloads, the first batch) are not typical.
constexpr qint64 StartUpWrites = 3;
// The weight of the newest pause in the average pause.
constexpr double NewestGapWeight = 0.1;

QByteArrayView shownPart(QByteArrayView line)
{
    while (!line.isEmpty() && line.back() == '\r')
        line.chop(1);
    const auto at = lastOf(line, '\r');
    line = at < 0 ? line : line.sliced(at + 1);
    return line.first(std::min<qsizetype>(line.size(), LongestShownLine));
}

} // namespace

ActivityCounter::ActivityCounter(std::chrono::milliseconds bucketWidth, TimePoint origin)
    : m_bucketWidth(bucketWidth)
    , m_origin(origin)
{
}

void ActivityCounter::feed(QByteArrayView bytes, std::optional<TimePoint> time)
{
    if (bytes.isEmpty())
        return;
    m_bytes += bytes.size();
    if (time)
        recordWrite(*time);
    while (true) {
        const auto end = bytes.indexOf('\n');
        if (end < 0)
            break;
        if (m_unfinished.isEmpty()) {
            endLine(bytes.first(end), time.has_value());
        } else {
            appendUnfinished(bytes.first(end));
            const QByteArray line = std::exchange(m_unfinished, {});
            endLine(line, time.has_value());
        }
        bytes = bytes.sliced(end + 1);
    }
    appendUnfinished(bytes);
}

// Keeps the part of an unfinished line that will be shown: the beginning of its last state.
void ActivityCounter::appendUnfinished(QByteArrayView bytes)
{
    m_unfinished += bytes;
    if (m_unfinished.size() <= 2 * LongestShownLine)
        return;
    const bool mayBeOverwritten = m_unfinished.endsWith('\r');
    m_unfinished = shownPart(m_unfinished).toByteArray();
    if (mayBeOverwritten)
        m_unfinished += '\r';
}

void ActivityCounter::recordWrite(TimePoint time)
{
    const auto gap = m_lastWrite ? time - *m_lastWrite : 0ms;
    if (!m_lastWrite || gap > 0ms) {
        ++m_writes;
        if (m_writes > StartUpWrites) {
            m_usualGap = m_usualGap == 0ms ? gap : m_usualGap + NewestGapWeight * (gap - m_usualGap);
            m_longestGap = std::max(m_longestGap, gap);
        }
    }
    m_lastWrite = std::max(m_lastWrite.value_or(time), time);
    // If the clock is set back, older buckets still do not grow.
    const qint64 index = std::max(bucketOf(time), m_buckets.isEmpty() ? 0 : m_buckets.last().index);
    if (m_buckets.isEmpty() || m_buckets.last().index < index)
        m_buckets += ActivityBucket{.index = index};
}

void ActivityCounter::endLine(QByteArrayView line, bool isTimed)
{
    line = shownPart(line);
    const bool isError = levelOf(line) == LogLevel::Error;
    ++m_lines;
    m_errors += isError ? 1 : 0;
    if (isTimed) {
        ++m_buckets.last().lines;
        m_buckets.last().errors += isError ? 1 : 0;
    }
    if (const QByteArray shape = shapeOf(line); !shape.isEmpty())
        countShape(shape, isTimed);
}

void ActivityCounter::countShape(const QByteArray &shape, bool isTimed)
{
    const auto known = std::ranges::find(m_repeatedLines, shape, &RepeatedLine::shape);
    if (known == m_repeatedLines.end()) {
        const qint64 count = ++m_candidates[shape];
        if (count >= RepeatedFrom)
            addRepeatedLine(shape, count);
        else if (m_candidates.size() > MostCandidates)
            m_candidates.removeIf([](const auto &candidate) { return --candidate.value() <= 0; });
        return;
    }
    ++known->count;
    if (!isTimed)
        return;
    const qint64 bucket = m_buckets.last().index;
    if (!known->counts.isEmpty() && known->counts.last().first == bucket)
        known->counts.last().second = known->count;
    else
        known->counts.append({bucket, known->count});
}

void ActivityCounter::addRepeatedLine(const QByteArray &shape, qint64 count)
{
    RepeatedLine repeated{.shape = shape, .count = count, .counts = {}};
    if (!m_buckets.isEmpty())
        repeated.counts.append({m_buckets.last().index, count});
    if (m_repeatedLines.size() < MostRepeatedLines) {
        m_repeatedLines += std::move(repeated);
        m_candidates.remove(shape);
        return;
    }
    const auto rarest = std::ranges::min_element(m_repeatedLines, {}, &RepeatedLine::count);
    if (rarest->count >= count)
        return;
    m_candidates.insert(rarest->shape, rarest->count);
    m_candidates.remove(shape);
    *rarest = std::move(repeated);
}

void ActivityCounter::coarsen()
{
    m_bucketWidth *= 2;
    QList<ActivityBucket> buckets;
    for (ActivityBucket bucket : std::as_const(m_buckets)) {
        bucket.index /= 2;
        if (!buckets.isEmpty() && buckets.last().index == bucket.index) {
            buckets.last().lines += bucket.lines;
            buckets.last().errors += bucket.errors;
        } else {
            buckets += bucket;
        }
    }
    m_buckets = std::move(buckets);
    for (RepeatedLine &repeated : m_repeatedLines) {
        QList<std::pair<qint64, qint64>> counts;
        for (const auto &[bucket, count] : std::as_const(repeated.counts)) {
            if (!counts.isEmpty() && counts.last().first == bucket / 2)
                counts.last().second = count;
            else
                counts.append({bucket / 2, count});
        }
        repeated.counts = std::move(counts);
    }
}

const ActivityCounter::RepeatedLine *ActivityCounter::repeatedLine(const QByteArray &shape) const
{
    const auto found = std::ranges::find(m_repeatedLines, shape, &RepeatedLine::shape);
    return found == m_repeatedLines.end() ? nullptr : &*found;
}

LogActivity ActivityCounter::activity(const RepeatedLine *progressLine, qint64 from) const
{
    LogActivity activity;
    activity.bytes = m_bytes;
    activity.lines = m_lines;
    activity.errors = m_errors;
    activity.lastWrite = m_lastWrite;
    activity.writes = m_writes;
    activity.usualGap = std::chrono::duration_cast<std::chrono::milliseconds>(m_usualGap);
    activity.longestGap = m_longestGap;
    const auto first = std::ranges::lower_bound(m_buckets, from, {}, &ActivityBucket::index);
    activity.buckets = QList<ActivityBucket>(first, m_buckets.end());
    if (!progressLine)
        return activity;
    qsizetype at = 0;
    qint64 count = 0;
    for (ActivityBucket &bucket : activity.buckets) {
        for (; at < progressLine->counts.size() && progressLine->counts.at(at).first <= bucket.index; ++at)
            count = progressLine->counts.at(at).second;
        bucket.progressCount = count;
    }
    return activity;
}

qint64 ActivityCounter::lastBucket() const
{
    return m_buckets.isEmpty() ? std::numeric_limits<qint64>::min() : m_buckets.last().index;
}

qint64 ActivityCounter::firstBucket() const
{
    return m_buckets.isEmpty() ? std::numeric_limits<qint64>::min() : m_buckets.first().index;
}

} // namespace Roost::Logs
