// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/api/azureml/arm.h"
#include "models/service/api/azureml/runvalues.h"
#include "models/service/store/tracking/experimentstore.h"

namespace Roost::Service::AzureMl {

// The look-ups that routes of run history share.

Result<RunAggregate> findRun(AzureMlApi &azure, const QString &id);
/// The run that the route names ({run}); NotFound as well when it is in another experiment than the route names.
Result<RunAggregate> runOfRequest(const Http::Request &request, AzureMlApi &azure);
/// The experiment that the route names; NotFound where there is none or it was deleted.
Result<Store::ExperimentRow> findExperiment(const Http::Request &request, AzureMlApi &azure);
/// The name of the experiment that the route names by {experiment} or {experimentId}; empty when by neither.
Result<QString> experimentOfRequest(const Http::Request &request, AzureMlApi &azure);

QJsonObject historyRunOf(const RunAggregate &whole);
/// The job resource of a run that is a job; empty for others.
QJsonObject jobResourceOf(AzureMlApi &azure, const RunAggregate &whole);

/// Whether the artifact is a log, which shows people what the run did.
bool isLog(const QString &path);

/// The run that the route names, as it is now.
Result<Http::Response> runAnswer(Http::Request &request, AzureMlApi &azure);

using RunHandler = Result<Http::Response> (*)(Http::Request &, AzureMlApi &);
/// Adds a route below the runs of run history: "/runs/{run}/details" for all runs, for those of an experiment by its
/// name, and for those of an experiment by its id.
void addHistory(Http::Router &router, AzureMlApi &azure, const QByteArray &method, const QByteArray &pattern,
                RunHandler handler);

} // namespace Roost::Service::AzureMl
