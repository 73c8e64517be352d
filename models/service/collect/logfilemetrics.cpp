// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/collect/logfilemetrics.h"

#include <QCborMap>
#include <QCborValue>
#include <QDateTime>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Roost::Service::Collect {

using namespace Logs;

namespace {

constexpr qint64 mostBytes = 256LL * 1024;
// A longer line is read without its end.
constexpr qsizetype longestLine = 64LL * 1024;

QByteArray stateOf(const LogMetrics::Counts &counts)
{
    if (counts.isEmpty())
        return {};
    QCborMap map;
    for (const auto &[name, count] : counts.asKeyValueRange())
        map.insert(name, count);
    return QCborValue(map).toCbor();
}

LogMetrics::Counts countsOf(const QByteArray &state)
{
    LogMetrics::Counts counts;
    const QCborMap map = QCborValue::fromCbor(state).toMap();
    for (const auto &[name, count] : map)
        counts.insert(name.toString(), count.toInteger());
    return counts;
}

// Returns the end of the first line or state of a line; -1 if it is not finished.
qsizetype lineEnd(QByteArrayView bytes, qsizetype from)
{
    const auto *end = std::find_if(bytes.begin() + from, bytes.end(), [](char c) { return c == '\n' || c == '\r'; });
    return end == bytes.end() ? -1 : end - bytes.begin();
}

} // namespace

LogFileMetrics::LogFileMetrics(const MetricDefinitions &definitions, bool hasProgress, QString timeIndex)
    : m_definitions(definitions)
    , m_metrics(definitions)
    , m_hasProgress(hasProgress)
    , m_timeIndex(std::move(timeIndex))
{
}

FileReading LogFileMetrics::read(QIODevice &file, const FilePosition &from, bool isFinal)
{
    if (from.state != m_state) {
        m_metrics.setCounts(countsOf(from.state));
        m_state = from.state;
    }
    m_areMarksRead = false;
    FileReading reading;
    const QByteArray bytes = file.seek(from.offset) ? file.read(mostBytes) : QByteArray();
    const bool isAtEnd = from.offset + bytes.size() >= file.size();
    qsizetype at = 0;
    while (at < bytes.size()) {
        qsizetype end = lineEnd(bytes, at);
        if (end < 0 && !(isFinal && isAtEnd) && bytes.size() - at < longestLine)
            break;
        if (end < 0)
            end = bytes.size();
        readLine(QByteArrayView(bytes).sliced(at, end - at), from.offset + end, reading);
        at = std::min(end + 1, bytes.size());
    }
    const QStringList problems = m_metrics.problems();
    for (; m_problemCount < problems.size(); ++m_problemCount)
        reading.notes += problems.at(m_problemCount);
    if (!reading.points.empty())
        m_state = stateOf(m_metrics.counts());
    if (m_hasProgress && at > 0)
        reading.progress = m_estimate.progress();
    reading.end = {from.offset + at, m_state};
    reading.hasMore = !isAtEnd && at > 0;
    return reading;
}

void LogFileMetrics::readLine(QByteArrayView line, qint64 end, FileReading &reading)
{
    if (line.isEmpty())
        return;
    const LineFindings findings = m_metrics.read(line);
    const bool isUsed = !findings.values.isEmpty() || (m_hasProgress && !findings.position.isEmpty());
    if (!isUsed)
        return;
    const TimePoint time = timeAt(end);
    for (const LoggedValue &value : findings.values)
        reading.points.push_back({value.name, {value.value, msSinceEpoch(time), value.step.value_or(0)}});
    if (m_hasProgress)
        m_estimate.add(findings.position, time);
}

// The time marks say when a part of the log was written; without one, the part is new.
TimePoint LogFileMetrics::timeAt(qint64 offset)
{
    if (!m_areMarksRead && (m_marks.isEmpty() || m_marks.last().offset < offset)) {
        m_areMarksRead = true;
        const auto more = readTimeIndex(m_timeIndex, m_markCount);
        m_markCount += more.size();
        m_marks += more;
    }
    const auto before = std::ranges::find_if(m_marks, [&](const TimeMark &mark) { return mark.offset >= offset; });
    m_marks.erase(m_marks.begin(), before);
    return m_marks.isEmpty() ? timePointFromMs(QDateTime::currentMSecsSinceEpoch()) : m_marks.first().time;
}

} // namespace Roost::Service::Collect
