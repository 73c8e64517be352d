// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/run.h"
#include "models/wire/mlflow/parameters.h"
#include "models/wire/mlflow/run.h"

#include <QJsonArray>

#include <optional>

namespace Roost::Wire {

/// runs/create
struct CreateRunRequest
{
    QString experimentId;
    QString name;
    QString user;
    std::optional<qint64> startMs;
    QList<KeyValue> tags;

    static Parameters parameters();
    static CreateRunRequest read(const Message &message);
};

/// runs/update
struct UpdateRunRequest
{
    QString runId;
    std::optional<RunStatus> status; // also empty for an unknown word
    std::optional<qint64> endMs;
    QString name;

    static Parameters parameters();
    static UpdateRunRequest read(const Message &message);
};

/// runs/get, delete and restore
struct RunRequest
{
    QString runId;

    static Parameters parameters();
    static RunRequest read(const Message &message);
};

/// runs/log-parameter and set-tag
struct RunPairRequest
{
    QString runId;
    QString key;
    QString value;

    static Parameters parameters();
    static RunPairRequest read(const Message &message);
};

/// runs/delete-tag
struct DeleteRunTagRequest
{
    QString runId;
    QString key;

    static Parameters parameters();
    static DeleteRunTagRequest read(const Message &message);
};

/// runs/log-model of MLflow 2: the description of a logged model, as JSON text.
struct LogModelRequest
{
    QString runId;
    QJsonObject model;

    static Parameters parameters();
    static LogModelRequest read(const Message &message);
    /// Returns the JSON list `history` with the model appended.
    QString addedTo(const QString &history) const;
};

/// runs/log-inputs
struct LogInputsRequest
{
    QString runId;
    QList<DatasetInput> datasets;
    QStringList models;

    static Parameters parameters();
    static LogInputsRequest read(const Message &message);
};

/// runs/outputs
struct LogOutputsRequest
{
    QString runId;
    QList<RunModel> models;

    static Parameters parameters();
    static LogOutputsRequest read(const Message &message);
};

} // namespace Roost::Wire
