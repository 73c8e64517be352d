// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/api/mlflow/values.h"

#include "models/service/api/mlflow/names.h"
#include "models/service/store/tracking/datasetstore.h"
#include "models/service/store/tracking/metricstore.h"

using namespace Qt::StringLiterals;

namespace Roost::Service::Mlflow {

using namespace Store;
using namespace Wire;

MlflowExperiment experimentValue(Connection &connection, const ExperimentRow &row)
{
    return {row, QString::number(row.id), ExperimentStore(connection).tags(row.id)};
}

QString artifactUri(const RunRow &run)
{
    return below(run.artifactLocation, run.id + u"/artifacts"_s);
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

MlflowRun runValue(Connection &connection, const RunRow &run)
{
    const RunStore runs(connection);
    const LoggedModelStore models(connection);
    MlflowRun value = runInfoValue(run);
    const auto latest = MetricStore(connection).latest(run.seq);
    for (const LatestMetric &metric : latest)
        value.metrics.append({metric.key, metric.point, {}});
    value.params = runs.params(run.seq);
    value.tags = runs.tags(run.seq);
    value.datasets = DatasetStore(connection).inputs(run.seq);
    value.modelInputs = models.inputsOf(run.seq);
    value.modelOutputs = models.outputsOf(run.seq);
    return value;
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
