// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/launch/launchevents.h"

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
    return QDateTime::fromMSecsSinceEpoch(event[u"time"].toInteger(), QTimeZone::UTC);
}

ProcessKey processOf(const QJsonObject &event)
{
    return {pid_t(event[u"pid"].toInteger()), quint64(event[u"startTicks"].toInteger())};
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

void take(LaunchEvents &events, const QJsonObject &event)
{
    const QString what = event[u"event"].toString();
    const int rank = event[u"rank"].toInt(-1);
    if (what == "supervisor"_L1) {
        events.supervisor = processOf(event);
        events.fromEarlierBoot = event[u"boot"].toString() != bootId();
    } else if (what == "started"_L1) {
        rankOf(events, rank).started = timeOf(event);
        events.processes[rank] = processOf(event);
    } else if (what == "ended"_L1) {
        RankOutcome &outcome = rankOf(events, rank);
        outcome.ended = timeOf(event);
        outcome.lastLine = event[u"lastLine"].toString();
        if (event.contains(u"signal"))
            outcome.signal = event[u"signal"].toInt();
        else
            outcome.exitCode = event[u"exitCode"].toInt();
        if (event[u"outOfMemory"].toBool())
            events.outOfMemory.insert(rank);
    } else if (what == "failing"_L1) {
        events.firstFailed = rank;
    } else if (what == "cancel"_L1) {
        events.cancelRequested = timeOf(event);
    } else if (what == "timeLimit"_L1) {
        events.timedOut = timeOf(event);
    } else if (what == "error"_L1) {
        events.error = event[u"text"].toString();
    } else if (what == "unkillable"_L1) {
        events.unkillable = event[u"count"].toInt();
    } else if (what == "end"_L1) {
        events.outcome = launchOutcomeFromWord(event[u"outcome"].toString());
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
            take(events, document.object());
        events.unfinished = !line.isEmpty() && !document.isObject();
    }
    std::ranges::sort(events.ranks, {}, &RankOutcome::rank);
    return events;
}

} // namespace Roost::Service::Launch
