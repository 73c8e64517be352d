// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/runs/runresources.h"

#include "models/items/base/format.h"

#include <QCoreApplication>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Roost::Items::ResourceText {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ResourceText)
};

QString percent(const std::optional<double> &value)
{
    return value ? Words::tr("%1 %").arg(qint64(std::round(*value))) : QString();
}

} // namespace

QString peakMemory(const Run &run)
{
    return run.resources ? Format::bytes(run.resources->peakMemory) : QString();
}

QString meanGpu(const Run &run)
{
    return run.resources ? percent(run.resources->meanGpuPercent) : QString();
}

QString summary(const Run &run)
{
    if (!run.resources)
        return {};
    QStringList parts;
    if (run.resources->peakMemory >= 0)
        parts += Words::tr("%1 memory").arg(Format::bytes(run.resources->peakMemory));
    if (run.resources->meanProcessorPercent)
        parts += Words::tr("CPU %1").arg(percent(run.resources->meanProcessorPercent));
    if (run.resources->meanGpuPercent)
        parts += Words::tr("GPU %1").arg(percent(run.resources->meanGpuPercent));
    if (run.resources->peakGpuMemory >= 0)
        parts += Words::tr("%1 GPU memory").arg(Format::bytes(run.resources->peakGpuMemory));
    return parts.join(u"  ·  "_s);
}

QString explanation(const Run &run)
{
    if (!run.resources)
        return {};
    return Words::tr(
        "Memory: the most that all ranks used at one time. CPU: the mean, of all cores of the machine. GPU: "
        "the mean over the GPUs of the run.");
}

} // namespace Roost::Items::ResourceText
