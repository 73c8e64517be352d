// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cause/analyser.h"

#include "models/cause/conclusion.h"
#include "models/cause/story.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Roost {

namespace {

// What torchelastic's `record` leaves: {"message": {"message": "...", ...}} or {"message": "..."}.
QString messageIn(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    const QJsonValue message = object.value(u"message");
    const QString text = message.isObject() ? message.toObject().value(u"message").toString() : message.toString();
    return text.section(u'\n', 0, 0).left(400);
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

std::optional<FirstCause> CauseAnalyser::verdict(Ending ending)
{
    std::map<int, Story> stories;
    for (const auto &[rank, outcome] : m_outcomes)
        stories[rank].outcome = outcome;
    for (int number = 0; Log & log : m_logs) {
        log.events.end();
        // A log in which others are named by their ranks is a launcher's (torchrun in one process).
        for (const auto &[speaker, last] : log.events.lastLines()) {
            const int rank = speaker >= 0 ? speaker : log.rank;
            if (rank < 0)
                continue;
            Story &story = stories[rank];
            story.lastLine = last;
            if (const auto progress = log.events.progress().find(speaker); progress != log.events.progress().end())
                story.progress = progress->second;
            if (const qint64 written = writtenAt(log.marks, last.offset); written > story.lastWritten)
                story.lastWritten = written;
        }
        for (const LogEvent &event : log.events.events()) {
            const TimedEvent timed{event, writtenAt(log.marks, event.offset()), log.events.linesAfter(event), number};
            if (event.meaning.role == Role::Launcher) {
                for (const int rank : event.meaning.ranks)
                    stories[rank].launcher = timed;
            } else if (const int rank = event.speaker >= 0 ? event.speaker : log.rank; rank >= 0) {
                stories[rank].events += timed;
            }
        }
        ++number;
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

} // namespace Roost
