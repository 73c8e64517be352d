// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/capacity.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Roost {

namespace {

constexpr int processesOnCore = 32;

bool usesGpus(const Job &job, const Compute &compute)
{
    const auto devices = job.environmentVariables.constFind(u"CUDA_VISIBLE_DEVICES"_s);
    const bool hidden = devices != job.environmentVariables.cend() && (devices->isEmpty() || *devices == "-1"_L1);
    return compute.gpus > 0 && !hidden;
}

} // namespace

QList<Excess> excessOf(const Job &job, const Compute &compute)
{
    QList<Excess> excess;
    const auto compare = [&excess](Excess::Of of, int asked, int most) {
        if (asked > most)
            excess += Excess{of, asked, most};
    };
    compare(Excess::Of::Nodes, job.instanceCount, std::max(1, compute.maxNodes));
    const int processes = job.distribution.processesPerNode;
    if (usesGpus(job, compute))
        compare(Excess::Of::Gpus, processes, compute.gpus);
    else if (compute.cores > 0)
        compare(Excess::Of::Cores, processes, compute.cores * processesOnCore);
    return excess;
}

} // namespace Roost
