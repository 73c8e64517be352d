// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/api/mlflow/values.h"

#include "models/core/runkeys.h"
#include "models/service/store/tracking/runrecords.h"

using namespace Qt::StringLiterals;

namespace Roost::Service::Mlflow {

using namespace Store;
using namespace Wire;

MlflowExperiment experimentValue(Connection &connection, const ExperimentRow &row)
{
    return {row, QString::number(row.id), ExperimentStore(connection).tags(row.id)};
}

MlflowRun runInfoValue(const RunRow &run)
{
    MlflowRun value;
    value.id = run.id;
    value.name = run.displayName;
    value.experimentId = QString::number(run.experiment);
    value.user = run.user;
    value.status = run.status;
    value.artifactUri = artifactUri(run);
    value.deleted = run.deleted;
    value.started = run.started.isValid() ? run.started : run.created;
    value.ended = run.ended;
    return value;
}

namespace {

QList<MlflowRun> readableValues(Connection &connection, const QList<RunRow> &runs)
{
    QList<qint64> numbers;
    for (const RunRow &run : runs)
        numbers.append(run.seq);
    const auto records = recordsOf(connection, numbers);
    QList<MlflowRun> values;
    values.reserve(runs.size());
    for (const RunRow &run : runs) {
        const RunRecords own = records.value(run.seq);
        MlflowRun value = runInfoValue(run);
        for (const LatestMetric &metric : own.metrics)
            value.metrics.append({metric.key, metric.point, {}});
        value.params = own.params;
        value.tags = own.tags;
        value.datasets = own.datasets;
        value.modelInputs = own.modelInputs;
        value.modelOutputs = own.modelOutputs;
        values.append(std::move(value));
    }
    return values;
}

// A search shows a run that cannot be read completely with this description, and all other runs.
MlflowRun damagedValue(const RunRow &run, const Error &error)
{
    qWarning("The run %s: %s", qUtf8Printable(run.id), qUtf8Printable(error.text));
    MlflowRun value = runInfoValue(run);
    value.tags.insert(TagName::note, error.text);
    return value;
}

} // namespace

MlflowRun runValue(Connection &connection, const RunRow &run)
{
    return runValues(connection, {run}).constFirst();
}

QList<MlflowRun> runValues(Connection &connection, const QList<RunRow> &runs)
{
    try {
        return readableValues(connection, runs);
    } catch (const DatabaseFailure &problem) {
        if (problem.error().kind != ErrorKind::Unreadable)
            throw;
        if (runs.size() == 1)
            return {damagedValue(runs.constFirst(), problem.error())};
    }
    QList<MlflowRun> values;
    for (const RunRow &run : runs)
        values.append(runValue(connection, run));
    return values;
}

MlflowLoggedModel loggedModelValue(Connection &connection, const LoggedModelRow &row)
{
    const LoggedModelStore models(connection);
    return {row, QString::number(row.experiment), models.params(row.seq), models.tags(row.seq),
            models.metrics(row.seq)};
}

MlflowModelVersion modelVersionValue(const StoredModel &version)
{
    return {version.model, version.registration, {}};
}

MlflowModel modelValue(Connection &connection, const ModelName &name)
{
    const ModelStore models(connection);
    QList<MlflowModelVersion> latest;
    const auto versions = models.latestOfStages(name.model.name);
    for (const StoredModel &version : versions)
        latest.append(modelVersionValue(version));
    return {name.model, name.updated, latest, models.aliases(name.model.name)};
}

} // namespace Roost::Service::Mlflow
