// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/run.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <memory>
#include <string_view>
#include <utility>
#include <vector>

namespace Roost::Wire {

/// runs/log-batch. Its body has its own parser, because training loops send it often. The keys of metrics point into
/// the parser's memory and are valid as long as the LogBatchReader.
struct LogBatchRequest
{
    struct Metric
    {
        std::string_view key; // UTF-8
        MetricPoint point;
    };
    /// A metric that was logged for a model.
    struct ModelMetric
    {
        std::size_t metric = 0; // index in `metrics`
        QString model;
        QString datasetName;
        QString datasetDigest;
    };

    QString runId;
    std::vector<Metric> metrics;
    std::vector<ModelMetric> ofModels;
    QList<std::pair<QString, QString>> params;
    QList<std::pair<QString, QString>> tags;

    // Returns the path of a value, for messages: "metrics[3]", "params[3].key".
    static QString metricPath(std::size_t index);
    static QString paramKeyPath(std::size_t index);
    static QString tagKeyPath(std::size_t index);
};

/// Reads bodies of runs/log-batch. One object can read many bodies in sequence; it reuses its buffers.
class LogBatchReader
{
public:
    LogBatchReader();
    ~LogBatchReader();
    LogBatchReader(const LogBatchReader &) = delete;
    LogBatchReader &operator=(const LogBatchReader &) = delete;

    /// Reads without copying if `body` has 64 spare bytes. Throws an ApiError with MLflow's texts. A body that is not a
    /// JSON object is read as an empty request, as MLflow's server does.
    LogBatchRequest read(QByteArray &body);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Roost::Wire
