// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/api/mlflow/values.h"

#include "models/service/api/mlflow/names.h"
#include "models/service/store/database/columns.h"
#include "models/service/store/tracking/datasetstore.h"
#include "models/service/store/tracking/metricstore.h"

using namespace Qt::StringLiterals;

namespace Roost::Service::Mlflow {

using namespace Store;
using namespace Wire;

namespace {

QList<MlflowRunModel> runModels(const QList<RunModel> &models)
{
    QList<MlflowRunModel> values;
    for (const RunModel &model : models)
        values.append({model.model, model.step});
    return values;
}

} // namespace

Experiment experimentValue(Connection &connection, const ExperimentRow &row)
{
    return {QString::number(row.id),
            row.name,
            row.artifactLocation,
            row.deleted,
            timeOfMs(row.createdMs),
            timeOfMs(row.updatedMs),
            ExperimentStore(connection).tags(row.id)};
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
    value.startMs = run.startedMs.value_or(run.createdMs);
    value.endMs = run.endedMs;
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
    value.modelInputs = runModels(models.inputsOf(run.seq));
    value.modelOutputs = runModels(models.outputsOf(run.seq));
    return value;
}

MlflowLoggedModel loggedModelValue(Connection &connection, const LoggedModelRow &row)
{
    const LoggedModelStore models(connection);
    MlflowLoggedModel value;
    value.id = row.id;
    value.experimentId = QString::number(row.experiment);
    value.name = row.name;
    value.type = row.type;
    value.sourceRun = row.sourceRun;
    value.artifactUri = row.artifactUri;
    value.status = MlflowLoggedModel::Status(row.status);
    value.statusMessage = row.statusMessage;
    value.createdMs = row.createdMs;
    value.updatedMs = row.updatedMs;
    value.params = models.params(row.seq);
    value.tags = models.tags(row.seq);
    const auto metrics = models.metrics(row.seq);
    for (const LoggedModelMetric &metric : metrics) {
        value.metrics.append({{metric.key, metric.point, metric.run}, metric.datasetName, metric.datasetDigest});
    }
    return value;
}

MlflowModelVersion modelVersionValue(const StoredModel &version)
{
    MlflowModelVersion value;
    value.name = version.model.name;
    value.version = version.model.version;
    value.description = version.model.description;
    value.source = version.model.uri;
    value.runId = version.model.runId;
    value.runLink = version.runLink;
    value.stage = version.stage;
    value.status = MlflowModelVersion::Status(version.status);
    value.statusMessage = version.statusMessage;
    value.loggedModel = version.loggedModel;
    value.user = version.user;
    value.createdMs = version.model.created.toMSecsSinceEpoch();
    value.updatedMs = version.updated.toMSecsSinceEpoch();
    value.tags = version.model.tags;
    return value;
}

MlflowModel modelValue(Connection &connection, const ModelName &name)
{
    const ModelStore models(connection);
    MlflowModel value;
    value.name = name.model.name;
    value.description = name.model.description;
    value.createdMs = name.model.created.toMSecsSinceEpoch();
    value.updatedMs = name.updated.toMSecsSinceEpoch();
    value.tags = name.model.tags;
    const auto latest = models.latestOfStages(value.name);
    for (const StoredModel &version : latest)
        value.latest.append(modelVersionValue(version));
    const auto aliases = models.aliases(value.name);
    for (const ModelAlias &alias : aliases)
        value.aliases.append({alias.alias, QString::number(alias.version)});
    return value;
}

} // namespace Roost::Service::Mlflow
