// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/metrics/metriccsv.h"

#include <QLocale>

#include <algorithm>
#include <utility>

namespace Roost::Ui::MetricCsv {

using namespace Items;

namespace {

QByteArray quoted(const QString &name)
{
    return '"' + name.toUtf8().replace('"', "\"\"") + '"';
}

} // namespace

QByteArray write(const QList<Column> &columns)
{
    struct Entry
    {
        qint64 step;
        qint64 timestamp;
        qsizetype column;
        double value;
    };
    QByteArray lines = "step,timestamp_ms";
    std::vector<Entry> entries;
    for (qsizetype i = 0; i < columns.size(); ++i) {
        lines += ',' + quoted(columns.at(i).name);
        const MetricSeries steps = columns.at(i).series.over(MetricAxis::Step);
        for (const auto &sample : steps.samples())
            entries.push_back({qint64(sample.x), sample.timestamp, i, sample.y});
    }
    lines += '\n';
    const auto isBefore = [](const Entry &a, const Entry &b) {
        return std::pair(a.step, a.timestamp) < std::pair(b.step, b.timestamp);
    };
    std::ranges::stable_sort(entries, isBefore);
    for (auto at = entries.cbegin(); at != entries.cend();) {
        const Entry &first = *at;
        lines += QByteArray::number(first.step) + ',' + QByteArray::number(first.timestamp);
        // Writes one value per series; a value that was logged twice at the same step and time is in a separate row.
        for (qsizetype column = 0; column < columns.size(); ++column) {
            lines += ',';
            const bool isHere = at != entries.cend() && at->step == first.step && at->timestamp == first.timestamp;
            if (isHere && at->column == column)
                lines += QByteArray::number((at++)->value, 'g', QLocale::FloatingPointShortest);
        }
        lines += '\n';
    }
    return lines;
}

} // namespace Roost::Ui::MetricCsv
