// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/run.h"
#include "models/wire/jsontext.h"
#include "models/wire/mlflow/parameters.h"

#include <QByteArray>
#include <QJsonObject>

#include <optional>

namespace Roost::Wire {

struct NamedMetric
{
    QString key;
    MetricPoint point;
    QString runId; // written unless empty
};

/// Returns nullopt if the entry has no value.
std::optional<MetricPoint> metricPointFromMlflow(const QJsonObject &json);

/// runs/log-metric
struct LogMetricRequest
{
    QString runId;
    QString key;
    MetricPoint point;
    QString modelId;
    QString datasetName;
    QString datasetDigest;

    static Parameters parameters();
    static LogMetricRequest read(const Message &message);
};

/// metrics/get-history
struct MetricHistoryRequest
{
    QString runId;
    QString key;
    std::optional<qint64> limit; // if absent, the whole history, as older clients expect
    qint64 offset = 0;

    static Parameters parameters();
    static MetricHistoryRequest read(const Message &message);
};

/// metrics/get-history-bulk-interval
struct MetricIntervalRequest
{
    QStringList runIds;
    QString key;
    std::optional<qint64> limit;
    std::optional<qint64> startStep;
    std::optional<qint64> endStep;

    static Parameters parameters();
    static MetricIntervalRequest read(const Message &message);
};

/// metrics/get-history-bulk
struct MetricBulkRequest
{
    QStringList runIds;
    std::optional<QString> key;
    std::optional<qint64> limit;

    static Parameters parameters() { return {}; }
    static MetricBulkRequest read(const Message &message);
};

/// MLflow's own store has no infinities and returns the largest number instead, as its clients expect.
double asStoredByMlflow(double value);

/// Writes a list of metrics.
void writeMetrics(JsonText &json, const QList<NamedMetric> &metrics);

// Replies, as JSON texts.

/// The points of one series; `nextOffset` is the start of the next page. If there are no points, the list is omitted.
QByteArray historyAnswer(const QString &key, const QList<MetricPoint> &points, std::optional<qint64> nextOffset = {});
/// If there are no metrics, the list is omitted, unless it is always listed.
QByteArray metricsAnswer(const QList<NamedMetric> &metrics, bool isAlwaysListed = false);

} // namespace Roost::Wire
