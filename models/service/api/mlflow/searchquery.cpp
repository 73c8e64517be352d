// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/api/mlflow/searchquery.h"

#include "models/service/api/mlflow/message.h"

using namespace Qt::StringLiterals;

namespace Roost::Service::Mlflow {

namespace {

[[noreturn]] void refuseOperator(const Condition &condition, QStringView what)
{
    throw ApiError(ErrorKind::Rejected, u"Invalid comparator '%1' for %2 '%3' in the filter string."_s.arg(
                                            condition.op, what.toString(), condition.key));
}

bool isEquality(const QString &op)
{
    return op == "="_L1 || op == "!="_L1;
}

} // namespace

QByteArray SearchQuery::numeric(const QByteArray &expression, const Condition &condition, QStringView what)
{
    const QString &op = condition.op;
    if (!isEquality(op) && op != ">"_L1 && op != ">="_L1 && op != "<"_L1 && op != "<="_L1)
        refuseOperator(condition, what);
    if (condition.type != Condition::Type::Number) {
        throw ApiError(ErrorKind::Rejected, u"Expected numeric value type for %1 '%2'. Found '%3'."_s.arg(
                                                what.toString(), condition.key, condition.text));
    }
    return '(' + expression + ' ' + op.toLatin1() + ' ' + bind(condition.number) + ')';
}

QByteArray SearchQuery::metric(const QByteArray &table, const Condition &condition)
{
    const QByteArray compared = numeric(table + ".value", condition, u"metric");
    const QByteArray isNan = table + ".nan";
    if (condition.op == "!="_L1)
        return '(' + isNan + " OR " + compared + ')';
    return "(NOT " + isNan + " AND " + compared + ')';
}

QByteArray SearchQuery::textual(const QByteArray &expression, const Condition &condition, QStringView what, bool lists)
{
    const QString &op = condition.op;
    if (condition.type == Condition::Type::List) {
        if (!lists)
            refuseOperator(condition, what);
        return '(' + expression + ' ' + op.toLatin1() + ' ' + bindList(condition.list) + ')';
    }
    if (!isEquality(op) && op != "LIKE"_L1 && op != "ILIKE"_L1)
        refuseOperator(condition, what);
    if (condition.type != Condition::Type::Text) {
        throw ApiError(ErrorKind::Rejected, u"Expected a quoted string value for %1 '%2'. Found %3."_s.arg(
                                                what.toString(), condition.key, condition.text));
    }
    if (op == "ILIKE"_L1)
        return "(lower(" + expression + ") LIKE " + bind(condition.text.toLower()) + ')';
    return '(' + expression + ' ' + op.toLatin1() + ' ' + bind(condition.text) + ')';
}

QByteArray SearchQuery::keyed(const QByteArray &table, const QByteArray &owner, const Condition &condition,
                              QStringView what, bool lists)
{
    const QByteArray row =
        "EXISTS(SELECT 1 FROM " + table + " x WHERE x." + owner + " AND x.key = " + bind(condition.key);
    if (condition.type == Condition::Type::None)
        return (condition.op == "IS NULL"_L1 ? "NOT " : "") + row + ')';
    return row + " AND " + textual("x.value", condition, what, lists) + ')';
}

void SearchQuery::addOrdering(const QByteArray &expression, bool descending, bool nullable)
{
    constexpr int most = 100;
    if (++m_orderings > most)
        throw ApiError(ErrorKind::Rejected, u"order_by has more than %1 fields."_s.arg(most));
    if (nullable)
        orderByNullable(expression, descending);
    else
        orderBy(expression + (descending ? " DESC" : " ASC"));
}

void refuseKey(QStringView key, QStringView allowed)
{
    throw ApiError(ErrorKind::Rejected, u"Invalid attribute key '%1' specified. Valid keys are: %2."_s.arg(
                                            key.toString(), allowed.toString()));
}

void refuseEntity(QStringView entity, QStringView allowed)
{
    throw ApiError(ErrorKind::Rejected, u"Invalid entity type '%1'. Valid entity types are: %2."_s.arg(
                                            entity.toString(), allowed.toString()));
}

} // namespace Roost::Service::Mlflow
