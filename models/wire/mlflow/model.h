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
    ModelVersion model;
    ModelRegistration registration;
    QStringList aliases;
};
QJsonObject toJson(const MlflowModelVersion &version);
ModelVersion modelVersionFromMlflow(const QJsonObject &json);

/// A registered model in the form that MLflow's server returns, with the newest version of each stage.
struct MlflowModel
{
    RegisteredModel model;
    QDateTime updated;
    QList<MlflowModelVersion> latest;
    QList<ModelAlias> aliases;
};
QJsonObject toJson(const MlflowModel &model);
RegisteredModel registeredModelFromMlflow(const QJsonObject &json);

QJsonObject modelAnswer(const MlflowModel &model);
QJsonObject modelsAnswer(const QList<MlflowModel> &models, std::optional<qint64> nextOffset);
QJsonObject modelVersionAnswer(const MlflowModelVersion &version);
QJsonObject modelVersionsAnswer(const QList<MlflowModelVersion> &versions, std::optional<qint64> nextOffset = {});
QJsonObject artifactUriAnswer(const QString &uri);

} // namespace Roost::Wire
