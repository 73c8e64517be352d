// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/activity/runscan.h"

#include <QUuid>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Roost::Logs {

namespace {

// Close to the interval of the supervisor's marks.
constexpr auto FinestBucket = 250ms;
// If there are more buckets than this between the first and the last one, two become one: a day has buckets of some
// minutes. With many logs the limit is lower, because the first reply contains the buckets of all logs.
constexpr qint64 MostBuckets = 600;
constexpr qint64 FewestBuckets = 150;
constexpr qint64 MostBucketsOfAll = 100'000;
// Enough for several windows that poll once per second.
constexpr qsizetype MostChanges = 32;

} // namespace

qint64 RunScan::Log::lastBucketAt(qint64 poll) const
{
    constexpr qint64 none = std::numeric_limits<qint64>::min();
    const auto next = std::ranges::upper_bound(changes, poll, {}, &std::pair<qint64, qint64>::first);
    if (next == changes.end() || (next == changes.begin() && hasDroppedChanges))
        return none;
    return next->second;
}

RunScan::RunScan()
    : m_generation(QUuid::createUuid().toString(QUuid::Id128).first(12))
    , m_bucketWidth(FinestBucket)
{
}

RunActivity RunScan::poll(const QList<ScannedLog> &logs, const QString &cursor, std::chrono::milliseconds patience)
{
    ++m_poll;
    addNew(logs);
    read(patience);
    coarsenToFit();
    chooseProgressLine();
    return activitySince(cursor);
}

void RunScan::addNew(const QList<ScannedLog> &logs)
{
    QList<const ScannedLog *> added;
    for (const ScannedLog &log : logs) {
        if (!m_logs.contains(log.path))
            added += &log;
    }
    if (m_logs.empty() && !added.isEmpty()) {
        m_origin = currentTime();
        for (const ScannedLog *log : std::as_const(added)) {
            if (const auto first = LogScan::firstTime(log->file, log->indexFile))
                m_origin = std::min(m_origin, *first);
        }
    }
    for (const ScannedLog *log : std::as_const(added))
        m_logs.try_emplace(log->path,
                           Log{*log, LogScan(log->file, log->indexFile, m_bucketWidth, m_origin), {}, false});
}

// Reads one piece of each log in turn, so that no log waits for a long one.
void RunScan::read(std::chrono::milliseconds patience)
{
    const auto end = std::chrono::steady_clock::now() + patience;
    QList<Log *> unread;
    for (auto &[path, log] : m_logs) {
        const int restarts = log.scan.restarts();
        const qint64 known = log.scan.counter().lastBucket();
        const bool isFirst = log.changes.isEmpty() && !log.hasDroppedChanges;
        const bool hasMore = log.scan.poll();
        if (!hasMore && !isFirst && restarts == log.scan.restarts())
            continue;
        if (restarts != log.scan.restarts()) {
            log.changes.clear();
            log.hasDroppedChanges = true;
        }
        log.changes.append({m_poll, known});
        if (log.changes.size() > MostChanges) {
            log.changes.removeFirst();
            log.hasDroppedChanges = true;
        }
        if (hasMore)
            unread += &log;
    }
    while (!unread.isEmpty() && std::chrono::steady_clock::now() < end) {
        QList<Log *> rest;
        for (Log *log : std::as_const(unread)) {
            if (std::chrono::steady_clock::now() >= end)
                break;
            if (log->scan.readPiece())
                rest += log;
        }
        unread = std::move(rest);
    }
}

void RunScan::coarsenToFit()
{
    qint64 last = 0;
    for (const auto &[path, log] : m_logs)
        last = std::max(last, log.scan.counter().lastBucket());
    const qint64 most =
        std::clamp(MostBucketsOfAll / std::max<qint64>(1, qint64(m_logs.size())), FewestBuckets, MostBuckets);
    for (; last >= most; last /= 2) {
        m_bucketWidth *= 2;
        m_remade = m_poll;
        for (auto &[path, log] : m_logs)
            log.scan.coarsen();
    }
}

// Chooses the line that most ranks repeat, and of several such lines the most frequent. The current line is replaced
// only by a clearly better one, because the change affects all earlier comparisons.
void RunScan::chooseProgressLine()
{
    struct Candidate
    {
        qint64 logs = 0;
        qint64 count = 0;
    };
    QHash<QByteArray, Candidate> candidates;
    for (const auto &[path, log] : m_logs) {
        if (!log.log.rank)
            continue;
        for (const auto &repeated : log.scan.counter().repeatedLines()) {
            Candidate &candidate = candidates[repeated.shape];
            ++candidate.logs;
            candidate.count += repeated.count;
        }
    }
    QByteArray best = candidates.contains(m_progressLine) ? m_progressLine : QByteArray();
    for (const auto &[shape, candidate] : candidates.asKeyValueRange()) {
        if (candidate.logs < 2)
            continue;
        const Candidate &now = candidates.value(best);
        const bool isBetter = candidate.logs > now.logs ||
                              (candidate.logs == now.logs && candidate.count > 2 * now.count) ||
                              (best != m_progressLine && candidate.logs == now.logs && candidate.count > now.count);
        if (best.isEmpty() || isBetter)
            best = shape;
    }
    if (best == m_progressLine)
        return;
    m_progressLine = best;
    m_remade = m_poll;
}

RunActivity RunScan::activitySince(const QString &cursor) const
{
    RunActivity activity;
    activity.bucketWidth = m_bucketWidth;
    activity.origin = m_origin;
    activity.now = currentTime();
    activity.cursor = m_generation + u'.' + QString::number(m_poll);
    activity.progressLine = QString::fromUtf8(m_progressLine);
    const bool isMine = cursor.section(u'.', 0, 0) == m_generation;
    const qint64 since = isMine ? cursor.section(u'.', 1, 1).toLongLong() : -1;
    activity.isFull = since < m_remade || since < 1;
    for (const auto &[path, log] : m_logs) {
        activity.pending += log.scan.pending();
        const bool changed = !log.changes.isEmpty() && log.changes.last().first > since;
        if (!activity.isFull && !changed)
            continue;
        const auto &counter = log.scan.counter();
        const qint64 from = activity.isFull ? std::numeric_limits<qint64>::min() : log.lastBucketAt(since);
        LogActivity one = counter.activity(log.log.rank ? counter.repeatedLine(m_progressLine) : nullptr, from);
        one.path = path;
        one.rank = log.log.rank;
        one.lastWrite = log.scan.lastWrite();
        one.restarts = log.scan.restarts();
        activity.logs += std::move(one);
    }
    return activity;
}

} // namespace Roost::Logs
