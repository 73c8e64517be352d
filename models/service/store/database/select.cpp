// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/store/database/select.h"

namespace Roost::Service::Store {

QByteArray Select::bind(Value value)
{
    m_values.append(std::move(value));
    return '?' + QByteArray::number(m_values.size());
}

QByteArray Select::bindList(const QStringList &values)
{
    QByteArrayList names;
    for (const QString &value : values)
        names.append(bind(value));
    return '(' + names.join(", ") + ')';
}

void Select::orderByNullable(const QByteArray &expression, bool descending)
{
    m_order.append('(' + expression + ") IS NULL");
    m_order.append('(' + expression + ')' + (descending ? " DESC" : " ASC"));
}

Statement Select::run(Connection &connection, qint64 offset, qint64 limit)
{
    QByteArray sql = m_select;
    if (!m_where.isEmpty())
        sql += " WHERE " + m_where.join(" AND ");
    if (!m_order.isEmpty())
        sql += " ORDER BY " + m_order.join(", ");
    sql += " LIMIT " + bind(limit) + " OFFSET " + bind(offset);
    Statement statement = connection.query(sql);
    int index = 0;
    for (const Value &value : m_values)
        std::visit([&](const auto &plain) { statement.bind(++index, plain); }, value);
    return statement;
}

} // namespace Roost::Service::Store
