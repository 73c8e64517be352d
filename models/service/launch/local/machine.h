// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <optional>

namespace Roost::Service::Launch {

/// What this machine offers to runs.
struct Machine
{
    int cores = 1;
    qint64 memoryBytes = 0;
    /// Models of the GPUs found, in the order of their indices.
    QStringList gpus;
    /// What CUDA_VISIBLE_DEVICES calls each of them; empty: their indices.
    QStringList devices;

    /// What CUDA_VISIBLE_DEVICES calls the one of that place in `gpus`.
    QString device(int gpu) const { return devices.value(gpu, QString::number(gpu)); }
    /// Processes that may run at once: one a GPU, or one a core where there is none.
    int slotCount() const;
    /// "8 cores, 32 GB, 2 x NVIDIA RTX A4000"
    QString summary() const;

    bool operator==(const Machine &) const = default;
};

/// The CUDA_VISIBLE_DEVICES that this process was started with; nullopt where there is none.
std::optional<QString> visibleDevices();

/// Looked up without starting anything. `root` is where /proc and /sys are found; for tests. Where this process may see
/// `visible` GPUs only (by a cluster's allocation or the user's setting), the machine has no others.
Machine thisMachine(const QString &root = {}, const std::optional<QString> &visible = visibleDevices());

} // namespace Roost::Service::Launch
