// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/store/tracking/runsearch.h"

namespace Roost::Service::Store {

namespace {

const QByteArray statusExpression =
    "(CASE WHEN r.status = 'Completed' THEN 'FINISHED' WHEN r.status = 'Failed' THEN 'FAILED' "
    "WHEN r.status = 'Canceled' THEN 'KILLED' WHEN r.status IN ('NotStarted', 'Queued', 'Preparing', "
    "'Provisioning', 'Starting') THEN 'SCHEDULED' ELSE 'RUNNING' END)";

/// Returns SQL for `path` below `location`; a query of the location remains at the end.
QByteArray belowExpression(const QByteArray &location, const QByteArray &path)
{
    const QByteArray query = "instr(" + location + ", '?')";
    const QByteArray plain = "rtrim(" + location + ", '/') || '/' || " + path;
    const QByteArray before = "rtrim(substr(" + location + ", 1, " + query + " - 1), '/') || '/' || " + path;
    return "(CASE " + query + " WHEN 0 THEN " + plain + " ELSE " + before + " || substr(" + location + ", " + query +
           ") END)";
}

QByteArray expressionOf(RunSearch::Field field)
{
    switch (field) {
    case RunSearch::Field::Id:
        return "r.id";
    case RunSearch::Field::Name:
        return "r.display_name";
    case RunSearch::Field::User:
        return "r.user";
    case RunSearch::Field::Status:
        return statusExpression;
    case RunSearch::Field::ArtifactUri:
        return belowExpression("e.artifact_location", "(r.id || '/artifacts')");
    case RunSearch::Field::Started:
        return "coalesce(r.started_ms, r.created_ms)";
    case RunSearch::Field::Ended:
        break;
    }
    return "r.ended_ms";
}

constexpr auto latestMetric = "FROM latest_metrics m JOIN metric_keys k ON k.id = m.key WHERE m.run = r.seq AND "
                              "k.key = ";

} // namespace

RunSearch::RunSearch(const QList<qint64> &experiments)
    : m_select("SELECT r.seq FROM runs r JOIN experiments e ON e.id = r.experiment")
{
    m_select.where("r.experiment IN " + m_select.bindList(experiments));
}

void RunSearch::setView(LifecycleView view)
{
    if (const QByteArray condition = conditionOf(view, "r"); !condition.isEmpty())
        m_select.where(condition);
}

void RunSearch::where(Field field, const Condition &condition)
{
    m_select.where(m_select.compare(expressionOf(field), condition));
}

void RunSearch::whereMetric(const QString &key, const Condition &condition)
{
    const QByteArray bound = m_select.bind(key);
    m_select.where("EXISTS(SELECT 1 " + QByteArray(latestMetric) + bound + " AND " +
                   m_select.compareMetric("m", condition) + ')');
}

void RunSearch::whereParam(const QString &key, const Condition &condition)
{
    m_select.where(m_select.compareKeyed("run_params", "run = r.seq", key, condition));
}

void RunSearch::whereTag(const QString &key, const Condition &condition)
{
    m_select.where(m_select.compareKeyed("run_tags", "run = r.seq", key, condition));
}

void RunSearch::whereDataset(DatasetField field, const Condition &condition)
{
    QByteArray from = "EXISTS(SELECT 1 FROM run_inputs i JOIN datasets d ON d.id = i.dataset ";
    if (field == DatasetField::Context)
        from += "JOIN run_input_tags t ON t.input = i.id AND t.key = 'mlflow.data.context' ";
    const QByteArray expression = field == DatasetField::Context ? "t.value"
                                  : field == DatasetField::Name  ? "d.name"
                                                                 : "d.digest";
    m_select.where(from + "WHERE i.run = r.seq AND " + m_select.compare(expression, condition) + ')');
}

void RunSearch::orderBy(Field field, Direction direction)
{
    m_select.orderByNullable(expressionOf(field), direction);
}

void RunSearch::orderByMetric(const QString &key, Direction direction)
{
    const QByteArray from = ' ' + QByteArray(latestMetric) + m_select.bind(key);
    m_select.orderBy("coalesce((SELECT m.nan" + from + "), 2)");
    m_select.orderBy("(SELECT m.value" + from + ')', direction);
}

void RunSearch::orderByParam(const QString &key, Direction direction)
{
    orderByKeyed("run_params", key, direction);
}

void RunSearch::orderByTag(const QString &key, Direction direction)
{
    orderByKeyed("run_tags", key, direction);
}

void RunSearch::orderByKeyed(const QByteArray &table, const QString &key, Direction direction)
{
    m_select.orderByNullable(
        "SELECT x.value FROM " + table + " x WHERE x.run = r.seq AND x.key = " + m_select.bind(key), direction);
}

QList<RunRow> RunSearch::run(Connection &connection, qint64 offset, qint64 limit)
{
    m_select.orderBy("coalesce(r.started_ms, r.created_ms)", Direction::Descending);
    m_select.orderBy("r.id", Direction::Ascending);
    QList<qint64> found;
    Statement row = m_select.run(connection, offset, limit);
    while (row.next())
        found.append(row.integer(0));
    const RunStore store(connection);
    QList<RunRow> runs;
    for (const qint64 seq : std::as_const(found))
        runs.append(store.bySeq(seq));
    return runs;
}

} // namespace Roost::Service::Store
