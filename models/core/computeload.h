// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/future.h"
#include "models/core/timepoint.h"

#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace Roost {

/// The load of one GPU. Sizes are in bytes. A GPU that is divided (MIG) reports no utilization.
struct GpuLoad
{
    /// The number by which the driver lists the GPU.
    int index = 0;
    QString name;
    std::optional<double> utilizationPercent;
    qint64 memoryUsed = 0;
    qint64 memoryTotal = 0;
    std::optional<double> powerWatts;
    std::optional<double> temperatureCelsius;
    bool operator==(const GpuLoad &) const = default;
};

/// The load of one machine. Sizes are in bytes, rates in bytes per second; -1 if not known.
struct NodeLoad
{
    QString node;
    TimePoint time;
    int cores = 0;
    /// From 0 to 100, over all cores.
    double processorPercent = 0;
    qint64 memoryUsed = -1;
    qint64 memoryTotal = -1;
    qint64 diskUsed = -1;
    qint64 diskTotal = -1;
    double diskReadRate = -1;
    double diskWriteRate = -1;
    double networkReceiveRate = -1;
    double networkSendRate = -1;
    QList<GpuLoad> gpus;
    bool operator==(const NodeLoad &) const = default;
};

/// The form of a node's load in samples of a run (models/load/loadsample.h) and in the reply of the service. What is
/// not known is left out.
QJsonObject toJson(const NodeLoad &load);
NodeLoad nodeLoadFrom(const QJsonObject &json);

/// Measures the load of a compute. An extension of the local service.
class ComputeLoad
{
public:
    virtual ~ComputeLoad() = default;
    virtual Future<QList<NodeLoad>> load(const QString &compute) = 0;
};

} // namespace Roost
