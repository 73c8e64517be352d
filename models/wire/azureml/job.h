// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"
#include "models/core/job.h"
#include "models/wire/azureml/ids.h"

#include <QJsonObject>

#include <optional>

namespace Roost::Wire {

/// Returns the body of PUT jobs/NAME. The code is job.codeId; the environment must be registered.
QJsonObject jobBody(const Job &job, const WorkspaceId &workspace);

/// Reads the job in such a body. Rejected, naming the place, if it is not a command job that this program can run.
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
    /// Whether the body contains them: an update replaces only the members that it contains.
    bool hasTags = false;
    bool hasDescription = false;
};
Result<JobRequest> jobRequestFrom(const QString &name, const QJsonObject &body);

// The functions below read the unchanged text of a request's body.

/// Returns whether the output `name` is one file and not a folder.
bool isFileOutput(const QByteArray &body, const QString &name);
/// Replaces the environment variables in the body, if it has any.
QByteArray withVariables(const QByteArray &body, const StringMap &variables);

/// Reads the job in a jobs/NAME resource of any service; unknown parts are left out.
Job jobFromResource(const QJsonObject &resource);

/// Writes the property that keeps the metrics of a job, PropertyName::metrics.
QString metricsToText(const MetricDefinitions &metrics);
QJsonObject toJson(const Distribution &distribution);
Distribution distributionFrom(const QJsonObject &json);

} // namespace Roost::Wire
