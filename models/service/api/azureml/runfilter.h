// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"
#include "models/service/store/database/select.h"

#include <QList>

namespace Roost::Service::AzureMl {

/// The part of run history's OData-like filters that is understood: comparisons joined by `and` and `or`
/// (`and` binds tighter; parentheses around one comparison only),
///   status eq 'Running'   status ne 'Failed'   experimentName eq 'birds'   runId eq '..'   displayName eq '..'
///   parentRunId eq '..'   rootRunId eq '..'   names in any case
///   tags/team eq 'vision' properties/x eq '..' createdUtc ge 2026-01-01T00:00:00Z (gt, le, lt too)
class RunFilter
{
public:
    /// An empty text lets everything pass. Rejected, naming the part, for what is not understood.
    static Result<RunFilter> read(const QString &text);

    /// On the tables `runs r` and `experiments e`; empty where everything passes.
    QByteArray condition(Store::Select &query) const;

private:
    enum class Comparison { Equal, NotEqual, Greater, GreaterOrEqual, Less, LessOrEqual };
    struct Term
    {
        QString field;
        Comparison comparison = Comparison::Equal;
        QString value;
    };
    static Result<Term> readTerm(const QString &written, const QString &operation, const QString &value);
    static QByteArray condition(Store::Select &query, const Term &term);

    /// One of these groups must hold as a whole; none at all lets everything pass.
    QList<QList<Term>> m_groups;
};

/// "createdUtc desc", "startTimeUtc asc", "displayName", "status". Empty: newest first.
struct RunOrder
{
    QString field = QStringLiteral("createdUtc");
    bool descending = true;

    static Result<RunOrder> read(const QString &text);
    /// Equal ones are told apart by id, so that pages never overlap.
    void addTo(Store::Select &query) const;
};

} // namespace Roost::Service::AzureMl
