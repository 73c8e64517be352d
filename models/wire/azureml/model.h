// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"
#include "models/core/model.h"
#include "models/wire/azureml/environment.h"

#include <QJsonObject>

namespace Roost::Wire {

/// The body of PUT models/NAME/versions/VERSION.
QJsonObject modelBody(const ModelVersion &model);
/// Rejected, naming the place, when no uri is given or the name is none.
Result<ModelVersion> modelFromBody(const QString &name, const QString &version, const QJsonObject &body);

/// models/NAME/versions/VERSION; the size is an extension, the property roost.size in bytes.
QJsonObject modelResource(const ModelVersion &model, const WorkspaceId &workspace);
ModelVersion modelFrom(const QJsonObject &resource);
/// The model's properties with the parts of the body that the service keeps as sent (sentparts.h).
StringMap modelPropertiesFrom(const QJsonObject &body);
/// Whether the body archives the version or restores it; empty where it does not state it.
std::optional<bool> archivesModel(const QJsonObject &body);
/// modelResource() of a version whose properties are as modelPropertiesFrom() returns them.
QJsonObject storedModelResource(ModelVersion model, bool isArchived, const WorkspaceId &workspace);

RegisteredModel registeredModelFrom(const Container &container);
/// Whether Azure made the name for an output of a job: azureml_RUN_output_NAME.
bool isModelOfOutput(const QString &name);

} // namespace Roost::Wire
