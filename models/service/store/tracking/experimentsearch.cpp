// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/store/tracking/experimentsearch.h"

namespace Roost::Service::Store {

namespace {

QByteArray expressionOf(ExperimentSearch::Field field)
{
    switch (field) {
    case ExperimentSearch::Field::Id:
        return "CAST(e.id AS TEXT)";
    case ExperimentSearch::Field::Name:
        return "e.name";
    case ExperimentSearch::Field::Created:
        return "e.created_ms";
    case ExperimentSearch::Field::Updated:
        break;
    }
    return "e.updated_ms";
}

} // namespace

ExperimentSearch::ExperimentSearch()
    : m_select("SELECT e.id FROM experiments e")
{
}

void ExperimentSearch::setView(LifecycleView view)
{
    if (const QByteArray condition = conditionOf(view, "e"); !condition.isEmpty())
        m_select.where(condition);
}

void ExperimentSearch::where(Field field, const Condition &condition)
{
    m_select.where(m_select.compare(expressionOf(field), condition));
}

void ExperimentSearch::whereTag(const QString &key, const Condition &condition)
{
    m_select.where(m_select.compareKeyed("experiment_tags", "experiment = e.id", key, condition));
}

void ExperimentSearch::orderBy(Field field, Direction direction)
{
    // Ids are compared as texts and ordered as numbers.
    m_select.orderBy(field == Field::Id ? QByteArray("e.id") : expressionOf(field), direction);
    m_isOrdered = true;
}

QList<ExperimentRow> ExperimentSearch::run(Connection &connection, qint64 offset, qint64 limit)
{
    if (!m_isOrdered)
        m_select.orderBy("e.created_ms", Direction::Descending);
    m_select.orderBy("e.id", Direction::Ascending);
    const ExperimentStore store(connection);
    QList<ExperimentRow> experiments;
    Statement row = m_select.run(connection, offset, limit);
    while (row.next()) {
        if (const auto experiment = store.find(row.integer(0)))
            experiments.append(*experiment);
    }
    return experiments;
}

QByteArray conditionOf(LifecycleView view, const QByteArray &alias)
{
    switch (view) {
    case LifecycleView::ActiveOnly:
        return alias + ".deleted = 0";
    case LifecycleView::DeletedOnly:
        return alias + ".deleted = 1";
    case LifecycleView::All:
        break;
    }
    return {};
}

} // namespace Roost::Service::Store
