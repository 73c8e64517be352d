// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/loggedmodel.h"
#include "models/core/values.h"
#include "models/wire/mlflow/metric.h"
#include "models/wire/mlflow/parameters.h"

#include <QJsonObject>

#include <optional>

namespace Roost::Wire {

/// A logged model in the form that MLflow's server returns.
struct MlflowLoggedModel : LoggedModel
{
    QString experimentId;
    StringMap params;
    StringMap tags; // the registrations are among them
    QList<LoggedModelMetric> metrics;
};
QJsonObject toJson(const MlflowLoggedModel &model);

/// The tag of a logged model that lists its registrations.
extern const char *const registrationsTag;
/// Returns the tag's value with one more version. The format is Python's, because clients compare the text.
QString withRegistration(const QString &registrations, const QString &model, qint64 version);

/// logged-models
struct CreateLoggedModelRequest
{
    QString experimentId;
    QString name;
    QString type;
    QString sourceRun;
    QList<KeyValue> params;
    QList<KeyValue> tags;

    static Parameters parameters();
    static CreateLoggedModelRequest read(const Message &message);
};

/// logged-models/{id}: GET and DELETE, and logged-models/{id}/tags/{key}: DELETE; the path contains all parameters.
struct NoParametersRequest
{
    static Parameters parameters() { return {}; }
    static NoParametersRequest read(const Message &) { return {}; }
};

/// logged-models/{id}: PATCH
struct FinalizeLoggedModelRequest
{
    LoggedModel::Status status = LoggedModel::Status::Ready;
    QString message;

    static Parameters parameters() { return {}; }
    static FinalizeLoggedModelRequest read(const Message &message);
};

/// logged-models/{id}/params
struct LoggedModelParamsRequest
{
    QList<KeyValue> params;

    static Parameters parameters();
    static LoggedModelParamsRequest read(const Message &message);
};

/// logged-models/{id}/tags
struct LoggedModelTagsRequest
{
    QList<KeyValue> tags;

    static Parameters parameters();
    static LoggedModelTagsRequest read(const Message &message);
};

QJsonObject loggedModelAnswer(const MlflowLoggedModel &model);
QJsonObject loggedModelsAnswer(const QList<MlflowLoggedModel> &models, std::optional<qint64> nextOffset);

} // namespace Roost::Wire
