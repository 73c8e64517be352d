// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/api/mlflow/searchfilter.h"
#include "models/service/store/database/select.h"
#include "models/service/store/tracking/experimentsearch.h"
#include "models/wire/mlflow/search.h"

namespace Roost::Service::Mlflow {

// Convert conditions and orders of MLflow's filters to those of the store. Each function throws an ApiError if the
// operator or the value does not fit the kind of the subject; `what` names the subject in the message.

Store::Condition numericCondition(const Condition &condition, QStringView what);
/// `takesLists` allows IN and NOT IN.
Store::Condition textCondition(const Condition &condition, QStringView what, bool takesLists);
/// As textCondition(), for a subject that may be absent: IS NULL and IS NOT NULL are allowed.
Store::Condition keyedCondition(const Condition &condition, QStringView what, bool takesLists);

/// Return the conditions of a filter, and the terms of an order; throw an ApiError for invalid syntax or more than 100
/// terms of an order.
QList<Condition> conditionsOf(const QString &filter);
QList<Ordering> orderingsOf(const QStringList &orders);
void checkOrderCount(qsizetype count);
Store::Direction directionOf(const Ordering &ordering);

Store::LifecycleView viewOf(Wire::MlflowView view);

/// Throws an ApiError that lists the valid keys for a search or an order.
[[noreturn]] void refuseKey(QStringView key, QStringView allowed);
[[noreturn]] void refuseEntity(QStringView entity, QStringView allowed);

} // namespace Roost::Service::Mlflow
