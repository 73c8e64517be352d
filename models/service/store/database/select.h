// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/store/database/connection.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

#include <variant>

namespace Roost::Service::Store {

/// A comparison of a stored value with a value from a client. Absent and Present require no value, In and NotIn a list,
/// Like and LikeAnyCase a pattern of SQL; LikeAnyCase ignores case.
struct Condition
{
    enum class Comparison {
        Equal,
        NotEqual,
        Less,
        LessOrEqual,
        Greater,
        GreaterOrEqual,
        Like,
        LikeAnyCase,
        In,
        NotIn,
        Absent,
        Present
    };

    Comparison comparison = Comparison::Equal;
    std::variant<double, QString, QStringList> value;
};

enum class Direction { Ascending, Descending };

/// An SQL SELECT that is built from conditions and orders. Every value from a client is bound, never written into the
/// text. Expressions are SQL of this room.
class Select
{
public:
    using Value = std::variant<qint64, double, QString>;

    /// `select` is the beginning: "SELECT r.seq FROM runs r JOIN ...".
    explicit Select(QByteArray select)
        : m_select(std::move(select))
    {
    }

    /// Binds a value and returns its name in SQL: "?7".
    QByteArray bind(Value value);
    /// Binds values and returns "(?1, ?2)" for IN.
    QByteArray bindList(const QStringList &values);
    QByteArray bindList(const QList<qint64> &values);

    /// Returns SQL that compares `expression` as the condition states; not for Absent and Present.
    QByteArray compare(const QByteArray &expression, const Condition &condition);
    /// Returns SQL that compares the metric of `table`. Its value is NaN if the column `nan` is set; NaN compares
    /// unequal to everything.
    QByteArray compareMetric(const QByteArray &table, const Condition &condition);
    /// Returns SQL for a row of `table` ("run_tags") whose owner is `owner` ("run = r.seq") and whose key is `key`. An
    /// owner without such a row matches only Absent.
    QByteArray compareKeyed(const QByteArray &table, const QByteArray &owner, const QString &key,
                            const Condition &condition);

    /// Replaces the beginning.
    void setBeginning(QByteArray select) { m_select = std::move(select); }
    /// Adds a condition; conditions are joined by AND.
    void where(const QByteArray &condition) { m_where.append(condition); }
    void orderBy(const QByteArray &term) { m_order.append(term); }
    void orderBy(const QByteArray &expression, Direction direction);
    /// Adds an order in which absent values are last in both directions.
    void orderByNullable(const QByteArray &expression, Direction direction);

    Statement run(Connection &connection, qint64 offset, qint64 limit);
    /// Returns the number of all rows.
    qint64 count(Connection &connection);
    /// Runs another SQL text, which uses values that this object has bound.
    Statement run(Connection &connection, const QByteArray &sql) const;

private:
    QByteArray rows() const;

    QByteArray m_select;
    QList<QByteArray> m_where;
    QList<QByteArray> m_order;
    QList<Value> m_values;
};

} // namespace Roost::Service::Store
