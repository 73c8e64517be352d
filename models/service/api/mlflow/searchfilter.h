// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace Roost::Service::Mlflow {

/// One condition of a search: `entity.key op value`. The entity is empty if the filter names none.
struct Condition
{
    enum class Type { Number, Text, List, None };

    QString entity;
    QString key;
    QString op; // "=", "!=", ">", ">=", "<", "<=", "LIKE", "ILIKE", "IN", "NOT IN", "IS NULL", "IS NOT NULL"
    Type type = Type::Text;
    QString text; // for Text the value; for Number the literal
    double number = 0;
    QStringList list;

    bool operator==(const Condition &) const = default;
};

/// One term of an order: `entity.key [ASC|DESC]`.
struct Ordering
{
    QString entity;
    QString key;
    bool descending = false;
    bool operator==(const Ordering &) const = default;
};

/// Reads MLflow's filter grammar: conditions joined by AND, nothing else. An empty filter has no conditions. A quote
/// inside quotes is written \'. Errors are Rejected and state the part that was not understood and its position. Also
/// Rejected if the filter has more conditions than a query may have.
Result<QList<Condition>> parseFilter(const QString &filter);
Result<Ordering> parseOrdering(const QString &ordering);

} // namespace Roost::Service::Mlflow
