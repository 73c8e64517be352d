// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/store/registry/modelsearch.h"

namespace Roost::Service::Store {

ModelSearch::ModelSearch()
    : m_select("SELECT m.name FROM registered_models m")
{
}

void ModelSearch::whereName(const Condition &condition)
{
    m_select.where(m_select.compare("m.name", condition));
}

void ModelSearch::whereTag(const QString &key, const Condition &condition)
{
    m_select.where(m_select.compareKeyed("registered_model_tags", "model = m.name", key, condition));
}

void ModelSearch::wherePrompt(bool wanted)
{
    m_select.where((wanted ? QByteArray() : QByteArray("NOT ")) +
                   "EXISTS(SELECT 1 FROM registered_model_tags p WHERE p.model = m.name AND p.key = "
                   "'mlflow.prompt.is_prompt' AND lower(p.value) = 'true')");
}

void ModelSearch::orderBy(Field field, Direction direction)
{
    m_select.orderBy(field == Field::Name ? QByteArray("m.name") : QByteArray("m.updated_ms"), direction);
}

QList<ModelName> ModelSearch::run(Connection &connection, qint64 offset, qint64 limit)
{
    m_select.orderBy("m.name", Direction::Ascending);
    const ModelStore store(connection);
    QList<ModelName> names;
    Statement row = m_select.run(connection, offset, limit);
    while (row.next()) {
        if (auto name = store.name(row.text(0)))
            names.append(*std::move(name));
    }
    return names;
}

} // namespace Roost::Service::Store
