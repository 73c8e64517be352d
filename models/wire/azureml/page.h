// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/workspace.h"

#include <QJsonArray>
#include <QJsonObject>

namespace Roost::Wire {

/// One page of a list, still JSON. `next` is the resource manager's nextLink; `token` the data plane's
/// continuationToken.
struct JsonPage
{
    QList<QJsonObject> items;
    QString next;
    QString token;
};

/// Reads {value, nextLink, continuationToken}; entries that are no objects are left out.
JsonPage pageFrom(const QJsonObject &json);
/// The id of a resource.
QString resourceIdOf(const QJsonObject &resource);
/// {value, nextLink}; no nextLink at the end.
QJsonObject armPage(const QJsonArray &value, const QString &nextLink = {});
/// {value, continuationToken, nextLink}; neither at the end.
QJsonObject dataPage(const QJsonArray &value, const QString &token = {}, const QString &nextLink = {});

/// Body of experiments/NAME/runs:query: newest first.
QJsonObject runsQueryBody(const RunQuery &query, const QString &token);
/// The other way. Only the filter that runsQueryBody() writes is understood ("status eq 'X' or ..."): Rejected
/// for others. `statuses` is empty for all.
struct RunsQuery
{
    QList<RunStatus> statuses;
    QString token;
    int top = 100;
};
Result<RunsQuery> runsQueryFrom(const QJsonObject &body);

} // namespace Roost::Wire
