// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/workspace.h"

#include <QJsonObject>

namespace Roost::Ctl {

/// Values as roostctl's --json prints them: the field names of core, times in ISO 8601 UTC, null where not known.
QJsonObject toJson(const Run &run);
QJsonObject toJson(const Artifact &artifact);
QJsonObject toJson(const MetricPoint &point);
QJsonObject toJson(const Compute &compute);
QJsonObject toJson(const Environment &environment);
QJsonObject toJson(const RegisteredModel &model);
QJsonObject toJson(const ModelVersion &version);
QJsonObject toJson(const WorkspaceInfo &info);

/// Local time to the second; empty where invalid.
QString timeText(const QDateTime &time);
/// "1:23:45" or "0:07"; empty where it has not begun.
QString durationText(const QDateTime &from, const QDateTime &to);

} // namespace Roost::Ctl
