// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/api/azureml/runvalues.h"

#include "models/core/secrets.h"
#include "models/service/store/tracking/metricstore.h"
#include "models/wire/azureml/sentparts.h"

using namespace Qt::StringLiterals;

namespace Roost::Service::AzureMl {

using namespace Jobs;
using namespace Store;

Result<RunAggregate> runAggregate(Connection &connection, const QString &id)
{
    const auto row = RunStore(connection).find(id);
    if (!row)
        return std::unexpected(row.error());
    if (row->deleted)
        return failure(ErrorKind::NotFound, u"The run '%1' was deleted."_s.arg(id));
    return runAggregate(connection, *row);
}

namespace {

// Reads the parts of a run that have their own tables.
void readParts(Connection &connection, RunAggregate &whole)
{
    const RunRow &row = whole.row;
    Run &run = whole.run;
    run.parameters = RunStore(connection).params(row.seq);
    run.tags = RunStore(connection).tags(row.seq);
    run.properties = RunStore(connection).properties(row.seq);
    whole.sent = Wire::extractSent(run.properties);
    const auto metrics = MetricStore(connection).latest(row.seq);
    for (const LatestMetric &metric : metrics)
        run.lastMetrics.insert(metric.key, metric.point.value);
    if (row.isJob) {
        if (auto record = JobRows::find(connection, row.id)) {
            whole.job = std::move(*record);
            // Replies contain no secrets, even while the run needs them.
            whole.job->job.environmentVariables = withSecretsMasked(whole.job->job.environmentVariables);
        }
    }
}

} // namespace

RunAggregate runAggregate(Connection &connection, const RunRow &row)
{
    RunAggregate whole;
    whole.row = row;
    Run &run = whole.run;
    run.id = row.id;
    run.displayName = row.displayName;
    run.experiment = row.experimentName;
    run.description = row.description;
    run.status = row.status;
    run.created = row.created;
    run.started = row.started;
    run.ended = row.ended;
    run.createdBy = row.user;
    run.errorText = row.errorText;
    try {
        readParts(connection, whole);
    } catch (const DatabaseFailure &problem) {
        if (problem.error().kind != ErrorKind::Unreadable)
            throw;
        // A list shows the run with this sentence, and all other runs.
        run.errorText = problem.error().text;
        qWarning("The run %s: %s", qUtf8Printable(row.id), qUtf8Printable(problem.error().text));
    }
    if (whole.job) {
        const JobRecord &record = *whole.job;
        const EnvironmentRef &environment = record.job.environment;
        run.computeName = record.job.compute;
        run.environmentName =
            environment.version.isEmpty() ? environment.name : QString(environment.name % u':' % environment.version);
        run.command = record.job.command;
        run.codeId = record.job.codeId;
        run.distribution = record.job.distribution;
        run.nodeCount = record.job.instanceCount;
        run.environmentVariables = record.job.environmentVariables;
        run.queueReason = record.queueReason;
        run.phases = record.phases;
        run.ranks = record.ranks;
        run.cause = record.cause;
    }
    return whole;
}

void addWriteError(Run &run, const QString &writeError)
{
    if (!writeError.isEmpty() && !isTerminal(run.status))
        run.queueReason = u"What becomes of the run cannot be written down. %1"_s.arg(writeError);
}

} // namespace Roost::Service::AzureMl
