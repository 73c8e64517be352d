// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/store/database/connection.h"

#include <QByteArray>
#include <QList>

#include <variant>

namespace Roost::Service::Store {

/// An SQL SELECT put together from conditions and orders; every value of a client is bound, never written in.
class Select
{
public:
    using Value = std::variant<qint64, double, QString>;

    /// "SELECT r.seq FROM runs r JOIN ..."
    explicit Select(QByteArray select)
        : m_select(std::move(select))
    {
    }

    /// The SQL name of a value: "?7".
    QByteArray bind(Value value);
    QByteArray bindList(const QStringList &values);
    /// Joined by AND.
    void where(const QByteArray &condition) { m_where.append(condition); }
    void orderBy(const QByteArray &term) { m_order.append(term); }
    /// Absent values last in both directions.
    void orderByNullable(const QByteArray &expression, bool descending);

    Statement run(Connection &connection, qint64 offset, qint64 limit);

private:
    QByteArray m_select;
    QList<QByteArray> m_where;
    QList<QByteArray> m_order;
    QList<Value> m_values;
};

} // namespace Roost::Service::Store
