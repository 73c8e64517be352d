// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/compute.h"
#include "models/core/job.h"

#include <QList>

namespace Roost {

/// A request of a job that exceeds what its compute has, with the numbers.
struct Excess
{
    enum class Of {
        Nodes,
        Gpus,  // processes on a node with GPUs; each process needs a GPU
        Cores, // processes on a node without GPUs, far more than its cores can run
    };
    Of of = Of::Nodes;
    int asked = 0;
    int most = 0;
    bool operator==(const Excess &) const = default;
};

/// Returns the requests of `job` that exceed `compute`; empty if the compute has enough or does not report what it has.
/// Processes may share cores: running a few processes per core is how users try out on a laptop what will run on a
/// cluster. A job that hides the GPUs from its processes (CUDA_VISIBLE_DEVICES empty or -1) needs no GPUs.
QList<Excess> excessOf(const Job &job, const Compute &compute);

} // namespace Roost
