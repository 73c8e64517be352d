// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/dataset.h"
#include "models/core/loggedmodel.h"
#include "models/core/model.h"
#include "models/core/run.h"

namespace Roost::Importers {

/// A run in the list of a source.
struct SourceRun
{
    /// Identifies the run in every copy of the source: "mlflow:1a2b...", "wandb:birds/x1y2". An imported run keeps it
    /// as a tag.
    QString origin;
    QString parentOrigin; // empty without a parent
    QString name;
    QString experiment;
    /// Where the source has it: a folder or an id.
    QString place;
    /// Changes when the run changes: "KIND:HASH".
    QString fingerprint;
    bool deleted = false;
};

/// All of a run except its points and files, which may be large.
struct ImportedRun
{
    SourceRun source;
    QString user;
    RunStatus status = RunStatus::Completed;
    QDateTime started;
    QDateTime ended; // invalid while it runs
    StringMap params;
    StringMap tags;
    QList<DatasetInput> datasets;
    QList<RunModel> modelInputs;  // with the ids of the source
    QList<RunModel> modelOutputs; // the same
};

/// A file of a run or a model. `place` is its path on this machine, or the URL that the source reads it from.
struct ImportedFile
{
    QString path; // relative to the artifacts
    QString place;
    qint64 size = -1;
};

/// A model that a run logged, as MLflow 3 records it.
struct ImportedLoggedModel
{
    LoggedModel model; // with the ids of the source
    QString experiment;
    StringMap params;
    StringMap tags;
    QList<LoggedModelMetric> metrics;
};

struct ImportedVersion
{
    ModelVersion model; // with the ids and URIs of the source
    QString stage;
    QString loggedModel;
    /// The path of the model below the artifacts of its run; empty if it is not there.
    QString path;
};

/// A registered model with its versions, the oldest first.
struct ImportedModel
{
    RegisteredModel model;
    QList<ImportedVersion> versions;
    QList<ModelAlias> aliases;
};

} // namespace Roost::Importers
