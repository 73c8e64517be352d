// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/api/azureml/arm.h"
#include "models/service/api/azureml/runvalues.h"
#include "models/service/store/tracking/experimentstore.h"

namespace Roost::Service::AzureMl {

// Functions shared by the routes of run history. An object that a route names must exist; otherwise an ApiError is
// thrown.

Result<RunAggregate> findRun(AzureMlApi &azure, const QString &id);
/// Returns the run named by the route ({run}). NotFound also if the run belongs to another experiment than the route
/// names.
RunAggregate runOfRequest(const Http::Request &request, AzureMlApi &azure);
/// Returns the experiment named by the route; NotFound if it does not exist or was deleted.
Store::ExperimentRow experimentOfRequest(const Http::Request &request, AzureMlApi &azure);
/// Returns the name of the experiment given by {experiment} or {experimentId} in the route; empty if the route has
/// neither.
QString experimentNameOfRequest(const Http::Request &request, AzureMlApi &azure);

QJsonObject historyRunOf(const RunAggregate &whole);
/// Returns the job resource of a run that is a job; empty for other runs.
QJsonObject jobResourceOf(AzureMlApi &azure, const RunAggregate &whole);

/// Returns whether the artifact is a log, which shows the user what the run did.
bool isLog(const QString &path);

/// Returns a reply with the current state of the run named by the route.
Http::Response runAnswer(Http::Request &request, AzureMlApi &azure);

using RunHandler = Http::Response (*)(Http::Request &, AzureMlApi &);
/// Adds a route below the runs of run history, such as "/runs/{run}/details", three times: for all runs, for the runs
/// of an experiment by its name, and by its id.
void addHistory(Http::Router &router, AzureMlApi &azure, const QByteArray &method, const QByteArray &pattern,
                RunHandler handler);

} // namespace Roost::Service::AzureMl
