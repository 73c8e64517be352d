// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/job.h"
#include "models/logs/metrics/lineposition.h"
#include "models/logs/metrics/metricpattern.h"

#include <QMap>
#include <QStringList>

#include <vector>

namespace Roost::Logs {

/// What a line of a log states.
struct LineFindings
{
    QList<LoggedValue> values; // ordered by place, each with its step
    LinePosition position;
};

/// Reads the metrics of a log, line by line in its order, as a job defines them. A name with a pattern is not
/// recognized in other forms.
class LogMetrics
{
public:
    /// How many values of each metric were read. A reading that continues requires the counts of the readings before.
    using Counts = QMap<QString, qint64>;

    /// Patterns with problems are left out.
    explicit LogMetrics(const MetricDefinitions &definitions);

    void setCounts(const Counts &counts) { m_counts = counts; }
    const Counts &counts() const { return m_counts; }

    /// `line` is one line without its end. Of a very long line only the beginning is read.
    LineFindings read(QByteArrayView line);

    /// Returns sentences about patterns that do not work on this log.
    QStringList problems() const;

private:
    qint64 stepOf(const LoggedValue &value, std::optional<qint64> lineStep);

    bool m_isAutomatic;
    std::vector<MetricPattern> m_patterns;
    Counts m_counts;
    QStringList m_left;
};

/// Returns the shown bytes of a line as valid UTF-8, as LogMetrics reads it: the places of values refer to these.
QByteArray readableLine(QByteArrayView line);

} // namespace Roost::Logs
