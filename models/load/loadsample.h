// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/computeload.h"

#include <QByteArray>
#include <QMap>

#include <optional>

namespace Roost::Load {

/// The load of one rank: of its process and of all descendants. Rates are in bytes per second.
struct RankLoad
{
    int rank = 0;
    /// 100 is one core.
    double processorPercent = 0;
    /// In bytes: the anonymous memory of all processes, plus the files and shared memory that the process with most of
    /// them has mapped. Pages that a forked process has not changed yet count in both processes.
    qint64 memory = 0;
    /// What reached the disk or a network folder; data in the cache of the kernel is not counted.
    double diskReadRate = 0;
    double diskWriteRate = 0;
    int threads = 0;
    int processes = 0;
    /// The bytes that the rank uses on a GPU, by the index of the GPU.
    QMap<int, qint64> gpuMemory;
    bool operator==(const RankLoad &) const = default;
};

/// The load of a run at one time: a line of the file `loadFile()`.
struct LoadSample
{
    NodeLoad node;
    /// The bytes that the network interfaces of the machine have moved since the first sample of the run.
    qint64 networkReceived = 0;
    qint64 networkSent = 0;
    QList<RankLoad> ranks;
    /// Why something is not measured, as one sentence; only in the first sample for which it is true.
    QString notice;
    bool operator==(const LoadSample &) const = default;
};

/// Returns the file of the samples of a run: JSON, one line a sample, in the order of time. A line is written whole;
/// only the last line may be incomplete.
QString loadFile(const QString &stateFolder);

/// Returns the line, with its end.
QByteArray toLine(const LoadSample &sample);
/// Returns nullopt for a damaged line.
std::optional<LoadSample> sampleFrom(QByteArrayView line);

} // namespace Roost::Load
