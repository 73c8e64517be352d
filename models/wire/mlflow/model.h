// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/model.h"

#include <QJsonObject>

#include <optional>

namespace Roost::Wire {

/// A version of a registered model in the form that MLflow's server returns.
struct MlflowModelVersion
{
    /// The numbers are those of the protocol.
    enum class Status { Unspecified = 0, PendingRegistration = 1, FailedRegistration = 2, Ready = 3 };

    QString name;
    QString version;
    QString description;
    QString source;
    QString runId;
    QString runLink;
    QString stage;
    Status status = Status::Ready;
    QString statusMessage;
    QString loggedModel;
    QString user;
    qint64 createdMs = 0;
    qint64 updatedMs = 0;
    StringMap tags;
    QStringList aliases;
};
QJsonObject toJson(const MlflowModelVersion &version);
ModelVersion modelVersionFromMlflow(const QJsonObject &json);

struct MlflowModelAlias
{
    QString alias;
    QString version;
};

/// A registered model in the form that MLflow's server returns, with the newest version of each stage.
struct MlflowModel
{
    QString name;
    QString description;
    qint64 createdMs = 0;
    qint64 updatedMs = 0;
    QList<MlflowModelVersion> latest;
    StringMap tags;
    QList<MlflowModelAlias> aliases;
};
QJsonObject toJson(const MlflowModel &model);
RegisteredModel registeredModelFromMlflow(const QJsonObject &json);

QJsonObject modelAnswer(const MlflowModel &model);
QJsonObject modelsAnswer(const QList<MlflowModel> &models, std::optional<qint64> nextOffset);
QJsonObject modelVersionAnswer(const MlflowModelVersion &version);
QJsonObject modelVersionsAnswer(const QList<MlflowModelVersion> &versions, std::optional<qint64> nextOffset = {});
QJsonObject artifactUriAnswer(const QString &uri);

} // namespace Roost::Wire
