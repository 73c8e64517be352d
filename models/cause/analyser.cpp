// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cause/analyser.h"

#include "models/cause/conclusion.h"
#include "models/cause/story.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Roost::Causes {

using namespace Logs;

namespace {

// Lines that may stand behind a report on what ended the run.
constexpr qint64 nearTheEnd = 60;

// What torchelastic's `record` leaves: {"message": {"message": "...", ...}} or {"message": "..."}.
QString messageIn(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    const QJsonValue message = object.value(u"message");
    const QString text = message.isObject() ? message.toObject().value(u"message").toString() : message.toString();
    return QString::fromUtf8(withoutEscapes(text.section(u'\n', 0, 0).left(400).toUtf8()));
}

// Whether an unnamed writer only says again what one of the named said before it: the process that started them.
bool passesOn(const LogEvent &event, const std::deque<LogEvent> &events)
{
    constexpr qsizetype telling = 20;
    if (event.speaker >= 0 || event.form != LogEvent::Form::Traceback)
        return false;
    return std::ranges::any_of(events, [&event](const LogEvent &other) {
        if (other.speaker < 0 || other.order >= event.order || other.form != event.form)
            return false;
        const bool quoted = other.message.size() >= telling && event.message.contains(other.message.left(3 * telling));
        return quoted || (other.type == event.type && other.message == event.message);
    });
}

// Lines tell of one collective in parts.
void merge(Collective &known, const Collective &told)
{
    known.sequence = std::max(known.sequence, told.sequence);
    known.lastEnqueued = std::max(known.lastEnqueued, told.lastEnqueued);
    if (!told.operation.isEmpty())
        known.operation = told.operation;
    if (!told.group.isEmpty())
        known.group = told.group;
}

} // namespace

int CauseAnalyser::addLog(const QString &path, int rank, const QList<TimeMark> &marks)
{
    m_logs.push_back({rank, marks, LogEvents(path)});
    return int(m_logs.size()) - 1;
}

void CauseAnalyser::feed(int log, QByteArrayView bytes)
{
    m_logs[size_t(log)].events.feed(bytes);
}

void CauseAnalyser::skip(int log, qint64 bytes, qint64 lines)
{
    m_logs[size_t(log)].events.skip(bytes, lines);
}

void CauseAnalyser::setOutcome(const RankOutcome &outcome)
{
    m_outcomes[outcome.rank] = outcome;
}

void CauseAnalyser::setErrorFile(int rank, const QByteArray &json)
{
    m_errors[rank] = messageIn(json);
}

void CauseAnalyser::setOutOfMemory(int rank, const QString &words)
{
    m_memoryWords[rank] = words;
}

// Whether the one process that the log is of started others, which write into it as well.
bool CauseAnalyser::isLaunchers(const Log &log) const
{
    if (m_outcomes.size() > 1)
        return false;
    const auto &lines = log.events.lastLines();
    const bool names =
        std::ranges::any_of(lines, [&log](const auto &line) { return line.first >= 0 && line.first != log.rank; });
    return names || std::ranges::any_of(log.events.events(), [&log](const LogEvent &event) {
               return event.meaning.role == Role::Launcher || (event.speaker >= 0 && event.speaker != log.rank);
           });
}

TimedEvent CauseAnalyser::timedOf(const Log &log, const LogEvent &event, int number)
{
    return {event, msOrZero(writtenAt(log.marks, event.offset())), log.events.linesAfter(event),
            log.events.wentOnAfter(event), number};
}

