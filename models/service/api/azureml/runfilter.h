// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"
#include "models/service/store/tracking/historysearch.h"

#include <QList>

namespace Roost::Service::AzureMl {

/// The part of run history's OData-like filters that the service supports: comparisons joined by `and` and `or`
/// (`and` binds tighter; parentheses around one comparison only),
///   status eq 'Running'   status ne 'Failed'   experimentName eq 'birds'   runId eq '..'   displayName eq '..'
///   parentRunId eq '..'   rootRunId eq '..'   names in any case
///   tags/team eq 'vision' properties/x eq '..' createdUtc ge 2026-01-01T00:00:00Z (gt, le, lt too)
class RunFilter
{
public:
    /// Reads a filter. An empty text matches all runs. Rejected for any other syntax; the error quotes the part that
    /// was not understood.
    static Result<RunFilter> read(const QString &text);

    void addTo(Store::HistorySearch &search) const { search.where(m_groups); }

private:
    static Result<Store::HistorySearch::Term> readTerm(const QString &field, const QString &operation,
                                                       const QString &value);

    QList<QList<Store::HistorySearch::Term>> m_groups;
};

/// An order: "createdUtc desc", "startTimeUtc asc", "displayName", "status". Empty: newest first.
struct RunOrder
{
    Store::HistorySearch::Subject subject = Store::HistorySearch::Field::Created;
    bool descending = true;

    static Result<RunOrder> read(const QString &text);
    void addTo(Store::HistorySearch &search) const { search.orderBy(subject, descending); }
};

} // namespace Roost::Service::AzureMl
