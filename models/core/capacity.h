// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/compute.h"
#include "models/core/job.h"

#include <QList>

namespace Roost {

/// What a job asks for that its compute does not have, with the numbers.
struct Excess
{
    enum class Of {
        Nodes,
        Gpus,  // processes on a node with GPUs, one for each
        Cores, // processes on a node without, far more than can make headway
    };
    Of of = Of::Nodes;
    int asked = 0;
    int most = 0;
    bool operator==(const Excess &) const = default;
};

/// Empty if the compute has enough, or does not say what it has. Cores may be shared: a few processes a core are
/// how one tries out on a laptop what is to run on a cluster. A job that hides the GPUs from its processes
/// (CUDA_VISIBLE_DEVICES empty or -1) needs none.
QList<Excess> excessOf(const Job &job, const Compute &compute);

} // namespace Roost
