// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/api/azureml/arm.h"
#include "models/service/api/azureml/runvalues.h"

namespace Roost::Service {

/// Run history's shapes of what the database holds, and the look-ups its routes share.

Result<RunAggregate> findRun(AzureMl &azure, const QString &id);
/// The run that the route names ({run}); NotFound as well when it is of another experiment than the route says.
Result<RunAggregate> runOfRequest(const Request &request, AzureMl &azure);
/// The name of the experiment that the route names by {experiment} or {experimentId}; empty when by neither.
Result<QString> experimentOfRequest(const Request &request, AzureMl &azure);

QJsonObject historyRunOf(const RunAggregate &whole);
QJsonObject runDetailsOf(AzureMl &azure, const RunAggregate &whole, const QList<FileRef> &logs);
/// What the run was asked to be, in the words of the classic run configuration; empty where it was no job.
QJsonObject runDefinitionOf(const RunAggregate &whole);
/// {"job": properties of the job resource}
QJsonObject jobSpecificationOf(AzureMl &azure, const RunAggregate &whole);

/// Whether a person would read this artifact to see what the run did.
bool isLog(const QString &path);

/// The run that the route names, as it is now.
Result<Response> runAnswer(Request &request, AzureMl &azure);
Result<Response> experimentAnswer(Request &request, AzureMl &azure);
Result<Response> experimentsAnswer(Request &request, AzureMl &azure);

} // namespace Roost::Service
