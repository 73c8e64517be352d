// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/run.h"

#include <QJsonArray>
#include <QJsonObject>

#include <string>
#include <utility>
#include <vector>

namespace Roost::Wire {

/// Body of metric/v2.0/.../runs/RUN/full. `since` is the first time wanted, invalid for all.
QJsonObject fullMetricBody(const QString &name, const QDateTime &since, const QString &token);
struct FullMetricRequest
{
    QString name;
    QDateTime since;
    QString token;
};
FullMetricRequest fullMetricRequestFrom(const QJsonObject &body);

/// Points of one scalar metric; `token` asks for the next page, empty at the end. `cursor` is an extension for
/// requests with cursorQuery(): as a later continuationToken it returns the points logged since, in order of arrival.
QJsonObject metricPage(const QString &name, const QList<MetricPoint> &points, const QString &token = {},
                       const QString &cursor = {});
/// The page with the container of the run's files, as replies to a request for one metric have it.
QJsonObject withDataContainer(QJsonObject page, const QString &runId);
QList<std::pair<QString, QString>> cursorQuery();
/// The cursor in such a page; empty where the service gives none.
QString cursorOfMetricPage(const QJsonObject &page);
/// Rows without a number are left out; of several columns the one named like the metric counts, else the first number.
QList<MetricPoint> metricPointsFrom(const QJsonObject &page);

/// value[] of metric/.../list: a scalar metric's definition.
QJsonObject metricDefinition(const QString &name);
QStringList metricNamesFrom(const QJsonObject &list);

/// Body of metric/.../batch, as azureml-core logs: rows of columns by metric. A row's column named like the metric is a
/// point of it, any other one of "METRIC.COLUMN". `words` are those that are text; `refused` names the metrics that
/// hold something that is neither number nor text.
struct LoggedMetrics
{
    std::vector<std::pair<std::string, MetricPoint>> points; // names in UTF-8
    StringMap words;
    QStringList refused;
};
LoggedMetrics loggedMetricsFrom(const QJsonObject &body);
/// The reply to a batch, naming the metrics that were not kept.
QJsonObject loggedMetricsReply(const QStringList &refused);

/// Answer of metric/.../lastvalues: one metricPage() of one point a metric.
QMap<QString, double> lastValuesFrom(const QJsonObject &json);

} // namespace Roost::Wire
