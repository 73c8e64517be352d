// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/computeload.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Roost {

namespace {

void put(QJsonObject &json, QLatin1StringView key, double value)
{
    if (value >= 0)
        json.insert(key, value);
}

void put(QJsonObject &json, QLatin1StringView key, qint64 value)
{
    if (value >= 0)
        json.insert(key, value);
}

void put(QJsonObject &json, QLatin1StringView key, const std::optional<double> &value)
{
    if (value)
        json.insert(key, *value);
}

std::optional<double> number(const QJsonValue &value)
{
    return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
}

QJsonObject toJson(const GpuLoad &gpu)
{
    QJsonObject json{{"index"_L1, gpu.index},
                     {"name"_L1, gpu.name},
                     {"memoryUsed"_L1, gpu.memoryUsed},
                     {"memoryTotal"_L1, gpu.memoryTotal}};
    put(json, "utilization"_L1, gpu.utilizationPercent);
    put(json, "watts"_L1, gpu.powerWatts);
    put(json, "celsius"_L1, gpu.temperatureCelsius);
    return json;
}

GpuLoad gpuLoadFrom(const QJsonObject &json)
{
    return {json["index"_L1].toInt(),          json["name"_L1].toString(),         number(json["utilization"_L1]),
            json["memoryUsed"_L1].toInteger(), json["memoryTotal"_L1].toInteger(), number(json["watts"_L1]),
            number(json["celsius"_L1])};
}

} // namespace

QJsonObject toJson(const NodeLoad &load)
{
    QJsonObject json{{"node"_L1, load.node},
                     {"time"_L1, msSinceEpoch(load.time)},
                     {"cores"_L1, load.cores},
                     {"processor"_L1, load.processorPercent}};
    put(json, "memoryUsed"_L1, load.memoryUsed);
    put(json, "memoryTotal"_L1, load.memoryTotal);
    put(json, "diskUsed"_L1, load.diskUsed);
    put(json, "diskTotal"_L1, load.diskTotal);
    put(json, "diskReadRate"_L1, load.diskReadRate);
    put(json, "diskWriteRate"_L1, load.diskWriteRate);
    put(json, "networkReceiveRate"_L1, load.networkReceiveRate);
    put(json, "networkSendRate"_L1, load.networkSendRate);
    QJsonArray gpus;
    for (const GpuLoad &gpu : load.gpus)
        gpus.append(toJson(gpu));
    if (!gpus.isEmpty())
        json.insert("gpus"_L1, gpus);
    return json;
}

NodeLoad nodeLoadFrom(const QJsonObject &json)
{
    NodeLoad load{json["node"_L1].toString(),
                  timePointFromMs(json["time"_L1].toInteger()),
                  json["cores"_L1].toInt(),
                  json["processor"_L1].toDouble(),
                  json["memoryUsed"_L1].toInteger(-1),
                  json["memoryTotal"_L1].toInteger(-1),
                  json["diskUsed"_L1].toInteger(-1),
                  json["diskTotal"_L1].toInteger(-1),
                  json["diskReadRate"_L1].toDouble(-1),
                  json["diskWriteRate"_L1].toDouble(-1),
                  json["networkReceiveRate"_L1].toDouble(-1),
                  json["networkSendRate"_L1].toDouble(-1),
                  {}};
    const QJsonArray gpus = json["gpus"_L1].toArray();
    for (const QJsonValue gpu : gpus)
        load.gpus += gpuLoadFrom(gpu.toObject());
    return load;
}

} // namespace Roost
