// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/model.h"

#include <QJsonObject>

namespace Roost::Wire {

/// registered_model; `latest` is its newest version, its number empty where there is none.
QJsonObject mlflowModel(const RegisteredModel &model, const ModelVersion &latest);
RegisteredModel registeredModelFromMlflow(const QJsonObject &json);

/// model_version; always READY.
QJsonObject mlflowModelVersion(const ModelVersion &model);
ModelVersion modelVersionFromMlflow(const QJsonObject &json);

} // namespace Roost::Wire
