// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace Roost::Service {

/// What this machine offers to runs.
struct Machine
{
    int cores = 1;
    qint64 memoryBytes = 0;
    /// Models of the GPUs found, in the order of their indices.
    QStringList gpus;

    /// Processes that may run at once: one a GPU, or one a core where there is none.
    int slotCount() const;
    /// "8 cores, 32 GB, 2 x NVIDIA RTX A4000"
    QString summary() const;

    bool operator==(const Machine &) const = default;
};

/// Looked up without starting anything. `root` is where /proc and /sys are found; for tests.
Machine thisMachine(const QString &root = {});

} // namespace Roost::Service
