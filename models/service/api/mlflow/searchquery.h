// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/api/mlflow/searchfilter.h"
#include "models/service/store/database/select.h"

namespace Roost::Service::Mlflow {

/// A Select whose conditions and orders are MLflow's.
class SearchQuery : public Store::Select
{
public:
    using Select::Select;

    /// `expression` compared as the condition says. These throw a Refusal where the operator or the value does
    /// not fit the kind of the subject; `what` names it in the message.
    QByteArray numeric(const QByteArray &expression, const Condition &condition, QStringView what);
    /// A stored metric, whose number is 0 where its column `nan` is set: NaN compares unequal to everything.
    QByteArray metric(const QByteArray &table, const Condition &condition);
    QByteArray textual(const QByteArray &expression, const Condition &condition, QStringView what, bool lists);
    /// A condition on a row of `table` ("run_tags") whose owner is `owner` ("run = r.seq") and whose key is the
    /// condition's; rows that have none match IS NULL alone.
    QByteArray keyed(const QByteArray &table, const QByteArray &owner, const Condition &condition, QStringView what,
                     bool lists);
    /// As those of Select; a Refusal where there are more of them than a query may have.
    void addOrdering(const QByteArray &expression, bool descending, bool nullable = false);

private:
    int m_orderings = 0;
};

/// Throws a Refusal naming what may be searched or ordered by.
[[noreturn]] void refuseKey(QStringView key, QStringView allowed);
[[noreturn]] void refuseEntity(QStringView entity, QStringView allowed);

} // namespace Roost::Service::Mlflow
