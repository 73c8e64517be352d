// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/logtimes.h"

#include "models/logs/logdocument.h"
#include "models/logs/logindex.h"

#include <QDateTime>
#include <QThreadPool>

#include <algorithm>

namespace Roost {

using namespace std::chrono_literals;

namespace {

// A mark is written some milliseconds after the lines it is for.
constexpr auto FirstRetry = 50ms;
constexpr auto LastRetry = 1000ms;

} // namespace

/// One reading of the marks: what it begins with and, changed, what it ends with.
struct LogTimes::Step
{
    std::shared_ptr<const LogIndex> index;
    QString indexFile;
    qint64 since = 0;
    qint64 marksRead = 0;
    QList<TimeMark> ahead;
    qint64 lastTime = 0;
    LineNumber timed;
    // New ones only.
    std::vector<LineMark> marks;
    qint64 lineCount = 0;
    bool complete = false;
};

LogTimes::LogTimes(LogDocument *document, QObject *parent)
    : QObject(parent)
    , m_document(document)
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &LogTimes::askMarks);
    connect(document, &LogText::grown, this, &LogTimes::look);
    connect(document, &LogText::stateChanged, this, &LogTimes::look);
    connect(document, &LogText::restarted, this, &LogTimes::restart);
}

LogTimes::~LogTimes() = default;

void LogTimes::readMarks(const QString &indexFile)
{
    m_indexFile = indexFile;
    m_noting = false;
    restart();
}

void LogTimes::noteArrivals()
{
    m_indexFile.clear();
    m_noting = true;
    restart();
}

void LogTimes::restart()
{
    m_reading.cancel();
    m_retry.stop();
    m_again = false;
    m_marksRead = 0;
    m_since = m_document->restarts().isEmpty() ? 0 : m_document->restarts().last().time.toMSecsSinceEpoch();
    m_ahead.clear();
    m_lines = {};
    Q_EMIT restarted();
    look();
}

void LogTimes::look()
{
    m_retry.setInterval(FirstRetry);
    if (m_indexFile.isEmpty())
        noteArrival();
    else
        askMarks();
}

void LogTimes::noteArrival()
{
    const bool complete = m_lines.complete || m_document->knowsAllLines();
    const qint64 lineCount = m_document->lineCount();
    if (complete && lineCount > m_lines.timed.value) {
        // What was there at the first look came at any time before.
        const bool came = m_noting && m_lines.complete;
        m_lines.marks.push_back({came ? QDateTime::currentMSecsSinceEpoch() : 0, m_lines.timed});
        m_lines.timed = {lineCount};
    }
    m_lines.lineCount = lineCount;
    m_lines.complete = complete;
    Q_EMIT changed();
}

void LogTimes::askMarks()
{
    if (m_reading.isWaiting()) {
        m_again = true;
        return;
    }
    m_again = false;
    auto step = std::make_shared<Step>();
    step->index = m_document->index();
    step->complete = m_lines.complete || m_document->knowsAllLines();
    step->indexFile = m_indexFile;
    step->since = m_since;
    step->marksRead = m_marksRead;
    step->ahead = m_ahead;
    step->lastTime = m_lines.marks.empty() ? 0 : m_lines.marks.back().time;
    step->timed = m_lines.timed;
    Question<std::shared_ptr<Step>> question;
    QThreadPool::globalInstance()->start([question, step] {
        if (!question.isCanceled())
            question.give(std::make_shared<Step>(read(std::move(*step))));
    });
    m_reading.ask(question.answer(), [this](Result<std::shared_ptr<Step>> done) {
        if (done)
            take(std::move(**done));
    });
}

LogTimes::Step LogTimes::read(Step step)
{
    const auto marks = readTimeIndex(step.indexFile, step.marksRead);
    step.marksRead += marks.size();
    std::ranges::copy_if(marks, std::back_inserter(step.ahead),
                         [&](const TimeMark &mark) { return mark.time >= step.since; });
    if (!step.index)
        return step;
    const qint64 end = step.index->end();
    qsizetype used = 0;
    for (; used < step.ahead.size() && step.ahead[used].offset <= end; ++used) {
        const auto &mark = step.ahead[used];
        const LineNumber next{mark.offset > 0 ? step.index->lineOfByte(mark.offset - 1).value + 1 : 0};
        if (next <= step.timed)
            continue;                                       // no line began in it
        step.lastTime = std::max(step.lastTime, mark.time); // clocks are set back at times
        step.marks.push_back({step.lastTime, step.timed});
        step.timed = next;
    }
    step.ahead.remove(0, used);
    step.lineCount = std::max(step.index->lineCount(), step.timed.value);
    return step;
}

void LogTimes::take(Step step)
{
    m_marksRead = step.marksRead;
    m_ahead = step.ahead;
    m_lines.marks.insert(m_lines.marks.end(), step.marks.begin(), step.marks.end());
    m_lines.timed = step.timed;
    m_lines.lineCount = step.lineCount;
    m_lines.complete = step.complete;
    if (m_again) {
        askMarks();
    } else if (m_document->isGrowing() && m_lines.timed.value < m_lines.lineCount) {
        m_retry.start();
        m_retry.setInterval(std::min<std::chrono::milliseconds>(2 * m_retry.intervalAsDuration(), LastRetry));
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

} // namespace Roost
