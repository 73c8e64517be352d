// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/future.h"
#include "models/core/job.h"

#include <QList>
#include <QObject>

namespace Roost::Items {

/// What the metrics of a job find in the last part of an existing log.
struct MetricsPreview
{
    struct Place
    {
        qsizetype start = 0; // in UTF-16 units
        qsizetype length = 0;
        bool operator==(const Place &) const = default;
    };
    struct Line
    {
        QString text;
        QList<Place> places; // of the values
        QStringList values;  // "loss = 0.12 at step 3"
        bool operator==(const Line &) const = default;
    };
    struct Series
    {
        QString name;
        qsizetype count = 0;
        double last = 0;
        bool operator==(const Series &) const = default;
    };

    QList<Line> lines;    // that have values; the last ones
    QList<Series> series; // ordered by name
    QStringList problems;
    qint64 readLines = 0;
    bool operator==(const MetricsPreview &) const = default;
};

/// Reads the end of the log, in another thread. The error names the file.
Future<MetricsPreview> previewMetrics(const QString &logFile, const MetricDefinitions &definitions);

} // namespace Roost::Items