void CauseAnalyser::tellReports(const Log &log, int number, std::map<int, Story> &stories) const
{
    const auto &events = log.events.events();
    // What is launched within the command of one rank of several has numbers of its own.
    const bool inner = log.rank >= 0 && m_outcomes.size() > 1;
    const bool summed = std::ranges::any_of(
        events, [](const LogEvent &event) { return event.summary && !event.meaning.ranks.isEmpty(); });
    std::optional<TimedEvent> nameless;
    const auto worth = [](const LogEvent &event) {
        return event.meaning.signal ? 3 : event.form == LogEvent::Form::Words && event.meaning.exitCode ? 2 : 1;
    };
    for (const LogEvent &event : events) {
        const bool aborts = event.meaning.kind == CauseKind::MpiAbort;
        if (event.meaning.role != Role::Launcher || (summed && !event.summary && !aborts))
            continue;
        const TimedEvent timed = timedOf(log, event, number);
        if (event.meaning.ranks.isEmpty() || (inner && !aborts)) {
            if (!nameless || worth(event) > worth(nameless->event))
                nameless = timed;
            continue;
        }
        for (const int rank : event.meaning.ranks) {
            auto &launcher = stories[rank].launcher;
            if (!launcher || aborts)
                launcher = timed;
            stories[rank].isNamed = true;
        }
    }
    const bool named = std::ranges::any_of(stories, [](const auto &one) { return one.second.isNamed; });
    if (nameless && log.rank >= 0 && !named && nameless->linesAfter <= nearTheEnd)
        stories[log.rank].launcher = nameless;
}

// Which rank wrote the lines that name none: the one that the launcher holds to be the first.
int CauseAnalyser::ownerOf(const Log &log, const std::map<int, Story> &stories) const
{
    const auto &events = log.events.events();
    for (const LogEvent &event : events) {
        if (event.meaning.role != Role::Launcher || event.meaning.ranks.isEmpty())
            continue;
        const int rank = event.meaning.ranks.first();
        if (const auto story = stories.find(rank);
            story != stories.end() && story->second.launcher && story->second.launcher->event.order == event.order)
            return rank;
    }
    return log.rank;
}

void CauseAnalyser::tellLog(Log &log, int number, std::map<int, Story> &stories) const
{
    tellReports(log, number, stories);
    const bool launchers = log.rank >= 0 && isLaunchers(log);
    const int owner = launchers ? ownerOf(log, stories) : log.rank;
    for (const auto &[speaker, last] : log.events.lastLines()) {
        const int rank = speaker >= 0 ? speaker : owner;
        if (rank < 0)
            continue;
        Story &story = stories[rank];
        if (speaker >= 0 || !story.lastLine || !launchers)
            story.lastLine = last;
        if (const auto progress = log.events.progress().find(speaker); progress != log.events.progress().end())
            story.progress = progress->second;
        if (const qint64 written = msOrZero(writtenAt(log.marks, last.offset)); written > story.lastWritten)
            story.lastWritten = written;
    }
    for (const auto &[speaker, collective] : log.events.collectives()) {
        const int rank = speaker >= 0 ? speaker : owner;
        if (rank >= 0)
            merge(stories[rank].collective, collective);
    }
    for (const LogEvent &event : log.events.events()) {
        const int rank = event.speaker >= 0 ? event.speaker : owner;
        if (event.meaning.role != Role::Launcher && rank >= 0 && !passesOn(event, log.events.events()))
            stories[rank].events += timedOf(log, event, number);
    }
    if (launchers) {
        for (auto &[rank, story] : stories)
            story.launchedInside = true;
        separateLauncher(log.rank, owner, stories);
    }
}

// How the launcher ended is not how one of its processes ended.
void CauseAnalyser::separateLauncher(int launcher, int owner, std::map<int, Story> &stories) const
{
    const RankOutcome outcome = stories[launcher].outcome;
    for (auto &[rank, story] : stories) {
        story.outcome = rank == owner && !story.isNamed ? outcome : RankOutcome{};
        story.outcome.rank = rank;
        if (!story.isNamed)
            continue;
        story.outcome.signal = story.launcher->event.meaning.signal;
        story.outcome.exitCode = story.launcher->event.meaning.exitCode;
    }
}

std::optional<FirstCause> CauseAnalyser::verdict(Ending ending)
{
    std::map<int, Story> stories;
    for (const auto &[rank, outcome] : m_outcomes)
        stories[rank].outcome = outcome;
    for (int number = 0; Log & log : m_logs) {
        log.events.end();
        tellLog(log, number++, stories);
    }
    QList<Story> all;
    for (auto &[rank, story] : stories) {
        story.rank = rank;
        if (const auto error = m_errors.find(rank); error != m_errors.end())
            story.errorText = error->second;
        if (const auto words = m_memoryWords.find(rank); words != m_memoryWords.end())
            story.memoryWords = words->second;
        judge(story);
        all += story;
    }
    return conclude(all, ending);
}

} // namespace Roost::Causes
