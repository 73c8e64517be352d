// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/api/mlflow/searchfilter.h"
#include "models/service/store/select.h"

namespace Roost::Service::Mlflow {

/// A Select whose conditions and orders are MLflow's.
class SearchQuery : public Select
{
public:
    using Select::Select;

    /// `expression` compared as the condition says. These throw a Refusal where the operator or the value does
    /// not fit the kind of the subject; `what` names it in the message.
    QByteArray numeric(const QByteArray &expression, const Condition &condition, QStringView what);
    QByteArray textual(const QByteArray &expression, const Condition &condition, QStringView what, bool lists);
    /// A condition on a row of `table` ("run_tags") whose owner is `owner` ("run = r.seq") and whose key is the
    /// condition's; rows that have none do not match.
    QByteArray keyed(const QByteArray &table, const QByteArray &owner, const Condition &condition, QStringView what,
                     bool lists);
};

/// Throws a Refusal naming what may be searched or ordered by.
[[noreturn]] void refuseKey(QStringView key, QStringView allowed);
[[noreturn]] void refuseEntity(QStringView entity, QStringView allowed);

} // namespace Roost::Service::Mlflow
