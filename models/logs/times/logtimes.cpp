// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/times/logtimes.h"

#include "models/logs/file/logdocument.h"

#include <algorithm>

namespace Roost::Logs {

using namespace std::chrono_literals;

namespace {

// A mark is written some milliseconds after its lines.
constexpr auto FirstRetry = 50ms;
constexpr auto LastRetry = 1000ms;

} // namespace

LogTimes::LogTimes(LogDocument *document, QObject *parent)
    : QObject(parent)
    , m_document(document)
    , m_scheduler(TimesScheduler::shared())
{
    connect(document, &LogText::grown, this, &LogTimes::readOn);
    connect(document, &LogText::stateChanged, this, &LogTimes::readOn);
    connect(document, &LogText::restarted, this, &LogTimes::restart);
}

LogTimes::~LogTimes()
{
    m_scheduler->cancel(this);
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
    clear();
}

void LogTimes::clear()
{
    m_scheduler->cancel(this);
    m_marksRead = 0;
    m_stampedTo = 0;
    m_since = m_document->restarts().isEmpty() ? std::nullopt : std::optional(m_document->restarts().last().time);
    m_ahead.clear();
    m_lines = {};
    Q_EMIT restarted();
    readOn();
}

void LogTimes::readOn()
{
    m_retry = FirstRetry;
    const bool hasNoSource = m_zone ? m_decided && !m_stamp : m_indexFile.isEmpty();
    if (hasNoSource)
        addArrivedLines();
    else
        m_scheduler->request(this, 0ms);
}

void LogTimes::addArrivedLines()
{
    const bool complete = m_lines.complete || m_document->knowsAllLines();
    const qint64 lineCount = m_document->lineCount();
    if (complete && lineCount > m_lines.timed.value) {
        // The lines that existed when the log was first read were written at some earlier time.
        const bool arrived = m_zone && m_lines.complete;
        m_lines.marks.push_back({arrived ? std::optional(currentTime()) : std::nullopt, m_lines.timed});
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
    step.lastTime = m_lines.marks.empty() ? std::nullopt : m_lines.marks.back().time;
    step.marksBefore = qint64(m_lines.marks.size());
    step.timed = m_lines.timed;
    return step;
}

void LogTimes::onStepRead(const TimesStep &step)
{
    if (m_zone && !m_stamp) {
        m_decided = step.decided;
        m_stamp = step.stamp;
        if (!m_stamp) {
            addArrivedLines();
            return;
        }
        if (!m_lines.marks.empty()) {
            // Until now, the lines had the times of their arrival.
            clear();
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
        m_scheduler->request(this, 0ms);
    } else if (m_indexFile.size() > 0 && m_document->isGrowing() && m_lines.timed.value < m_lines.lineCount) {
        m_scheduler->request(this, m_retry);
        m_retry = std::min<std::chrono::milliseconds>(2 * m_retry, LastRetry);
    }
    Q_EMIT changed();
}

bool LogTimes::isKnown() const
{
    return !m_lines.marks.empty() && m_lines.marks.back().time.has_value();
}

std::optional<TimePoint> LogTimes::timeOf(LineNumber line) const
{
    if (line >= m_lines.timed)
        return std::nullopt;
    const auto after = std::ranges::upper_bound(m_lines.marks, line, {}, &LineMark::first);
    return after == m_lines.marks.begin() ? std::nullopt : (after - 1)->time;
}

LineNumber LogTimes::firstAt(TimePoint time) const
{
    const auto found = std::ranges::lower_bound(m_lines.marks, time, {}, &LineMark::time);
    return found == m_lines.marks.end() ? m_lines.timed : found->first;
}

} // namespace Roost::Logs
