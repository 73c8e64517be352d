// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/metrics/logmetrics.h"
#include "models/logs/metrics/progressestimate.h"
#include "models/logs/times/timemarks.h"
#include "models/service/collect/metricfilereader.h"

#include <QList>

namespace Roost::Service::Collect {

/// Reads the metrics of a driver log from its lines, and from the log of rank 0 also the progress of the run.
class LogFileMetrics : public MetricFileReader
{
public:
    /// `timeIndex` is the file with the time marks of the log.
    LogFileMetrics(const MetricDefinitions &definitions, bool hasProgress, QString timeIndex);

    FileReading read(QIODevice &file, const FilePosition &from, bool isFinal) override;

private:
    void readLine(QByteArrayView line, qint64 end, FileReading &reading);
    TimePoint timeAt(qint64 offset);

    MetricDefinitions m_definitions;
    Logs::LogMetrics m_metrics;
    Logs::ProgressEstimate m_estimate;
    bool m_hasProgress;
    QString m_timeIndex;
    QList<Logs::TimeMark> m_marks; // of the part that is being read
    qint64 m_markCount = 0;        // all that were read
    bool m_areMarksRead = false;   // by this reading
    QByteArray m_state;            // of m_metrics
    qsizetype m_problemCount = 0;
};

} // namespace Roost::Service::Collect
