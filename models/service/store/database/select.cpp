// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/store/database/select.h"

namespace Roost::Service::Store {

namespace {

QByteArray operatorOf(Condition::Comparison comparison)
{
    using enum Condition::Comparison;
    switch (comparison) {
    case Equal:
        return "=";
    case NotEqual:
        return "!=";
    case Less:
        return "<";
    case LessOrEqual:
        return "<=";
    case Greater:
        return ">";
    case GreaterOrEqual:
        return ">=";
    case Like:
    case LikeAnyCase:
        return "LIKE";
    case In:
        return "IN";
    case NotIn:
        return "NOT IN";
    case Absent:
    case Present:
        break;
    }
    return {};
}

QByteArray directed(const QByteArray &expression, Direction direction)
{
    return expression + (direction == Direction::Descending ? " DESC" : " ASC");
}

} // namespace

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

QByteArray Select::bindList(const QList<qint64> &values)
{
    QByteArrayList names;
    for (const qint64 value : values)
        names.append(bind(value));
    return '(' + names.join(", ") + ')';
}

QByteArray Select::compare(const QByteArray &expression, const Condition &condition)
{
    const QByteArray op = ' ' + operatorOf(condition.comparison) + ' ';
    if (const auto *list = std::get_if<QStringList>(&condition.value))
        return '(' + expression + op + bindList(*list) + ')';
    if (const auto *number = std::get_if<double>(&condition.value))
        return '(' + expression + op + bind(*number) + ')';
    const QString text = std::get<QString>(condition.value);
    if (condition.comparison == Condition::Comparison::LikeAnyCase)
        return "(lower(" + expression + ')' + op + bind(text.toLower()) + ')';
    return '(' + expression + op + bind(text) + ')';
}

QByteArray Select::compareMetric(const QByteArray &table, const Condition &condition)
{
    const QByteArray compared = compare(table + ".value", condition);
    const QByteArray isNan = table + ".nan";
    if (condition.comparison == Condition::Comparison::NotEqual)
        return '(' + isNan + " OR " + compared + ')';
    return "(NOT " + isNan + " AND " + compared + ')';
}

QByteArray Select::compareKeyed(const QByteArray &table, const QByteArray &owner, const QString &key,
                                const Condition &condition)
{
    const QByteArray row = "EXISTS(SELECT 1 FROM " + table + " x WHERE x." + owner + " AND x.key = " + bind(key);
    if (condition.comparison == Condition::Comparison::Absent)
        return "NOT " + row + ')';
    if (condition.comparison == Condition::Comparison::Present)
        return row + ')';
    return row + " AND " + compare("x.value", condition) + ')';
}

void Select::orderBy(const QByteArray &expression, Direction direction)
{
    m_order.append(directed(expression, direction));
}

void Select::orderByNullable(const QByteArray &expression, Direction direction)
{
    m_order.append('(' + expression + ") IS NULL");
    m_order.append(directed('(' + expression + ')', direction));
}

Statement Select::run(Connection &connection, qint64 offset, qint64 limit)
{
    QByteArray sql = rows();
    if (!m_order.isEmpty())
        sql += " ORDER BY " + m_order.join(", ");
    sql += " LIMIT " + bind(limit) + " OFFSET " + bind(offset);
    return run(connection, sql);
}

qint64 Select::count(Connection &connection)
{
    Statement row = run(connection, "SELECT count(*) FROM (" + rows() + ')');
    return row.next() ? row.integer(0) : 0;
}

Statement Select::run(Connection &connection, const QByteArray &sql) const
{
    Statement statement = connection.query(sql);
    int index = 0;
    for (const Value &value : m_values)
        std::visit([&](const auto &plain) { statement.bind(++index, plain); }, value);
    return statement;
}

QByteArray Select::rows() const
{
    return m_where.isEmpty() ? m_select : m_select + " WHERE " + m_where.join(" AND ");
}

} // namespace Roost::Service::Store
