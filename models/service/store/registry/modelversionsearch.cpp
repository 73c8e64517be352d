// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/store/registry/modelversionsearch.h"

namespace Roost::Service::Store {

namespace {

QByteArray expressionOf(ModelVersionSearch::Field field)
{
    switch (field) {
    case ModelVersionSearch::Field::Name:
        return "v.model";
    case ModelVersionSearch::Field::Number:
        return "v.version";
    case ModelVersionSearch::Field::Created:
        return "v.created_ms";
    case ModelVersionSearch::Field::Updated:
        return "v.updated_ms";
    case ModelVersionSearch::Field::Run:
        return "v.run";
    case ModelVersionSearch::Field::Source:
        break;
    }
    return "v.source";
}

} // namespace

ModelVersionSearch::ModelVersionSearch()
    : m_select("SELECT v.model, v.version FROM model_versions v")
{
    m_select.where("v.archived = 0");
}

void ModelVersionSearch::where(Field field, const Condition &condition)
{
    m_select.where(m_select.compare(expressionOf(field), condition));
}

void ModelVersionSearch::whereTag(const QString &key, const Condition &condition)
{
    m_select.where(
        m_select.compareKeyed("model_version_tags", "version = v.version AND x.model = v.model", key, condition));
}

void ModelVersionSearch::wherePrompt(bool wanted)
{
    m_select.where((wanted ? QByteArray() : QByteArray("NOT ")) +
                   "EXISTS(SELECT 1 FROM registered_model_tags p WHERE p.model = v.model AND p.key = "
                   "'mlflow.prompt.is_prompt' AND lower(p.value) = 'true')");
}

void ModelVersionSearch::orderBy(Field field, Direction direction)
{
    m_select.orderBy(expressionOf(field), direction);
    m_isOrdered = true;
}

QList<StoredModel> ModelVersionSearch::run(Connection &connection, qint64 offset, qint64 limit)
{
    if (!m_isOrdered)
        m_select.orderBy("v.updated_ms", Direction::Descending);
    m_select.orderBy("v.model", Direction::Ascending);
    m_select.orderBy("v.version", Direction::Descending);
    const ModelStore store(connection);
    QList<StoredModel> versions;
    Statement row = m_select.run(connection, offset, limit);
    while (row.next()) {
        if (auto version = store.version(row.text(0), row.text(1)))
            versions.append(*std::move(version));
    }
    return versions;
}

} // namespace Roost::Service::Store
