// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/api/mlflow/searchfilter.h"
#include "models/service/store/database.h"

#include <QByteArray>
#include <QList>

#include <variant>

namespace Roost::Service::Mlflow {

/// An SQL SELECT put together from conditions and orders; every value of a client is bound, never written in.
class SearchQuery
{
public:
    using Value = std::variant<qint64, double, QString>;

    /// "SELECT r.seq FROM runs r JOIN ..."
    explicit SearchQuery(QByteArray select)
        : m_select(std::move(select))
    {
    }

    /// The SQL name of a value: "?7".
    QByteArray bind(Value value);
    QByteArray bindList(const QStringList &values);
    /// Joined by AND.
    void where(const QByteArray &condition) { m_where.append(condition); }
    void orderBy(const QByteArray &term) { m_order.append(term); }

    /// `expression` compared as the condition says. These throw a Refusal where the operator or the value does
    /// not fit the kind of the subject; `what` names it in the message.
    QByteArray numeric(const QByteArray &expression, const Condition &condition, QStringView what);
    QByteArray textual(const QByteArray &expression, const Condition &condition, QStringView what, bool lists);
    /// A condition on a row of `table` ("run_tags") whose owner is `owner` ("run = r.seq") and whose key is the
    /// condition's; rows that have none do not match.
    QByteArray keyed(const QByteArray &table, const QByteArray &owner, const Condition &condition, QStringView what,
                     bool lists);
    /// Expressions that put absent values last in both directions.
    void orderByNullable(const QByteArray &expression, bool descending);

    Statement run(Connection &connection, qint64 offset, qint64 limit);

private:
    QByteArray m_select;
    QList<QByteArray> m_where;
    QList<QByteArray> m_order;
    QList<Value> m_values;
};

/// Throws a Refusal naming what may be searched or ordered by.
[[noreturn]] void refuseKey(QStringView key, QStringView allowed);
[[noreturn]] void refuseEntity(QStringView entity, QStringView allowed);

} // namespace Roost::Service::Mlflow
