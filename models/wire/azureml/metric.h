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

/// Returns the body of metric/v2.0/.../runs/RUN/full. `since` is the first requested time; if it is invalid, all points
/// are requested.
QJsonObject fullMetricBody(const QString &name, const QDateTime &since, const QString &token);
struct FullMetricRequest
{
    QString name;
    QDateTime since;
    QString token;
};
FullMetricRequest fullMetricRequestFrom(const QJsonObject &body);

/// Returns points of one scalar metric. `token` requests the next page and is empty at the end. `cursor` is an
/// extension for requests with cursorQuery(): passed later as continuationToken, it returns the points logged since, in
/// order of arrival.
QJsonObject metricPage(const QString &name, const QList<MetricPoint> &points, const QString &token = {},
                       const QString &cursor = {});
/// Adds the container of the run's files to a page, as in replies to a request for one metric.
QJsonObject withDataContainer(QJsonObject page, const QString &runId);
QList<std::pair<QString, QString>> cursorQuery();
/// Returns the cursor in such a page; empty if the service returns none.
QString cursorOfMetricPage(const QJsonObject &page);
/// Reads the points of a page. Rows without a number are left out. Of several columns, the column with the metric's
/// name is used, else the first number.
QList<MetricPoint> metricPointsFrom(const QJsonObject &page);

/// Returns an entry of value[] of metric/.../list: the definition of a scalar metric.
QJsonObject metricDefinition(const QString &name);
QStringList metricNamesFrom(const QJsonObject &list);

/// The body of metric/.../batch from azureml-core: rows of columns by metric. The column of a row with the metric's
/// name is a point of the metric; any other column is a point of "METRIC.COLUMN". `words` contains the text values;
/// `refused` names the metrics with a value that is neither number nor text.
struct LoggedMetrics
{
    std::vector<std::pair<std::string, MetricPoint>> points; // names in UTF-8
    StringMap words;
    QStringList refused;
};
LoggedMetrics loggedMetricsFrom(const QJsonObject &body);
/// Returns the reply to a batch, which names the metrics that were not stored.
QJsonObject loggedMetricsReply(const QStringList &refused);

/// Reads the reply of metric/.../lastvalues: one metricPage() with one point per metric.
QMap<QString, double> lastValuesFrom(const QJsonObject &json);

} // namespace Roost::Wire
