// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/workspace.h"

#include <QJsonArray>
#include <QJsonObject>

namespace Roost::Wire {

/// One page of a list, still as JSON. `next` is the resource manager's nextLink, `token` the data plane's
/// continuationToken.
struct JsonPage
{
    QList<QJsonObject> items;
    QString next;
    QString token;
};

/// Reads {value, nextLink, continuationToken}; entries that are not objects are left out.
JsonPage pageFrom(const QJsonObject &json);
/// Returns the id of a resource.
QString resourceIdOf(const QJsonObject &resource);
/// Returns {value, nextLink}; at the end without nextLink.
QJsonObject armPage(const QJsonArray &value, const QString &nextLink = {});
/// Returns {value, continuationToken, nextLink}; at the end without both.
QJsonObject dataPage(const QJsonArray &value, const QString &token = {}, const QString &nextLink = {});

/// Returns the body of experiments/NAME/runs:query: newest first.
QJsonObject runsQueryBody(const RunQuery &query, const QString &token);
/// Reads the body that runsQueryBody() writes. Other filters than its own ("status eq 'X' or ...") are Rejected.
/// `statuses` is empty for all.
struct RunsQuery
{
    QList<RunStatus> statuses;
    QString token;
    int top = 100;
};
Result<RunsQuery> runsQueryFrom(const QJsonObject &body);

} // namespace Roost::Wire
