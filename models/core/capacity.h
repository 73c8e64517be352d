// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/compute.h"
#include "models/core/job.h"

#include <QList>

namespace Roost {

/// A limit of a compute that a job exceeds, with the numbers.
struct LimitViolation
{
    enum class Limit {
        Nodes,
        Gpus,  // processes on a node with GPUs: one for each GPU
        Cores, // processes on a node without GPUs: a multiple of the cores
    };
    Limit limit = Limit::Nodes;
    int requested = 0;
    int available = 0;
    bool operator==(const LimitViolation &) const = default;
};

/// Returns the limits of `compute` that `job` exceeds, `Nodes` first; empty if the compute has enough or does not
/// report what it has. Processes may share cores: running a few processes per core is how users try out on a laptop
/// what will run on a cluster. A job that hides the GPUs from its processes (CUDA_VISIBLE_DEVICES empty or -1) needs no
/// GPUs.
QList<LimitViolation> limitViolations(const Job &job, const Compute &compute);

/// Returns the violation for users, in one or two sentences: what the compute has, what the job requests, and what to
/// do.
QString limitText(const LimitViolation &violation, const QString &compute);

} // namespace Roost
