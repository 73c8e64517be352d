// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/store/tracking/runrecords.h"

#include "models/service/store/database/columns.h"

#include <algorithm>
#include <optional>

namespace Roost::Service::Store {

namespace {

using Records = QHash<qint64, RunRecords>;

// A statement with a list as one bound value is prepared once, whatever the size of the page.
const QByteArray inList = " IN (SELECT value FROM json_each(?1)) ";

std::optional<QString> textOrNull(const Statement &row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(row.text(column));
}

void readMetrics(Connection &connection, const QByteArray &list, Records &records)
{
    Statement row = connection.query("SELECT m.run, k.key, m.value, m.nan, m.timestamp_ms, m.step FROM latest_metrics "
                                     "m JOIN metric_keys k ON k.id = m.key WHERE m.run" +
                                         inList,
                                     list);
    while (row.next()) {
        records[row.integer(0)].metrics.append(
            {row.text(1), {metricValueOf(row, 2, 3), row.integer(4), row.integer(5)}});
    }
    for (RunRecords &record : records)
        std::ranges::sort(record.metrics, {}, &LatestMetric::key);
}

void readPairs(Connection &connection, const QByteArray &table, const QByteArray &list, Records &records,
               StringMap RunRecords::*pairs)
{
    Statement row = connection.query("SELECT run, key, value FROM " + table + " WHERE run" + inList, list);
    while (row.next())
        (records[row.integer(0)].*pairs).insert(row.text(1), row.text(2));
}

void readDatasets(Connection &connection, const QByteArray &list, Records &records)
{
    Statement row = connection.query("SELECT i.run, i.id, d.name, d.digest, d.source_type, d.source, d.schema, "
                                     "d.profile FROM run_inputs i JOIN datasets d ON d.id = i.dataset WHERE i.run" +
                                         inList + "ORDER BY i.id",
                                     list);
    while (row.next()) {
        StringMap tags =
            pairsOf(connection.query("SELECT key, value FROM run_input_tags WHERE input = ?1", row.integer(1)));
        records[row.integer(0)].datasets.append({row.text(2), row.text(3), row.text(4), row.text(5), textOrNull(row, 6),
                                                 textOrNull(row, 7), std::move(tags)});
    }
}

void readModels(Connection &connection, const QByteArray &list, Records &records)
{
    Statement row = connection.query(
        "SELECT run, is_output, model, step FROM run_models WHERE run" + inList + "ORDER BY step, model", list);
    while (row.next()) {
        RunRecords &record = records[row.integer(0)];
        (row.flag(1) ? record.modelOutputs : record.modelInputs).append({row.text(2), row.integer(3)});
    }
}

} // namespace

QHash<qint64, RunRecords> recordsOf(Connection &connection, const QList<qint64> &runs)
{
    const QByteArray list = jsonListOf(runs);
    Records records;
    records.reserve(runs.size());
    readMetrics(connection, list, records);
    readPairs(connection, "run_params", list, records, &RunRecords::params);
    readPairs(connection, "run_tags", list, records, &RunRecords::tags);
    readDatasets(connection, list, records);
    readModels(connection, list, records);
    return records;
}

} // namespace Roost::Service::Store
