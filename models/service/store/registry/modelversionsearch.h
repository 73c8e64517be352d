// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/store/database/select.h"
#include "models/service/store/registry/modelstore.h"

namespace Roost::Service::Store {

/// A search for versions of registered models that are not archived, built from conditions and orders.
class ModelVersionSearch
{
public:
    enum class Field { Name, Number, Created, Updated, Run, Source };

    ModelVersionSearch();

    void where(Field field, const Condition &condition);
    void whereTag(const QString &key, const Condition &condition);
    /// If `wanted`, finds only versions of prompts, otherwise none of them, as in ModelSearch.
    void wherePrompt(bool wanted);
    void orderBy(Field field, Direction direction);

    /// Without an order, the version that was changed last is first.
    QList<StoredModel> run(Connection &connection, qint64 offset, qint64 limit);

private:
    Select m_select;
    bool m_isOrdered = false;
};

} // namespace Roost::Service::Store
