// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/store/database/select.h"
#include "models/service/store/registry/modelstore.h"

namespace Roost::Service::Store {

/// A search for registered models, built from conditions and orders.
class ModelSearch
{
public:
    enum class Field { Name, Updated };

    ModelSearch();

    void whereName(const Condition &condition);
    void whereTag(const QString &key, const Condition &condition);
    /// If `wanted`, finds only prompts, otherwise no prompts. Prompts are models whose tag `mlflow.prompt.is_prompt` is
    /// "true".
    void wherePrompt(bool wanted);
    void orderBy(Field field, Direction direction);

    /// After the given orders, the result is ordered by name.
    QList<ModelName> run(Connection &connection, qint64 offset, qint64 limit);

private:
    Select m_select;
};

} // namespace Roost::Service::Store
