// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/api/azureml/arm.h"
#include "models/service/api/azureml/runvalues.h"

namespace Roost::Service::AzureMl {

/// Run history's shapes of what the database holds, and the look-ups its routes share.

Result<RunAggregate> findRun(AzureMlApi &azure, const QString &id);
/// The run that the route names ({run}); NotFound as well when it is of another experiment than the route says.
Result<RunAggregate> runOfRequest(const Http::Request &request, AzureMlApi &azure);
/// The name of the experiment that the route names by {experiment} or {experimentId}; empty when by neither.
Result<QString> experimentOfRequest(const Http::Request &request, AzureMlApi &azure);

QJsonObject historyRunOf(const RunAggregate &whole);
QJsonObject runDetailsOf(AzureMlApi &azure, const RunAggregate &whole, const QList<FileRef> &logs);
/// What the run was asked to be, in the words of the classic run configuration; empty where it was no job.
QJsonObject runDefinitionOf(const RunAggregate &whole);
/// {"job": properties of the job resource}
QJsonObject jobSpecificationOf(AzureMlApi &azure, const RunAggregate &whole);

/// Whether a person would read this artifact to see what the run did.
bool isLog(const QString &path);

/// The run that the route names, as it is now.
Result<Http::Response> runAnswer(Http::Request &request, AzureMlApi &azure);
Result<Http::Response> experimentAnswer(Http::Request &request, AzureMlApi &azure);
Result<Http::Response> experimentsAnswer(Http::Request &request, AzureMlApi &azure);

} // namespace Roost::Service::AzureMl
