// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/load/gpureading.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Roost::Load {

QByteArray toLine(const GpuReading &reading)
{
    NodeLoad node;
    QJsonArray uuids;
    QJsonArray processes;
    for (const GpuState &gpu : reading.gpus) {
        node.gpus += gpu.load;
        uuids.append(gpu.uuid);
        QJsonObject bytes;
        for (const auto &[pid, used] : gpu.processes.asKeyValueRange())
            bytes.insert(QString::number(pid), used);
        processes.append(bytes);
    }
    return QJsonDocument(QJsonObject{{"load"_L1, toJson(node)},
                                     {"uuids"_L1, uuids},
                                     {"processes"_L1, processes},
                                     {"problem"_L1, reading.problem}})
               .toJson(QJsonDocument::Compact) +
           '\n';
}

GpuReading readingFrom(const QByteArray &line)
{
    const QJsonObject json = QJsonDocument::fromJson(line).object();
    const QJsonArray uuids = json["uuids"_L1].toArray();
    const QJsonArray processes = json["processes"_L1].toArray();
    GpuReading reading;
    reading.problem = json["problem"_L1].toString();
    const auto loads = nodeLoadFrom(json["load"_L1].toObject()).gpus;
    for (qsizetype i = 0; i < loads.size(); ++i) {
        GpuState state{loads[i], uuids.at(i).toString(), {}};
        const QJsonObject bytes = processes.at(i).toObject();
        for (auto it = bytes.begin(); it != bytes.end(); ++it)
            state.processes.insert(pid_t(it.key().toInt()), it.value().toInteger());
        reading.gpus += state;
    }
    return reading;
}

QList<GpuState> visibleGpus(const QList<GpuState> &gpus, const QStringList &devices)
{
    QList<GpuState> visible;
    for (const QString &device : devices) {
        bool isIndex = false;
        const int index = device.toInt(&isIndex);
        const auto found = std::ranges::find_if(gpus, [&](const GpuState &gpu) {
            return isIndex ? gpu.load.index == index : device.startsWith("GPU-"_L1) && gpu.uuid.startsWith(device);
        });
        if (found == gpus.end())
            return gpus;
        visible += *found;
    }
    return devices.isEmpty() ? gpus : visible;
}

} // namespace Roost::Load
