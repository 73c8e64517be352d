// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/logtimes.h"

#include "models/logs/logdocument.h"
#include "models/logs/timesreading.h"

#include <QDateTime>

#include <algorithm>

namespace Roost::Logs {

using namespace std::chrono_literals;

namespace {

// A mark is written some milliseconds after the lines it is for.
constexpr auto FirstRetry = 50ms;
constexpr auto LastRetry = 1000ms;

} // namespace

LogTimes::LogTimes(LogDocument *document, QObject *parent)
    : QObject(parent)
    , m_document(document)
    , m_reading(TimesReading::shared())
{
    connect(document, &LogText::grown, this, &LogTimes::look);
    connect(document, &LogText::stateChanged, this, &LogTimes::look);
    connect(document, &LogText::restarted, this, &LogTimes::restart);
}

LogTimes::~LogTimes()
{
    m_reading->drop(this);
}

void LogTimes::readMarks(const QString &indexFile)
{
    m_indexFile = indexFile;
    m_zone.reset();
    restart();
}

void LogTimes::readLines(const QTimeZone &zone)
{
    m_indexFile.clear();
    m_zone = zone;
    restart();
}

void LogTimes::restart()
{
    m_decided = false;
    m_stamp.reset();
    begin();
}

void LogTimes::begin()
{
    m_reading->drop(this);
    m_marksRead = 0;
    m_stampedTo = 0;
    m_since = m_document->restarts().isEmpty() ? 0 : m_document->restarts().last().time.toMSecsSinceEpoch();
    m_ahead.clear();
    m_lines = {};
    Q_EMIT restarted();
    look();
}

void LogTimes::look()
{
    m_retry = FirstRetry;
    const bool saysNothing = m_zone ? m_decided && !m_stamp : m_indexFile.isEmpty();
    if (saysNothing)
        noteArrival();
    else
        m_reading->ask(this, 0ms);
}

void LogTimes::noteArrival()
{
    const bool complete = m_lines.complete || m_document->knowsAllLines();
    const qint64 lineCount = m_document->lineCount();
    if (complete && lineCount > m_lines.timed.value) {
        // What was there at the first look came at any time before.
        const bool came = m_zone && m_lines.complete;
        m_lines.marks.push_back({came ? QDateTime::currentMSecsSinceEpoch() : 0, m_lines.timed});
        m_lines.timed = {lineCount};
    }
    m_lines.lineCount = lineCount;
    m_lines.complete = complete;
    Q_EMIT changed();
}

TimesStep LogTimes::nextStep() const
{
    TimesStep step;
    step.index = m_document->index();
    step.complete = m_lines.complete || m_document->knowsAllLines();
    step.wasComplete = m_lines.complete;
    step.isGrowing = m_document->isGrowing() || !m_document->knowsAllLines();
    step.indexFile = m_indexFile;
    step.zone = m_zone;
    step.decided = m_decided;
    step.stamp = m_stamp;
    step.stampedTo = m_stampedTo;
    step.since = m_since;
    step.marksRead = m_marksRead;
    step.ahead = m_ahead;
    step.lastTime = m_lines.marks.empty() ? 0 : m_lines.marks.back().time;
    step.marksBefore = qint64(m_lines.marks.size());
    step.timed = m_lines.timed;
    return step;
}

void LogTimes::take(const TimesStep &step)
{
    if (m_zone && !m_stamp) {
        m_decided = step.decided;
        m_stamp = step.stamp;
        if (!m_stamp) {
            noteArrival();
            return;
        }
        if (!m_lines.marks.empty()) {
            // Until now it looked as if nothing but their coming were known of its lines.
            begin();
            return;
        }
    }
    m_stampedTo = step.stampedTo;
    m_marksRead = step.marksRead;
    m_ahead = step.ahead;
    m_lines.marks.insert(m_lines.marks.end(), step.marks.begin(), step.marks.end());
    m_lines.timed = step.timed;
    m_lines.lineCount = step.lineCount;
    m_lines.complete = step.complete;
    if (step.more) {
        m_reading->ask(this, 0ms);
    } else if (m_indexFile.size() > 0 && m_document->isGrowing() && m_lines.timed.value < m_lines.lineCount) {
        m_reading->ask(this, m_retry);
        m_retry = std::min<std::chrono::milliseconds>(2 * m_retry, LastRetry);
    }
    Q_EMIT changed();
}

bool LogTimes::isKnown() const
{
    return !m_lines.marks.empty() && m_lines.marks.back().time > 0;
}

qint64 LogTimes::timeOf(LineNumber line) const
{
    if (line >= m_lines.timed)
        return 0;
    const auto after = std::ranges::upper_bound(m_lines.marks, line, {}, &LineMark::first);
    return after == m_lines.marks.begin() ? 0 : (after - 1)->time;
}

LineNumber LogTimes::firstAt(qint64 time) const
{
    const auto found = std::ranges::lower_bound(m_lines.marks, time, {}, &LineMark::time);
    return found == m_lines.marks.end() ? m_lines.timed : found->first;
}

} // namespace Roost::Logs
