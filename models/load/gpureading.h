// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/computeload.h"

#include <QMap>

#include <sys/types.h>

namespace Roost::Load {

/// A GPU and the bytes that each process uses on it.
struct GpuState
{
    GpuLoad load;
    /// "GPU-...", as CUDA_VISIBLE_DEVICES names it.
    QString uuid;
    QMap<pid_t, qint64> processes;
    bool operator==(const GpuState &) const = default;
};

/// The GPUs of the machine at one time.
struct GpuReading
{
    QList<GpuState> gpus;
    /// Why GPUs, or a part of what they report, are not known, as one sentence; empty if everything is known.
    QString problem;
    bool operator==(const GpuReading &) const = default;
};

QByteArray toLine(const GpuReading &reading);
GpuReading readingFrom(const QByteArray &line);

/// Returns the GPUs that a run sees. `devices` are entries of CUDA_VISIBLE_DEVICES: the index or the beginning of the
/// identifier of a GPU. All GPUs if the list is empty or names another kind of device.
QList<GpuState> visibleGpus(const QList<GpuState> &gpus, const QStringList &devices);

} // namespace Roost::Load
