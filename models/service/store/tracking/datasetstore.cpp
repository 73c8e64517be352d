// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/store/tracking/datasetstore.h"

#include "models/service/store/database/columns.h"
#include "models/service/store/database/select.h"

namespace Roost::Service::Store {

namespace {

constexpr int mostSummaries = 1000;

std::optional<QString> textOrNull(const Statement &row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(row.text(column));
}

} // namespace

void DatasetStore::logInput(qint64 run, qint64 experiment, const DatasetInput &input)
{
    m_connection.run("INSERT OR IGNORE INTO datasets(experiment, name, digest, source_type, source, schema, profile) "
                     "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                     experiment, input.name, input.digest, input.sourceType, input.source, input.schema, input.profile);
    Statement found = m_connection.query("SELECT id FROM datasets WHERE experiment = ?1 AND name = ?2 AND digest = ?3",
                                         experiment, input.name, input.digest);
    found.next();
    if (m_connection.run("INSERT OR IGNORE INTO run_inputs(run, dataset) VALUES(?1, ?2)", run, found.integer(0)) == 0)
        return;
    const qint64 id = m_connection.lastId();
    for (const auto &[key, value] : input.tags.asKeyValueRange())
        m_connection.run("INSERT OR REPLACE INTO run_input_tags VALUES(?1, ?2, ?3)", id, key, value);
}

QList<DatasetSummary> DatasetStore::summaries(const QList<qint64> &experiments) const
{
    Select query("SELECT DISTINCT d.experiment, d.name, d.digest, t.value FROM datasets d JOIN run_inputs i ON "
                 "i.dataset = d.id LEFT JOIN run_input_tags t ON t.input = i.id AND t.key = 'mlflow.data.context'");
    query.where("d.experiment IN " + query.bindList(experiments));
    query.orderBy("d.id");
    QList<DatasetSummary> summaries;
    Statement row = query.run(m_connection, 0, mostSummaries);
    while (row.next())
        summaries.append({row.integer(0), row.text(1), row.text(2), textOrNull(row, 3)});
    return summaries;
}

} // namespace Roost::Service::Store
