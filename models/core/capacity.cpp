// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/capacity.h"

#include "models/core/localcompute.h"
#include "models/core/words.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace Roost {

namespace {

constexpr int maxProcessesPerCore = 32;

bool usesGpus(const Job &job, const Compute &compute)
{
    const auto devices = job.environmentVariables.constFind(u"CUDA_VISIBLE_DEVICES"_s);
    const bool hidden = devices != job.environmentVariables.cend() && (devices->isEmpty() || *devices == "-1"_L1);
    return compute.gpus > 0 && !hidden;
}

QString nodesText(int requested, int available, const QString &compute)
{
    if (available != 1)
        return Words::tr("%1 has at most %n nodes; you ask for %2.", nullptr, available)
            .arg(compute, QString::number(requested));
    const QString text = Words::tr("%1 has 1 node; you ask for %2.").arg(compute, QString::number(requested));
    return isLocalCompute(compute)
               ? text + u' ' + Words::tr("Ask for one node with more processes, or create a compute with nodes.")
               : text;
}

QString gpusText(int requested, int available, const QString &compute)
{
    return Words::tr("A node of %1 has %2; you ask for %3 on it. To run on the CPU set the variable "
                     "CUDA_VISIBLE_DEVICES to -1.",
                     "2 GPUs, 3 processes")
        .arg(compute, available == 1 ? Words::tr("1 GPU") : Words::tr("%n GPUs", nullptr, available),
             Words::tr("%n processes", nullptr, requested));
}

} // namespace

QList<LimitViolation> limitViolations(const Job &job, const Compute &compute)
{
    using Limit = LimitViolation::Limit;
    QList<LimitViolation> violations;
    const auto compare = [&violations](Limit limit, int requested, int available) {
        if (requested > available)
            violations += LimitViolation{limit, requested, available};
    };
    compare(Limit::Nodes, job.instanceCount, compute.maxNodes);
    const int processes = job.distribution.processesPerNode;
    if (usesGpus(job, compute))
        compare(Limit::Gpus, processes, compute.gpus);
    else if (compute.cores > 0)
        compare(Limit::Cores, processes, compute.cores * maxProcessesPerCore);
    return violations;
}

QString limitText(const LimitViolation &violation, const QString &compute)
{
    const auto &[limit, requested, available] = violation;
    switch (limit) {
    case LimitViolation::Limit::Nodes:
        return nodesText(requested, available, compute);
    case LimitViolation::Limit::Gpus:
        return gpusText(requested, available, compute);
    case LimitViolation::Limit::Cores:
        return Words::tr("A node of %1 takes %n processes at most; you ask for %2.", nullptr, available)
            .arg(compute, QString::number(requested));
    }
    std::unreachable();
}

} // namespace Roost
