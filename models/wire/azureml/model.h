// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"
#include "models/core/model.h"
#include "models/wire/azureml/environment.h"

#include <QJsonObject>

namespace Roost::Wire {

/// Returns the body of PUT models/NAME/versions/VERSION.
QJsonObject modelBody(const ModelVersion &model);
/// Reads such a body. Rejected, naming the place, if it has no uri or the name is invalid.
Result<ModelVersion> modelFromBody(const QString &name, const QString &version, const QJsonObject &body);

/// Returns the resource models/NAME/versions/VERSION. The size is an extension, the property roost.size in bytes.
QJsonObject modelResource(const ModelVersion &model, const WorkspaceId &workspace);
ModelVersion modelFrom(const QJsonObject &resource);
/// Returns the model's properties with the parts of the body that the service stores unchanged (sentparts.h).
StringMap modelPropertiesFrom(const QJsonObject &body);
/// Returns whether the body archives or restores the version; nullopt if the body does neither.
std::optional<bool> archivesModel(const QJsonObject &body);
/// Returns modelResource() of a version whose properties have the form returned by modelPropertiesFrom().
QJsonObject storedModelResource(ModelVersion model, bool isArchived, const WorkspaceId &workspace);

RegisteredModel registeredModelFrom(const Container &container);
/// Returns whether Azure generated the name for an output of a job: azureml_RUN_output_NAME.
bool isModelOfOutput(const QString &name);

} // namespace Roost::Wire
