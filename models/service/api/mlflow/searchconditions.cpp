// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/api/mlflow/searchconditions.h"

#include "models/wire/apierror.h"

#include <array>

using namespace Qt::StringLiterals;

namespace Roost::Service::Mlflow {

using namespace Wire;

namespace {

using enum Store::Condition::Comparison;

constexpr qsizetype mostOrders = 100;

[[noreturn]] void refuseOperator(const Condition &condition, QStringView what)
{
    throw ApiError(ErrorKind::Rejected, u"Invalid comparator '%1' for %2 '%3' in the filter string."_s.arg(
                                            condition.op, what.toString(), condition.key));
}

Store::Condition::Comparison comparisonOf(const QString &op)
{
    static constexpr std::array<std::pair<QLatin1StringView, Store::Condition::Comparison>, 12> words{
        {{"="_L1, Equal},
         {"!="_L1, NotEqual},
         {"<"_L1, Less},
         {"<="_L1, LessOrEqual},
         {">"_L1, Greater},
         {">="_L1, GreaterOrEqual},
         {"LIKE"_L1, Like},
         {"ILIKE"_L1, LikeAnyCase},
         {"IN"_L1, In},
         {"NOT IN"_L1, NotIn},
         {"IS NULL"_L1, Absent},
         {"IS NOT NULL"_L1, Present}}};
    for (const auto &[word, comparison] : words) {
        if (op == word)
            return comparison;
    }
    Q_UNREACHABLE_RETURN(Equal);
}

} // namespace

Store::Condition numericCondition(const Condition &condition, QStringView what)
{
    const auto comparison = comparisonOf(condition.op);
    if (comparison > GreaterOrEqual)
        refuseOperator(condition, what);
    if (condition.type != Condition::Type::Number) {
        throw ApiError(ErrorKind::Rejected, u"Expected numeric value type for %1 '%2'. Found '%3'."_s.arg(
                                                what.toString(), condition.key, condition.text));
    }
    return {comparison, condition.number};
}

Store::Condition textCondition(const Condition &condition, QStringView what, bool takesLists)
{
    const auto comparison = comparisonOf(condition.op);
    if (condition.type == Condition::Type::List) {
        if (!takesLists)
            refuseOperator(condition, what);
        return {comparison, condition.list};
    }
    if (comparison != Equal && comparison != NotEqual && comparison != Like && comparison != LikeAnyCase)
        refuseOperator(condition, what);
    if (condition.type != Condition::Type::Text) {
        throw ApiError(ErrorKind::Rejected, u"Expected a quoted string value for %1 '%2'. Found %3."_s.arg(
                                                what.toString(), condition.key, condition.text));
    }
    return {comparison, condition.text};
}

Store::Condition keyedCondition(const Condition &condition, QStringView what, bool takesLists)
{
    if (condition.type == Condition::Type::None)
        return {comparisonOf(condition.op), QString()};
    return textCondition(condition, what, takesLists);
}

QList<Condition> conditionsOf(const QString &filter)
{
    return valueOf(parseFilter(filter));
}

QList<Ordering> orderingsOf(const QStringList &orders)
{
    checkOrderCount(orders.size());
    QList<Ordering> orderings;
    for (const QString &text : orders)
        orderings.append(valueOf(parseOrdering(text)));
    return orderings;
}

void checkOrderCount(qsizetype count)
{
    if (count > mostOrders)
        throw ApiError(ErrorKind::Rejected, u"order_by has more than %1 fields."_s.arg(mostOrders));
}

Store::Direction directionOf(const Ordering &ordering)
{
    return ordering.descending ? Store::Direction::Descending : Store::Direction::Ascending;
}

Store::LifecycleView viewOf(MlflowView view)
{
    switch (view) {
    case MlflowView::ActiveOnly:
        return Store::LifecycleView::ActiveOnly;
    case MlflowView::DeletedOnly:
        return Store::LifecycleView::DeletedOnly;
    case MlflowView::All:
        break;
    }
    return Store::LifecycleView::All;
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
