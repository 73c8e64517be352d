// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wire/azureml/runproperties.h"

#include "models/core/runkeys.h"
#include "models/wire/azureml/cause.h"
#include "models/wire/json.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Roost::Wire {

namespace {

QString printList(const QJsonArray &list)
{
    return list.isEmpty() ? QString() : QString::fromUtf8(QJsonDocument(list).toJson(QJsonDocument::Compact));
}

QJsonArray readList(const QString &text)
{
    return QJsonDocument::fromJson(text.toUtf8()).array();
}

QString printObject(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QJsonObject readObject(const QString &text)
{
    return QJsonDocument::fromJson(text.toUtf8()).object();
}

std::optional<int> smallInteger(const QJsonValue &value)
{
    if (!value.isDouble())
        return std::nullopt;
    return value.toInt();
}

} // namespace

StringMap withRunProperties(const Run &run)
{
    auto properties = run.properties;
    const auto set = [&properties](const QString &key, const QString &value) {
        if (!value.isEmpty())
            properties.insert(key, value);
    };
    set(PropertyName::experiment, run.experiment);
    set(PropertyName::queueReason, run.queueReason);
    set(PropertyName::phases, phasesToText(run.phases));
    set(PropertyName::ranks, ranksToText(run.ranks));
    set(PropertyName::cause, causeToText(run.cause));
    set(PropertyName::progress, progressToText(run.progress));
    set(PropertyName::resources, resourcesToText(run.resources));
    return properties;
}

void extractRunFields(Run &run)
{
    // Run history contains only the id of the experiment.
    if (const QString experiment = run.properties.take(PropertyName::experiment); !experiment.isEmpty())
        run.experiment = experiment;
    run.queueReason = run.properties.take(PropertyName::queueReason);
    run.phases = phasesFromText(run.properties.take(PropertyName::phases));
    run.ranks = ranksFromText(run.properties.take(PropertyName::ranks));
    run.cause = causeFromText(run.properties.take(PropertyName::cause));
    run.progress = progressFromText(run.properties.take(PropertyName::progress));
    run.resources = resourcesFromText(run.properties.take(PropertyName::resources));
}

QString phasesToText(const QList<PhaseTimes> &phases)
{
    QJsonArray list;
    for (const auto &one : phases) {
        QJsonObject json{{u"phase"_s, toWord(one.phase)}};
        put(json, u"enteredUtc"_s, fromUtc(one.entered));
        put(json, u"leftUtc"_s, fromUtc(one.left));
        list.append(json);
    }
    return printList(list);
}

QList<PhaseTimes> phasesFromText(const QString &text)
{
    QList<PhaseTimes> phases;
    for (const auto &value : readList(text)) {
        const auto json = value.toObject();
        if (const auto phase = phaseFromWord(json.value("phase"_L1).toString()))
            phases.append({*phase, utc(json.value("enteredUtc"_L1)), utc(json.value("leftUtc"_L1))});
    }
    return phases;
}

QString ranksToText(const QList<RankOutcome> &ranks)
{
    QJsonArray list;
    for (const auto &one : ranks) {
        QJsonObject json{{u"rank"_s, one.rank}};
        if (one.exitCode)
            json.insert(u"exitCode"_s, *one.exitCode);
        if (one.signal)
            json.insert(u"signal"_s, *one.signal);
        put(json, u"startedUtc"_s, fromUtc(one.started));
        put(json, u"endedUtc"_s, fromUtc(one.ended));
        put(json, u"lastLine"_s, one.lastLine);
        list.append(json);
    }
    return printList(list);
}

QList<RankOutcome> ranksFromText(const QString &text)
{
    QList<RankOutcome> ranks;
    for (const auto &value : readList(text)) {
        const auto json = value.toObject();
        if (!json.value("rank"_L1).isDouble())
            continue;
        ranks.append({json.value("rank"_L1).toInt(), smallInteger(json.value("exitCode"_L1)),
                      smallInteger(json.value("signal"_L1)), utc(json.value("startedUtc"_L1)),
                      utc(json.value("endedUtc"_L1)), json.value("lastLine"_L1).toString()});
    }
    return ranks;
}

QString progressToText(const std::optional<RunProgress> &progress)
{
    if (!progress)
        return {};
    QJsonObject json{{u"done"_s, progress->done}, {u"total"_s, progress->total}};
    put(json, u"unit"_s, progress->unit);
    if (progress->secondsLeft)
        json.insert(u"secondsLeft"_s, *progress->secondsLeft);
    return printObject(json);
}

std::optional<RunProgress> progressFromText(const QString &text)
{
    const auto json = readObject(text);
    if (!json.value("done"_L1).isDouble())
        return std::nullopt;
    return RunProgress{json.value("done"_L1).toDouble(), json.value("total"_L1).toDouble(),
                       json.value("unit"_L1).toString(), number(json.value("secondsLeft"_L1))};
}

QString resourcesToText(const std::optional<RunResources> &resources)
{
    if (!resources)
        return {};
    QJsonObject json{{u"peakMemory"_s, resources->peakMemory}, {u"peakGpuMemory"_s, resources->peakGpuMemory}};
    if (resources->meanProcessorPercent)
        json.insert(u"meanProcessorPercent"_s, *resources->meanProcessorPercent);
    if (resources->meanGpuPercent)
        json.insert(u"meanGpuPercent"_s, *resources->meanGpuPercent);
    return printObject(json);
}

std::optional<RunResources> resourcesFromText(const QString &text)
{
    const auto json = readObject(text);
    if (json.isEmpty())
        return std::nullopt;
    return RunResources{json.value("peakMemory"_L1).toInteger(-1), json.value("peakGpuMemory"_L1).toInteger(-1),
                        number(json.value("meanProcessorPercent"_L1)), number(json.value("meanGpuPercent"_L1))};
}

} // namespace Roost::Wire
