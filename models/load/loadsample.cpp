// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/load/loadsample.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Roost::Load {

namespace {

QJsonObject toJson(const RankLoad &load)
{
    QJsonObject json{{"rank"_L1, load.rank},
                     {"processor"_L1, load.processorPercent},
                     {"memory"_L1, load.memory},
                     {"diskReadRate"_L1, load.diskReadRate},
                     {"diskWriteRate"_L1, load.diskWriteRate},
                     {"threads"_L1, load.threads},
                     {"processes"_L1, load.processes}};
    QJsonObject gpus;
    for (const auto &[index, bytes] : load.gpuMemory.asKeyValueRange())
        gpus.insert(QString::number(index), bytes);
    if (!gpus.isEmpty())
        json.insert("gpuMemory"_L1, gpus);
    return json;
}

RankLoad rankLoadFrom(const QJsonObject &json)
{
    RankLoad load{json["rank"_L1].toInt(),
                  json["processor"_L1].toDouble(),
                  json["memory"_L1].toInteger(),
                  json["diskReadRate"_L1].toDouble(),
                  json["diskWriteRate"_L1].toDouble(),
                  json["threads"_L1].toInt(),
                  json["processes"_L1].toInt(),
                  {}};
    const QJsonObject gpus = json["gpuMemory"_L1].toObject();
    for (auto it = gpus.begin(); it != gpus.end(); ++it)
        load.gpuMemory.insert(it.key().toInt(), it.value().toInteger());
    return load;
}

} // namespace

QString loadFile(const QString &stateFolder)
{
    return stateFolder + u"/load.jsonl"_s;
}

QByteArray toLine(const LoadSample &sample)
{
    QJsonArray ranks;
    for (const RankLoad &rank : sample.ranks)
        ranks.append(toJson(rank));
    QJsonObject json{{"node"_L1, Roost::toJson(sample.node)},
                     {"networkReceived"_L1, sample.networkReceived},
                     {"networkSent"_L1, sample.networkSent},
                     {"ranks"_L1, ranks}};
    if (!sample.notice.isEmpty())
        json.insert("notice"_L1, sample.notice);
    return QJsonDocument(json).toJson(QJsonDocument::Compact) + '\n';
}

std::optional<LoadSample> sampleFrom(QByteArrayView line)
{
    const QJsonObject json = QJsonDocument::fromJson(line.toByteArray()).object();
    const QJsonObject node = json["node"_L1].toObject();
    if (node["time"_L1].toInteger() <= 0)
        return std::nullopt;
    LoadSample sample{nodeLoadFrom(node),
                      json["networkReceived"_L1].toInteger(),
                      json["networkSent"_L1].toInteger(),
                      {},
                      json["notice"_L1].toString()};
    const QJsonArray ranks = json["ranks"_L1].toArray();
    for (const QJsonValue rank : ranks)
        sample.ranks += rankLoadFrom(rank.toObject());
    return sample;
}

} // namespace Roost::Load
