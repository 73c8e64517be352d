// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exporters/runtable.h"

#include <algorithm>
#include <cmath>

namespace Roost::Exporters {

using namespace Qt::StringLiterals;

namespace {

Cell timeCell(const QDateTime &time)
{
    return time.isValid() ? Cell(time.toMSecsSinceEpoch()) : Cell();
}

Cell realCell(const std::optional<double> &value)
{
    return value ? Cell(*value) : Cell();
}

Cell textCell(const StringMap &map, const QString &key)
{
    const auto found = map.constFind(key);
    return found == map.constEnd() ? Cell() : Cell(*found);
}

} // namespace

void MetricSummary::add(const MetricPoint &point)
{
    const bool isLast =
        count == 0 || point.step > m_lastStep || (point.step == m_lastStep && point.timestamp >= m_lastTime);
    ++count;
    if (isLast) {
        last = point.value;
        m_lastStep = point.step;
        m_lastTime = point.timestamp;
    }
    if (std::isnan(point.value))
        return;
    least = std::min(point.value, least.value_or(point.value));
    greatest = std::max(point.value, greatest.value_or(point.value));
}

void RunTable::add(const Run &run, const Summaries &metrics)
{
    m_rows += Row{run, metrics};
    for (const QString &name : run.parameters.keys())
        m_params.insert(name, true);
    for (const QString &name : run.tags.keys())
        m_tags.insert(name, true);
    for (const QString &name : metrics.keys())
        m_metrics.insert(name, true);
}

QList<Column> RunTable::columns() const
{
    using enum Column::Type;
    QList<Column> columns{{u"run_id"_s, Text},      {u"run_name"_s, Text},      {u"experiment"_s, Text},
                          {u"status"_s, Text},      {u"created"_s, Time, true}, {u"started"_s, Time, true},
                          {u"ended"_s, Time, true}, {u"user"_s, Text, true},    {u"description"_s, Text, true}};
    for (const QString &name : m_params.keys())
        columns += Column{u"param."_s + name, Text, true};
    for (const QString &name : m_tags.keys())
        columns += Column{u"tag."_s + name, Text, true};
    for (const QString &name : m_metrics.keys()) {
        for (const auto &part : {u".last"_s, u".min"_s, u".max"_s})
            columns += Column{u"metric."_s + name + part, Real, true};
        columns += Column{u"metric."_s + name + u".count"_s, Integer, true};
    }
    return columns;
}

QList<Cell> RunTable::cellsOf(const Row &row) const
{
    const Run &run = row.run;
    const auto optional = [](const QString &text) { return text.isEmpty() ? Cell() : Cell(text); };
    QList<Cell> cells{run.id,
                      run.displayName,
                      run.experiment,
                      toWord(run.status),
                      timeCell(run.created),
                      timeCell(run.started),
                      timeCell(run.ended),
                      optional(run.createdBy),
                      optional(run.description)};
    for (const QString &name : m_params.keys())
        cells += textCell(run.parameters, name);
    for (const QString &name : m_tags.keys())
        cells += textCell(run.tags, name);
    for (const QString &name : m_metrics.keys()) {
        const auto found = row.metrics.constFind(name);
        const MetricSummary summary = found == row.metrics.constEnd() ? MetricSummary() : *found;
        cells += realCell(summary.last);
        cells += realCell(summary.least);
        cells += realCell(summary.greatest);
        cells += summary.count > 0 ? Cell(summary.count) : Cell();
    }
    return cells;
}

Result<void> RunTable::write(TableWriter &writer) const
{
    auto done = writer.begin();
    for (const Row &row : m_rows) {
        if (done)
            done = writer.add(cellsOf(row));
    }
    return done ? writer.finish() : done;
}

} // namespace Roost::Exporters
