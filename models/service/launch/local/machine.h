// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <optional>

namespace Roost::Service::Launch {

/// The resources of this machine.
struct Machine
{
    int cores = 1;
    qint64 memoryBytes = 0;
    /// The models of the GPUs found, in the order of their indices.
    QStringList gpus;
    /// The names of the GPUs for CUDA_VISIBLE_DEVICES; empty means their indices.
    QStringList devices;

    /// Returns the name for CUDA_VISIBLE_DEVICES of the GPU at this index in `gpus`.
    QString device(int gpu) const { return devices.value(gpu, QString::number(gpu)); }
    /// Returns the number of processes that may run at once: one per GPU, or one per core without GPUs.
    int slotCount() const;
    /// Returns for example "8 cores, 32 GB, 2 x NVIDIA RTX A4000".
    QString summary() const;

    bool operator==(const Machine &) const = default;
};

/// Returns the value of CUDA_VISIBLE_DEVICES at the start of this process; nullopt if it was not set.
std::optional<QString> visibleDevices();

/// Determines the resources of the machine without starting a process. `root` contains /proc and /sys; tests pass
/// another one. If this process may use only the `visible` GPUs (because of a cluster's allocation or the user's
/// setting), the other GPUs are left out.
Machine thisMachine(const QString &root = {}, const std::optional<QString> &visible = visibleDevices());

} // namespace Roost::Service::Launch
