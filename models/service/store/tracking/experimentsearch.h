// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/store/database/select.h"
#include "models/service/store/tracking/experimentstore.h"

namespace Roost::Service::Store {

/// The rows that a search covers: those that are not deleted, only deleted ones, or all.
enum class LifecycleView { ActiveOnly, DeletedOnly, All };

/// A search for experiments, built from conditions and orders.
class ExperimentSearch
{
public:
    enum class Field { Id, Name, Created, Updated };

    ExperimentSearch();

    void setView(LifecycleView view);
    void where(Field field, const Condition &condition);
    void whereTag(const QString &key, const Condition &condition);
    void orderBy(Field field, Direction direction);

    /// Without an order, the newest experiment is first.
    QList<ExperimentRow> run(Connection &connection, qint64 offset, qint64 limit);

private:
    Select m_select;
    bool m_isOrdered = false;
};

/// Returns the condition on the column `deleted` of `alias`; empty for all.
QByteArray conditionOf(LifecycleView view, const QByteArray &alias);

} // namespace Roost::Service::Store
