// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cause/causeanalyser.h"

#include "models/cause/conclusion.h"
#include "models/cause/rankcandidate.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Roost::Causes {

using namespace Logs;

namespace {

// The number of lines that may follow a report about the end of the run.
constexpr qint64 nearTheEnd = 60;

// Returns the message in the output of torchelastic's `record`: {"message": {"message": "...", ...}} or {"message":
// "..."}.
QString messageIn(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    const QJsonValue message = object.value(u"message");
    const QString text = message.isObject() ? message.toObject().value(u"message").toString() : message.toString();
    return QString::fromUtf8(withoutEscapes(text.section(u'\n', 0, 0).left(400).toUtf8()));
}

// Returns whether a writer without a name repeats the exception of a named writer, as a parent process reports that of
// its child.
bool repeatsAnotherWriter(const LogEvent &event, const std::deque<LogEvent> &events)
{
    constexpr qsizetype distinctive = 20;
    if (event.rank >= 0 || event.form != LogEvent::Form::Traceback)
        return false;
    return std::ranges::any_of(events, [&event](const LogEvent &other) {
        if (other.rank < 0 || other.order >= event.order || other.form != event.form)
            return false;
        const bool quoted =
            other.message.size() >= distinctive && event.message.contains(other.message.left(3 * distinctive));
        return quoted || (other.type == event.type && other.message == event.message);
    });
}

// Merges the reports of several lines about one collective operation.
void merge(Collective &known, const Collective &added)
{
    known.sequence = std::max(known.sequence, added.sequence);
    known.lastEnqueued = std::max(known.lastEnqueued, added.lastEnqueued);
    if (!added.operation.isEmpty())
        known.operation = added.operation;
    if (!added.group.isEmpty())
        known.group = added.group;
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
    m_errorTexts[rank] = messageIn(json);
}

void CauseAnalyser::setOutOfMemory(int rank, const QString &message)
{
    m_kernelMessages[rank] = message;
}

// Returns whether the process of this log started other processes that write to the same log.
bool CauseAnalyser::isOfLauncher(const Log &log) const
{
    if (m_outcomes.size() > 1)
        return false;
    const auto &lines = log.events.lastLines();
    const bool names =
        std::ranges::any_of(lines, [&log](const auto &line) { return line.first >= 0 && line.first != log.rank; });
    return names || std::ranges::any_of(log.events.events(), [&log](const LogEvent &event) {
               return event.meaning.role == LineRole::Launcher || (event.rank >= 0 && event.rank != log.rank);
           });
}

TimedEvent CauseAnalyser::timedOf(const Log &log, const LogEvent &event, int number)
{
    return {event, writtenAt(log.marks, event.offset()), log.events.linesAfter(event), log.events.progressAfter(event),
            number};
}

void CauseAnalyser::collectLauncherReports(const Log &log, int number, std::map<int, RankEvidence> &ranks) const
{
    const auto &events = log.events.events();
    // A launcher in the command of one of several ranks numbers its processes separately.
    const bool inner = log.rank >= 0 && m_outcomes.size() > 1;
    const bool summed = std::ranges::any_of(
        events, [](const LogEvent &event) { return event.summary && !event.meaning.ranks.isEmpty(); });
    std::optional<TimedEvent> nameless;
    const auto priority = [](const LogEvent &event) {
        return event.meaning.signal ? 3 : event.form == LogEvent::Form::Words && event.meaning.exitCode ? 2 : 1;
    };
    for (const LogEvent &event : events) {
        const bool aborts = event.meaning.kind == CauseKind::MpiAbort;
        if (event.meaning.role != LineRole::Launcher || (summed && !event.summary && !aborts))
            continue;
        const TimedEvent timed = timedOf(log, event, number);
        if (event.meaning.ranks.isEmpty() || (inner && !aborts)) {
            if (!nameless || priority(event) > priority(nameless->event))
                nameless = timed;
            continue;
        }
        for (const int rank : event.meaning.ranks) {
            auto &launcher = ranks[rank].launcher;
            if (!launcher || aborts)
                launcher = timed;
            ranks[rank].isNamed = true;
        }
    }
    const bool named = std::ranges::any_of(ranks, [](const auto &one) { return one.second.isNamed; });
    if (nameless && log.rank >= 0 && !named && nameless->linesAfter <= nearTheEnd)
        ranks[log.rank].launcher = nameless;
}

// Returns the rank that wrote the lines without a name: the rank that the launcher reports first.
int CauseAnalyser::ownerOf(const Log &log, const std::map<int, RankEvidence> &ranks) const
{
    const auto &events = log.events.events();
    for (const LogEvent &event : events) {
        if (event.meaning.role != LineRole::Launcher || event.meaning.ranks.isEmpty())
            continue;
        const int rank = event.meaning.ranks.first();
        if (const auto evidence = ranks.find(rank); evidence != ranks.end() && evidence->second.launcher &&
                                                    evidence->second.launcher->event.order == event.order)
            return rank;
    }
    return log.rank;
}

void CauseAnalyser::collectLog(Log &log, int number, std::map<int, RankEvidence> &ranks) const
{
    collectLauncherReports(log, number, ranks);
    const bool launchers = log.rank >= 0 && isOfLauncher(log);
    const int owner = launchers ? ownerOf(log, ranks) : log.rank;
    for (const auto &[writer, last] : log.events.lastLines()) {
        const int rank = writer >= 0 ? writer : owner;
        if (rank < 0)
            continue;
        RankEvidence &evidence = ranks[rank];
        if (writer >= 0 || !evidence.lastLine || !launchers)
            evidence.lastLine = last;
        if (const auto progress = log.events.progress().find(writer); progress != log.events.progress().end())
            evidence.progress = progress->second;
        evidence.lastWritten = std::max(evidence.lastWritten, writtenAt(log.marks, last.offset));
    }
    for (const auto &[writer, collective] : log.events.collectives()) {
        const int rank = writer >= 0 ? writer : owner;
        if (rank >= 0)
            merge(ranks[rank].collective, collective);
    }
    for (const LogEvent &event : log.events.events()) {
        const int rank = event.rank >= 0 ? event.rank : owner;
        if (event.meaning.role != LineRole::Launcher && rank >= 0 && !repeatsAnotherWriter(event, log.events.events()))
            ranks[rank].events += timedOf(log, event, number);
    }
    if (launchers) {
        for (auto &[rank, evidence] : ranks)
            evidence.launchedInside = true;
        separateLauncher(log.rank, owner, ranks);
    }
}

// Separates the outcome of the launcher from those of its processes.
void CauseAnalyser::separateLauncher(int launcher, int owner, std::map<int, RankEvidence> &ranks) const
{
    const RankOutcome outcome = ranks[launcher].outcome;
    for (auto &[rank, evidence] : ranks) {
        evidence.outcome = rank == owner && !evidence.isNamed ? outcome : RankOutcome{};
        evidence.outcome.rank = rank;
        if (!evidence.isNamed)
            continue;
        evidence.outcome.signal = evidence.launcher->event.meaning.signal;
        evidence.outcome.exitCode = evidence.launcher->event.meaning.exitCode;
    }
}

std::optional<FirstCause> CauseAnalyser::firstCause(Ending ending)
{
    std::map<int, RankEvidence> ranks;
    for (const auto &[rank, outcome] : m_outcomes)
        ranks[rank].outcome = outcome;
    for (int number = 0; Log & log : m_logs) {
        log.events.end();
        collectLog(log, number++, ranks);
    }
    QList<RankEvidence> all;
    for (auto &[rank, evidence] : ranks) {
        evidence.rank = rank;
        if (const auto error = m_errorTexts.find(rank); error != m_errorTexts.end())
            evidence.errorText = error->second;
        if (const auto words = m_kernelMessages.find(rank); words != m_kernelMessages.end())
            evidence.kernelMessage = words->second;
        determineCandidate(evidence);
        all += evidence;
    }
    return conclude(all, ending);
}

} // namespace Roost::Causes
