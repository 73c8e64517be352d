// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"
#include "models/core/job.h"
#include "models/wire/azureml/ids.h"

#include <QJsonObject>

#include <optional>

namespace Roost::Wire {

/// The body of PUT jobs/NAME. Code is job.codeId, the environment must be a registered one.
QJsonObject jobBody(const Job &job, const WorkspaceId &workspace);

/// The job in such a body. Rejected, naming the place, if it is not a command job that this program can run.
Result<Job> jobFromBody(const QString &name, const QJsonObject &body);

/// A PUT of a job as the service reads it.
struct JobRequest
{
    Job job;
    /// The ids as written; jobFromBody() rejects a body without an environment.
    QString environmentId;
    QString computeId;
    QString parentJobName;
    std::optional<bool> isArchived;
    /// Whether the body states them: an update replaces only stated members.
    bool hasTags = false;
    bool hasDescription = false;
};
Result<JobRequest> jobRequestFrom(const QString &name, const QJsonObject &body);

// Of a body as it came, in text.

/// Whether the output `name` is one file rather than a folder.
bool isFileOutput(const QByteArray &body, const QString &name);
/// The body with other environment variables, if it has any.
QByteArray withVariables(const QByteArray &body, const StringMap &variables);

/// The job in a jobs/NAME resource of any service; unknown parts are left out.
Job jobFromResource(const QJsonObject &resource);

QJsonObject toJson(const Distribution &distribution);
Distribution distributionFrom(const QJsonObject &json);

} // namespace Roost::Wire
