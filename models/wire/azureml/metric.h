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

/// Body of metric/v2.0/.../runs/RUN/full. `since` is the first requested time, invalid for all.
QJsonObject fullMetricBody(const QString &name, const QDateTime &since, const QString &token);
struct FullMetricRequest
{
    QString name;
    QDateTime since;
    QString token;
};
FullMetricRequest fullMetricRequestFrom(const QJsonObject &body);

/// Points of one scalar metric; `token` requests the next page, empty at the end. `cursor` is an extension for
/// requests with cursorQuery(): as a later continuationToken it returns the points logged since, in order of arrival.
QJsonObject metricPage(const QString &name, const QList<MetricPoint> &points, const QString &token = {},
                       const QString &cursor = {});
/// The page with the container of the run's files, as in replies to a request for one metric.
QJsonObject withDataContainer(QJsonObject page, const QString &runId);
QList<std::pair<QString, QString>> cursorQuery();
/// The cursor in such a page; empty if the service returns none.
QString cursorOfMetricPage(const QJsonObject &page);
/// Rows without a number are left out; among several columns the one with the metric's name is used, else the first
/// number.
QList<MetricPoint> metricPointsFrom(const QJsonObject &page);

/// value[] of metric/.../list: a scalar metric's definition.
QJsonObject metricDefinition(const QString &name);
QStringList metricNamesFrom(const QJsonObject &list);

/// Body of metric/.../batch from azureml-core: rows of columns by metric. A row's column with the metric's name is a
/// point of the metric, any other column one of "METRIC.COLUMN". `words` holds the text values; `refused` names the
/// metrics with a value that is neither number nor text.
struct LoggedMetrics
{
    std::vector<std::pair<std::string, MetricPoint>> points; // names in UTF-8
    StringMap words;
    QStringList refused;
};
LoggedMetrics loggedMetricsFrom(const QJsonObject &body);
/// The reply to a batch; names the metrics that were not stored.
QJsonObject loggedMetricsReply(const QStringList &refused);

/// Reply of metric/.../lastvalues: one metricPage() with one point per metric.
QMap<QString, double> lastValuesFrom(const QJsonObject &json);

} // namespace Roost::Wire
