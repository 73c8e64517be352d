// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"
#include "models/core/job.h"
#include "models/wire/azureml/ids.h"

#include <QJsonObject>

namespace Roost::Wire {

/// The body of PUT jobs/NAME. Code is job.codeId, the environment must be a registered one.
QJsonObject jobBody(const Job &job, const WorkspaceId &workspace);

/// The job in such a body. Rejected, naming the place, when it is no command job this program can run.
Result<Job> jobFromBody(const QString &name, const QJsonObject &body);

/// The job in a jobs/NAME resource, whatever service wrote it: what is not understood is left out.
Job jobFromResource(const QJsonObject &resource);

QJsonObject toJson(const Distribution &distribution);
Distribution distributionFrom(const QJsonObject &json);

} // namespace Roost::Wire
