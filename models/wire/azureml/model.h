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
/// Rejected, naming the place, if no uri is given or the name is not valid.
Result<ModelVersion> modelFromBody(const QString &name, const QString &version, const QJsonObject &body);

/// models/NAME/versions/VERSION; the size is an extension, the property roost.size in bytes.
QJsonObject modelResource(const ModelVersion &model, const WorkspaceId &workspace);
ModelVersion modelFrom(const QJsonObject &resource);
/// The model's properties with the parts of the body that the service stores unchanged (sentparts.h).
StringMap modelPropertiesFrom(const QJsonObject &body);
/// Whether the body archives the version or restores it; empty if the body does not state it.
std::optional<bool> archivesModel(const QJsonObject &body);
/// modelResource() of a version whose properties have the form returned by modelPropertiesFrom().
QJsonObject storedModelResource(ModelVersion model, bool isArchived, const WorkspaceId &workspace);

RegisteredModel registeredModelFrom(const Container &container);
/// Whether Azure generated the name for an output of a job: azureml_RUN_output_NAME.
bool isModelOfOutput(const QString &name);

} // namespace Roost::Wire
