// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/dataset.h"
#include "models/core/experiment.h"
#include "models/core/values.h"
#include "models/wire/mlflow/parameters.h"

#include <QJsonObject>

#include <optional>

namespace Roost::Wire {

/// An experiment in the form returned by MLflow's server.
struct MlflowExperiment : Experiment
{
    QString id;
    StringMap tags;

    bool operator==(const MlflowExperiment &) const = default;
};
QJsonObject toJson(const MlflowExperiment &experiment);
MlflowExperiment experimentFrom(const QJsonObject &json);

/// experiments/create
struct CreateExperimentRequest
{
    QString name;
    QString artifactLocation;
    QList<KeyValue> tags;

    static Parameters parameters();
    static CreateExperimentRequest read(const Message &message);
};

/// experiments/get, delete and restore
struct ExperimentRequest
{
    QString id;

    static Parameters parameters();
    static ExperimentRequest read(const Message &message);
};

/// experiments/get-by-name
struct ExperimentByNameRequest
{
    QString name;

    static Parameters parameters();
    static ExperimentByNameRequest read(const Message &message);
};

/// experiments/update
struct RenameExperimentRequest
{
    QString id;
    QString name;

    static Parameters parameters();
    static RenameExperimentRequest read(const Message &message);
};

/// experiments/set-experiment-tag and delete-experiment-tag, which has no value
struct ExperimentTagRequest
{
    QString id;
    QString key;
    QString value;

    static Parameters parameters();
    static ExperimentTagRequest read(const Message &message);
};

/// experiments/search-datasets
struct DatasetSearchRequest
{
    QStringList experimentIds;

    static Parameters parameters() { return {}; }
    static DatasetSearchRequest read(const Message &message);
};

QJsonObject experimentIdAnswer(const QString &id);
QJsonObject experimentAnswer(const MlflowExperiment &experiment);
QJsonObject experimentsAnswer(const QList<MlflowExperiment> &experiments, std::optional<qint64> nextOffset);
QJsonObject datasetsAnswer(const QList<DatasetSummary> &datasets);

} // namespace Roost::Wire
