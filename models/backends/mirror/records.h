// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/model.h"
#include "models/core/run.h"
#include "models/core/workspace.h"

#include <QJsonObject>

/// The JSON of the files of a mirror. Readers use defaults for missing members.
namespace Roost::Mirror {

QJsonObject toJson(const Run &run);
Run runFrom(const QJsonObject &json);

QJsonObject toJson(const QList<Run> &runs);
QList<Run> runsFrom(const QJsonObject &json);

QJsonObject toJson(const QList<Artifact> &artifacts);
QList<Artifact> artifactsFrom(const QJsonObject &json);

/// Points as [step, timestamp, value]; a value that JSON cannot represent is a word.
QJsonObject toJson(const QList<MetricPoint> &points);
QList<MetricPoint> pointsFrom(const QJsonObject &json);

QJsonObject toJson(const QList<RegisteredModel> &models);
QList<RegisteredModel> modelsFrom(const QJsonObject &json);

QJsonObject toJson(const QList<ModelVersion> &versions);
QList<ModelVersion> versionsFrom(const QJsonObject &json);

QJsonObject toJson(const WorkspaceInfo &info);
WorkspaceInfo infoFrom(const QJsonObject &json);

} // namespace Roost::Mirror
