// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/launch/local/machine.h"

#include <QDir>
#include <QFile>
#include <QThread>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Roost::Service::Launch {

namespace {

QString valueIn(const QString &file, const QString &key)
{
    QFile in(file);
    if (!in.open(QIODevice::ReadOnly))
        return {};
    const auto lines = QString::fromUtf8(in.readAll()).split(u'\n');
    for (const QString &line : lines) {
        if (line.startsWith(key))
            return line.mid(key.size()).trimmed();
    }
    return {};
}

QStringList nvidiaGpus(const QString &root)
{
    const QDir folder(root + u"/proc/driver/nvidia/gpus"_s);
    QStringList found;
    for (const QString &entry : folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        const QString model = valueIn(folder.filePath(entry) + u"/information"_s, u"Model:"_s);
        found += model.isEmpty() ? u"NVIDIA GPU"_s : model;
    }
    return found;
}

// Returns the GPUs among the nodes: those with SIMD units; the other nodes are processors.
QStringList amdGpus(const QString &root)
{
    const QDir folder(root + u"/sys/class/kfd/kfd/topology/nodes"_s);
    QStringList found;
    for (const QString &entry : folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        if (valueIn(folder.filePath(entry) + u"/properties"_s, u"simd_count "_s).toInt() > 0)
            found += u"AMD GPU"_s;
    }
    return found;
}

// Keeps the GPUs of the list. Like CUDA, ignores the list from the first entry on that is not a device.
void restrictTo(Machine &machine, const QString &visible)
{
    const QStringList all = std::exchange(machine.gpus, {});
    const auto names = visible.split(u',');
    for (const QString &name : names) {
        const QString device = name.trimmed();
        bool isIndex = false;
        const int index = device.toInt(&isIndex);
        const bool isIdentifier = device.startsWith("GPU-"_L1) || device.startsWith("MIG-"_L1);
        if (!isIdentifier && (!isIndex || index < 0 || index >= all.size()))
            return;
        machine.gpus += isIndex ? all[index] : all.value(0, u"NVIDIA GPU"_s);
        machine.devices += device;
    }
}

} // namespace

int Machine::slotCount() const
{
    return gpus.isEmpty() ? std::max(1, cores) : int(gpus.size());
}

QString Machine::summary() const
{
    QStringList parts{cores == 1 ? u"1 core"_s : u"%1 cores"_s.arg(cores)};
    if (memoryBytes > 0)
        parts += u"%1 GB"_s.arg(qRound64(double(memoryBytes) / (1 << 30)));
    QStringList kinds = gpus;
    kinds.removeDuplicates();
    for (const QString &kind : std::as_const(kinds))
        parts += u"%1 x %2"_s.arg(gpus.count(kind)).arg(kind);
    return parts.join(u", "_s);
}

std::optional<QString> visibleDevices()
{
    constexpr auto name = "CUDA_VISIBLE_DEVICES";
    return qEnvironmentVariableIsSet(name) ? std::optional(qEnvironmentVariable(name)) : std::nullopt;
}

Machine thisMachine(const QString &root, const std::optional<QString> &visible)
{
    Machine machine;
    machine.cores = QThread::idealThreadCount();
    machine.memoryBytes = valueIn(root + u"/proc/meminfo"_s, u"MemTotal:"_s).section(u' ', 0, 0).toLongLong() * 1024;
    machine.gpus = nvidiaGpus(root) + amdGpus(root);
    if (visible)
        restrictTo(machine, *visible);
    return machine;
}

} // namespace Roost::Service::Launch
