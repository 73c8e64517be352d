// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/metricwindows.h"
#include "models/core/workspace.h"

#include <QJsonObject>

namespace Roost::Ctl {

/// Returns the values as --json prints them: the field names of models/core, times in ISO 8601 UTC, null if unknown.
QJsonObject toJson(const Run &run);
QJsonObject toJson(const Artifact &artifact);
QJsonObject toJson(const MetricPoint &point);
QJsonObject toJson(const MetricWindow &window);
QJsonObject toJson(const Compute &compute);
QJsonObject toJson(const Environment &environment);
QJsonObject toJson(const RegisteredModel &model);
QJsonObject toJson(const ModelVersion &version);
QJsonObject toJson(const WorkspaceInfo &info);

/// Returns the local time to the second; empty if invalid.
QString timeText(const QDateTime &time);
/// Returns "1:23:45" or "0:07"; empty if `from` is invalid.
QString durationText(const QDateTime &from, const QDateTime &to);

} // namespace Roost::Ctl
