// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/load/nodesampler.h"

#include "models/process/processstat.h"

#include <QFile>
#include <QSysInfo>

#include <sys/statvfs.h>
#include <unistd.h>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Roost::Load {

namespace {

constexpr double sectorBytes = 512; // the unit of /proc/diskstats, whatever the sectors of the disk are
// The fields of a line of /proc/diskstats and of /proc/net/dev.
enum DiskField { DiskName = 2, SectorsRead = 5, SectorsWritten = 9 };
enum NetworkField { BytesReceived = 0, BytesSent = 8 };

double rate(quint64 now, quint64 before, double seconds)
{
    return seconds > 0 && now > before ? double(now - before) / seconds : 0;
}

} // namespace

NodeSampler::NodeSampler(QString diskPath, QString root)
    : m_diskPath(std::move(diskPath))
    , m_root(QFile::encodeName(root))
    , m_first(count())
    , m_now(m_first)
{
}

NodeLoad NodeSampler::sample()
{
    const Counters before = std::exchange(m_now, count());
    NodeLoad load;
    load.node = QSysInfo::machineHostName();
    load.time = currentTime();
    load.cores = m_now.cores;
    if (m_now.allTicks > before.allTicks) {
        load.processorPercent = std::clamp(
            100 * rate(m_now.busyTicks, before.busyTicks, double(m_now.allTicks - before.allTicks)), 0., 100.);
    }
    const double seconds = std::chrono::duration<double>(m_now.time - before.time).count();
    if (m_now.hasDisks) {
        load.diskReadRate = sectorBytes * rate(m_now.readSectors, before.readSectors, seconds);
        load.diskWriteRate = sectorBytes * rate(m_now.writtenSectors, before.writtenSectors, seconds);
    }
    if (m_now.hasNetwork) {
        load.networkReceiveRate = rate(m_now.received, before.received, seconds);
        load.networkSendRate = rate(m_now.sent, before.sent, seconds);
    }
    setMemory(load);
    setDisk(load);
    return load;
}

NodeSampler::Counters NodeSampler::count()
{
    Counters counters;
    counters.time = std::chrono::steady_clock::now();
    countProcessors(counters);
    countDisks(counters);
    countNetwork(counters);
    return counters;
}

QByteArray NodeSampler::read(const char *file) const
{
    QByteArray buffer(256 * 1024, Qt::Uninitialized);
    const auto size = Process::readSmallFile(QByteArray(m_root + file).constData(), buffer).size();
    buffer.truncate(size);
    return buffer;
}

void NodeSampler::countProcessors(Counters &counters) const
{
    const auto lines = read("/proc/stat").split('\n');
    for (const QByteArray &line : lines) {
        if (!line.startsWith("cpu"))
            break; // the processors come first
        if (!line.startsWith("cpu ")) {
            ++counters.cores;
            continue;
        }
        // user, nice, system, idle, iowait, irq, softirq, steal; the times of guests are part of user and nice.
        const auto fields = line.simplified().split(' ');
        for (qsizetype i = 1; i < std::min<qsizetype>(fields.size(), 9); ++i) {
            const quint64 ticks = fields[i].toULongLong();
            counters.allTicks += ticks;
            if (i != 4 && i != 5)
                counters.busyTicks += ticks;
        }
    }
}

// A device is a disk or a network interface of its own, not a part or a combination of others.
bool NodeSampler::isDevice(const QByteArray &folder, const QByteArray &name)
{
    const QByteArray path = m_root + folder + name + "/device";
    const auto known = m_devices.constFind(path);
    if (known != m_devices.cend())
        return *known;
    return *m_devices.insert(path, access(path.constData(), F_OK) == 0);
}

void NodeSampler::countDisks(Counters &counters)
{
    const auto lines = read("/proc/diskstats").split('\n');
    for (const QByteArray &line : lines) {
        const auto fields = line.simplified().split(' ');
        if (fields.size() <= SectorsWritten || !isDevice("/sys/block/", fields[DiskName]))
            continue;
        counters.hasDisks = true;
        counters.readSectors += fields[SectorsRead].toULongLong();
        counters.writtenSectors += fields[SectorsWritten].toULongLong();
    }
}

void NodeSampler::countNetwork(Counters &counters)
{
    // In a container no interface has a device; all but the loopback then count.
    Counters others;
    const auto lines = read("/proc/net/dev").split('\n');
    for (const QByteArray &line : lines) {
        const auto colon = line.indexOf(':');
        const QByteArray name = line.left(colon).trimmed();
        const auto fields = line.mid(colon + 1).simplified().split(' ');
        if (colon < 0 || name == "lo" || fields.size() <= BytesSent)
            continue;
        Counters &sum = isDevice("/sys/class/net/", name) ? counters : others;
        sum.hasNetwork = true;
        sum.received += fields[BytesReceived].toULongLong();
        sum.sent += fields[BytesSent].toULongLong();
    }
    if (!counters.hasNetwork) {
        counters.hasNetwork = others.hasNetwork;
        counters.received = others.received;
        counters.sent = others.sent;
    }
}

void NodeSampler::setMemory(NodeLoad &load) const
{
    qint64 total = -1;
    qint64 available = -1;
    const auto lines = read("/proc/meminfo").split('\n');
    for (const QByteArray &line : lines) {
        const auto kilobytes = [&line] { return line.simplified().split(' ').value(1).toLongLong(); };
        if (line.startsWith("MemTotal:"))
            total = kilobytes() * 1024;
        else if (line.startsWith("MemAvailable:"))
            available = kilobytes() * 1024;
    }
    load.memoryTotal = total;
    if (total >= 0 && available >= 0)
        load.memoryUsed = total - available;
}

void NodeSampler::setDisk(NodeLoad &load) const
{
    struct statvfs facts = {};
    if (statvfs(QFile::encodeName(m_diskPath).constData(), &facts) != 0)
        return;
    const auto unit = qint64(facts.f_frsize);
    load.diskTotal = unit * qint64(facts.f_blocks);
    load.diskUsed = load.diskTotal - unit * qint64(facts.f_bfree);
}

} // namespace Roost::Load
