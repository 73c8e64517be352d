// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/store/tracking/loggedmodelsearch.h"

namespace Roost::Service::Store {

namespace {

QByteArray expressionOf(LoggedModelSearch::Field field)
{
    switch (field) {
    case LoggedModelSearch::Field::Id:
        return "l.id";
    case LoggedModelSearch::Field::Name:
        return "l.name";
    case LoggedModelSearch::Field::Type:
        return "l.model_type";
    case LoggedModelSearch::Field::SourceRun:
        return "l.source_run";
    case LoggedModelSearch::Field::Status:
        return "(CASE l.status WHEN 2 THEN 'READY' WHEN 3 THEN 'UPLOAD_FAILED' ELSE 'PENDING' END)";
    case LoggedModelSearch::Field::Created:
        return "l.created_ms";
    case LoggedModelSearch::Field::Updated:
        break;
    }
    return "l.updated_ms";
}

} // namespace

LoggedModelSearch::LoggedModelSearch(const QList<qint64> &experiments)
    : m_select("SELECT l.id FROM logged_models l")
{
    m_select.where("l.deleted = 0");
    m_select.where("l.experiment IN " + m_select.bindList(experiments));
}

void LoggedModelSearch::where(Field field, const Condition &condition)
{
    m_select.where(m_select.compare(expressionOf(field), condition));
}

void LoggedModelSearch::whereParam(const QString &key, const Condition &condition)
{
    m_select.where(m_select.compareKeyed("logged_model_params", "model = l.seq", key, condition));
}

void LoggedModelSearch::whereTag(const QString &key, const Condition &condition)
{
    m_select.where(m_select.compareKeyed("logged_model_tags", "model = l.seq", key, condition));
}

void LoggedModelSearch::whereMetric(const QString &key, const Condition &condition, const Datasets &datasets)
{
    const QByteArray bound = m_select.bind(key);
    const QByteArray measured = datasetCondition(datasets);
    m_select.where("EXISTS(SELECT 1 FROM logged_model_metrics m WHERE m.model = l.seq AND m.key = " + bound + measured +
                   " AND " + m_select.compareMetric("m", condition) + ')');
}

void LoggedModelSearch::whereMeasuredOn(const Datasets &datasets)
{
    m_select.where("EXISTS(SELECT 1 FROM logged_model_metrics m WHERE m.model = l.seq" + datasetCondition(datasets) +
                   ')');
}

void LoggedModelSearch::orderBy(Field field, Direction direction)
{
    m_select.orderByNullable(expressionOf(field), direction);
}

void LoggedModelSearch::orderByMetric(const QString &key, Direction direction, const Datasets &datasets)
{
    const QByteArray bound = m_select.bind(key);
    m_select.orderByNullable("SELECT m.value FROM logged_model_metrics m WHERE m.model = l.seq AND m.key = " + bound +
                                 datasetCondition(datasets) + " ORDER BY m.step DESC, m.timestamp_ms DESC LIMIT 1",
                             direction);
}

QByteArray LoggedModelSearch::datasetCondition(const Datasets &datasets)
{
    QByteArrayList any;
    for (const auto &[name, digest] : datasets) {
        QByteArray one = "m.dataset_name = " + m_select.bind(name);
        if (!digest.isEmpty())
            one += " AND m.dataset_digest = " + m_select.bind(digest);
        any.append('(' + one + ')');
    }
    return any.isEmpty() ? QByteArray() : " AND (" + any.join(" OR ") + ')';
}

QList<LoggedModelRow> LoggedModelSearch::run(Connection &connection, qint64 offset, qint64 limit)
{
    m_select.orderBy("l.created_ms", Direction::Descending);
    m_select.orderBy("l.id", Direction::Ascending);
    const LoggedModelStore store(connection);
    QList<LoggedModelRow> models;
    Statement row = m_select.run(connection, offset, limit);
    while (row.next()) {
        if (const auto model = store.find(row.text(0)))
            models.append(*model);
    }
    return models;
}

} // namespace Roost::Service::Store
