// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/job.h"
#include "models/wire/azureml/ids.h"

#include <QDateTime>
#include <QTimeZone>

namespace Roost::Wire {

using namespace Qt::StringLiterals;

inline const WorkspaceId ws = WorkspaceId::local(u"birds"_s);
inline const QDateTime noon(QDate(2026, 11, 23), QTime(12, 0, 0, 250), QTimeZone::UTC);

/// Returns a job with a value in each field that the protocol transmits.
inline Job wholeJob()
{
    Job job;
    job.name = u"calm-finch-42"_s;
    job.displayName = u"birds 2x4"_s;
    job.experiment = u"pytorch-birds"_s;
    job.description = u"d"_s;
    job.command = u"python train.py --epochs ${{inputs.epochs}}"_s;
    job.codeId = versionId(ws, u"codes"_s, u"c1"_s, u"1"_s);
    job.environment = {u"pytorch"_s, u"3"_s, {}, {}};
    job.compute = u"gpu-cluster"_s;
    job.distribution = {Distribution::Type::PyTorch, 4};
    job.instanceCount = 2;
    job.shmSize = u"8g"_s;
    job.timeoutSeconds = 21600;
    job.environmentVariables = {{u"NCCL_DEBUG"_s, u"WARN"_s}};
    job.inputs = {{u"epochs"_s, u"30"_s}};
    job.tags = {{u"team"_s, u"vision"_s}};
    job.properties = {{u"git"_s, u"0af3"_s}};
    return job;
}

} // namespace Roost::Wire
