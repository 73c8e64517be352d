// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/runscan.h"

#include <QDateTime>
#include <QUuid>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace Roost::Logs {

namespace {

// The supervisor's marks are no finer than a few of these.
constexpr qint64 FinestBucketMs = 250;
// More than this many buckets from the first to the last, and two become one: a day in buckets of some minutes. With
// many logs they are fewer, for the first answer holds them all.
constexpr qint64 MostBuckets = 600;
constexpr qint64 FewestBuckets = 150;
constexpr qint64 MostBucketsOfAll = 100'000;
// Enough for some windows that ask once a second each.
constexpr qsizetype MostChanges = 32;

} // namespace

qint64 RunScan::Log::knownTo(qint64 look) const
{
    constexpr qint64 nothing = std::numeric_limits<qint64>::min();
    const auto next = std::ranges::upper_bound(changes, look, {}, &std::pair<qint64, qint64>::first);
    if (next == changes.end() || (next == changes.begin() && forgotten))
        return nothing;
    return next->second;
}

RunScan::RunScan()
    : m_generation(QUuid::createUuid().toString(QUuid::Id128).first(12))
    , m_bucketMs(FinestBucketMs)
{
}

RunActivity RunScan::look(const QList<ScannedLog> &logs, const QString &cursor, std::chrono::milliseconds patience)
{
    ++m_look;
    add(logs);
    read(patience);
    fit();
    chooseBeat();
    return answer(cursor);
}

void RunScan::add(const QList<ScannedLog> &logs)
{
    QList<const ScannedLog *> news;
    for (const ScannedLog &log : logs) {
        if (!m_logs.contains(log.path))
            news += &log;
    }
    if (m_logs.empty() && !news.isEmpty()) {
        m_origin = QDateTime::currentMSecsSinceEpoch();
        for (const ScannedLog *log : std::as_const(news)) {
            if (const qint64 first = LogScan::firstTime(log->file, log->indexFile); first > 0)
                m_origin = std::min(m_origin, first);
        }
    }
    for (const ScannedLog *log : std::as_const(news))
        m_logs.try_emplace(log->path, Log{*log, LogScan(log->file, log->indexFile, m_bucketMs, m_origin), {}, false});
}

// One piece of each log in turn, so that none waits for a long one.
void RunScan::read(std::chrono::milliseconds patience)
{
    const auto end = std::chrono::steady_clock::now() + patience;
    QList<Log *> unread;
    for (auto &[path, log] : m_logs) {
        const int restarts = log.scan.restarts();
        const qint64 known = log.scan.counter().lastBucket();
        const bool isFirst = log.changes.isEmpty() && !log.forgotten;
        const bool hasMore = log.scan.look();
        if (!hasMore && !isFirst && restarts == log.scan.restarts())
            continue;
        if (restarts != log.scan.restarts()) {
            log.changes.clear();
            log.forgotten = true;
        }
        log.changes.append({m_look, known});
        if (log.changes.size() > MostChanges) {
            log.changes.removeFirst();
            log.forgotten = true;
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

void RunScan::fit()
{
    qint64 last = 0;
    for (const auto &[path, log] : m_logs)
        last = std::max(last, log.scan.counter().lastBucket());
    const qint64 most =
        std::clamp(MostBucketsOfAll / std::max<qint64>(1, qint64(m_logs.size())), FewestBuckets, MostBuckets);
    for (; last >= most; last /= 2) {
        m_bucketMs *= 2;
        m_remade = m_look;
        for (auto &[path, log] : m_logs)
            log.scan.coarsen();
    }
}

// The line that most ranks repeat, and of several the most frequent. Another takes its place only when it is clearly
// better, since with it all that was compared so far changes.
void RunScan::chooseBeat()
{
    struct Candidate
    {
        qint64 logs = 0;
        qint64 count = 0;
    };
    QHash<QByteArray, Candidate> candidates;
    for (const auto &[path, log] : m_logs) {
        if (!log.facts.rank)
            continue;
        for (const auto &progress : log.scan.counter().progressLines()) {
            Candidate &candidate = candidates[progress.shape];
            ++candidate.logs;
            candidate.count += progress.count;
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
    m_remade = m_look;
}

RunActivity RunScan::answer(const QString &cursor) const
{
    RunActivity activity;
    activity.bucketMs = m_bucketMs;
    activity.origin = m_origin;
    activity.now = QDateTime::currentMSecsSinceEpoch();
    activity.cursor = m_generation + u'.' + QString::number(m_look);
    activity.progressLine = QString::fromUtf8(m_progressLine);
    const bool isMine = cursor.section(u'.', 0, 0) == m_generation;
    const qint64 since = isMine ? cursor.section(u'.', 1, 1).toLongLong() : -1;
    activity.anew = since < m_remade || since < 1;
    for (const auto &[path, log] : m_logs) {
        activity.pending += log.scan.pending();
        const bool changed = !log.changes.isEmpty() && log.changes.last().first > since;
        if (!activity.anew && !changed)
            continue;
        const auto &counter = log.scan.counter();
        const qint64 from = activity.anew ? std::numeric_limits<qint64>::min() : log.knownTo(since);
        LogActivity one = counter.activity(log.facts.rank ? counter.progressLine(m_progressLine) : nullptr, from);
        one.path = path;
        one.rank = log.facts.rank;
        one.lastWrite = log.scan.lastWrite();
        one.restarts = log.scan.restarts();
        activity.logs += std::move(one);
    }
    return activity;
}

} // namespace Roost::Logs
