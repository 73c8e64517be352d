// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/computeload.h"

#include <QHash>

#include <chrono>

namespace Roost::Load {

/// Measures the load of this machine from /proc. Rates and percentages are means since the previous sample, or since
/// construction.
class NodeSampler
{
public:
    /// `diskPath` is in the file system whose use is reported. `root` contains /proc and /sys; tests pass another one.
    explicit NodeSampler(QString diskPath, QString root = {});

    /// Everything but the GPUs.
    NodeLoad sample();
    /// The bytes that the network has moved between construction and the last sample.
    qint64 networkReceived() const { return qint64(m_now.received - m_first.received); }
    qint64 networkSent() const { return qint64(m_now.sent - m_first.sent); }

private:
    struct Counters
    {
        std::chrono::steady_clock::time_point time;
        int cores = 0;
        quint64 busyTicks = 0;
        quint64 allTicks = 0;
        quint64 readSectors = 0;
        quint64 writtenSectors = 0;
        quint64 received = 0;
        quint64 sent = 0;
        bool hasDisks = false;
        bool hasNetwork = false;
    };

    Counters count();
    QByteArray read(const char *file) const;
    void countProcessors(Counters &counters) const;
    void countDisks(Counters &counters);
    void countNetwork(Counters &counters);
    bool isDevice(const QByteArray &folder, const QByteArray &name);
    void setMemory(NodeLoad &load) const;
    void setDisk(NodeLoad &load) const;

    QString m_diskPath;
    QByteArray m_root;
    QHash<QByteArray, bool> m_devices;
    Counters m_first;
    Counters m_now;
};

} // namespace Roost::Load
