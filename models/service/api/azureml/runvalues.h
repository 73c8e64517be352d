// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/run.h"
#include "models/service/jobs/jobrecord.h"
#include "models/service/store/tracking/runstore.h"

#include <QJsonObject>

#include <optional>

namespace Roost::Service::AzureMl {

/// A run with all its stored data, as values of models/core. For use inside Database::read.
struct RunAggregate
{
    Store::RunRow row;
    Run run;
    /// Set for a run that was submitted as a job.
    std::optional<Jobs::JobRecord> job;
    /// The parts of clients' requests that the service stores and returns unchanged.
    QJsonObject sent;
};

/// Reads a run. NotFound if it does not exist or was deleted.
Result<RunAggregate> runAggregate(Store::Connection &connection, const QString &id);
RunAggregate runAggregate(Store::Connection &connection, const Store::RunRow &row);

/// Adds to a run that is not over the reason why its progress cannot be stored. `writeError` is Database::writeError()
/// and may be empty.
void addWriteError(Run &run, const QString &writeError);

} // namespace Roost::Service::AzureMl
