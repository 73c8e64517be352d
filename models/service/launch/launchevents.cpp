// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/launch/launchevents.h"

#include "models/service/launch/eventnames.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimeZone>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace Roost::Service::Launch {

using namespace Process;

namespace {

constexpr std::array<std::pair<LaunchOutcome, const char *>, 4> outcomeWords{{
    {LaunchOutcome::Completed, "completed"},
    {LaunchOutcome::Failed, "failed"},
    {LaunchOutcome::Canceled, "canceled"},
    {LaunchOutcome::TimedOut, "timedOut"},
}};

QDateTime timeOf(const QJsonObject &event)
{
    return QDateTime::fromMSecsSinceEpoch(event[EventKey::time].toInteger(), QTimeZone::UTC);
}

ProcessKey processOf(const QJsonObject &event)
{
    return {pid_t(event[EventKey::pid].toInteger()), quint64(event[EventKey::startTicks].toInteger())};
}

RankOutcome &rankOf(LaunchEvents &events, int rank)
{
    for (RankOutcome &known : events.ranks) {
        if (known.rank == rank)
            return known;
    }
    RankOutcome &added = events.ranks.emplaceBack();
    added.rank = rank;
    return added;
}

void apply(LaunchEvents &events, const QJsonObject &event)
{
    const QString kind = event[EventKey::event].toString();
    const int rank = event[EventKey::rank].toInt(-1);
    if (kind == EventName::supervisor) {
        events.supervisor = processOf(event);
        events.fromEarlierBoot = event[EventKey::boot].toString() != bootId();
    } else if (kind == EventName::started) {
        rankOf(events, rank).started = timeOf(event);
        events.processes[rank] = processOf(event);
    } else if (kind == EventName::ended) {
        RankOutcome &outcome = rankOf(events, rank);
        outcome.ended = timeOf(event);
        outcome.lastLine = event[EventKey::lastLine].toString();
        if (event.contains(EventKey::signal))
            outcome.signal = event[EventKey::signal].toInt();
        else
            outcome.exitCode = event[EventKey::exitCode].toInt();
        if (event[EventKey::outOfMemory].toBool())
            events.outOfMemory[rank] = u"memory.events of the run's control group: oom_kill"_s;
    } else if (kind == EventName::failing) {
        events.firstFailed = rank;
    } else if (kind == EventName::cancel) {
        events.cancelRequested = timeOf(event);
    } else if (kind == EventName::timeLimit) {
        events.timedOut = timeOf(event);
    } else if (kind == EventName::error) {
        events.error = event[EventKey::text].toString();
    } else if (kind == EventName::unkillable) {
        events.unkillable = event[EventKey::count].toInt();
    } else if (kind == EventName::end) {
        events.outcome = launchOutcomeFromWord(event[EventKey::outcome].toString());
        events.ended = timeOf(event);
    }
}

} // namespace

QString toWord(LaunchOutcome outcome)
{
    for (const auto &[value, word] : outcomeWords) {
        if (value == outcome)
            return QString::fromLatin1(word);
    }
    std::unreachable();
}

std::optional<LaunchOutcome> launchOutcomeFromWord(QStringView word)
{
    for (const auto &[value, text] : outcomeWords) {
        if (word == QLatin1StringView(text))
            return value;
    }
    return std::nullopt;
}

QString eventsFile(const QString &stateFolder)
{
    return stateFolder + u"/events.jsonl"_s;
}

LaunchEvents readEvents(const QString &file)
{
    LaunchEvents events;
    QFile in(file);
    if (!in.open(QIODevice::ReadOnly))
        return events;
    const auto lines = in.readAll().split('\n');
    for (const QByteArray &line : lines) {
        const auto document = QJsonDocument::fromJson(line);
        if (document.isObject())
            apply(events, document.object());
        events.unfinished = !line.isEmpty() && !document.isObject();
    }
    std::ranges::sort(events.ranks, {}, &RankOutcome::rank);
    return events;
}

} // namespace Roost::Service::Launch
