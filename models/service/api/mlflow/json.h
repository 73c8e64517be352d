// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/values.h"
#include "models/service/store/tracking/runstore.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>

namespace Roost::Service::Mlflow {

QJsonObject metricJson(const QString &key, const MetricPoint &point);
/// [{"key", "value"}]
QJsonArray pairsJson(const StringMap &map);
/// Inserts a list unless it is empty: empty lists are left out on this wire.
void insertList(QJsonObject &object, const QString &key, const QJsonArray &list);
/// key -> value of "SELECT key, value ..."
StringMap pairsOf(Store::Statement statement);

/// "mlflow-artifacts:/0/<run>/artifacts"
QString artifactUri(const Store::RunRow &run);
QJsonObject runInfoJson(const Store::RunRow &run);
/// With data, inputs and outputs.
QJsonObject runJson(Store::Connection &connection, const Store::RunRow &run);

} // namespace Roost::Service::Mlflow
