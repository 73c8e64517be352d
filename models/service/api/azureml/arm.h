// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/api/azureml/azuremlapi.h"
#include "models/wire/apierror.h"

#include <QJsonArray>

namespace Roost::Service::AzureMl {

/// Adds a route below the workspace ("/computes/{name}") on the resource manager's plane. The route requires an
/// api-version known to this service and this workspace's own names, and replies to an ApiError of the handler with
/// {"error":{code,message,...}}.
void addArm(Http::Router &router, AzureMlApi &azure, const QByteArray &method, const QByteArray &pattern,
            Http::Handler handler);
/// The same with the whole pattern, for routes outside the workspace.
void addArmRoot(Http::Router &router, AzureMlApi &azure, const QByteArray &method, const QByteArray &pattern,
                Http::Handler handler);
/// A route of the data plane: "/history/v1.0" + workspace + `pattern`. The reply to an ApiError has run history's form.
void addData(Http::Router &router, AzureMlApi &azure, const QByteArray &service, const QByteArray &method,
             const QByteArray &pattern, Http::Handler handler);

/// The offset of a page in a list: the value of "$skipToken" in a nextLink, or the number "$skip"; 0 without both.
qint64 skipOf(const Http::Request &request);
/// The nextLink to the page that starts at that offset.
QString nextPage(const Http::Request &request, qint64 skip);
/// One page of `values` as {value, nextLink}: "$top" (at most `most`) of them from skipOf() on.
Http::Response armList(const Http::Request &request, const QJsonArray &values, int most = 100);
/// The URL of this request with other values for some query keys; an empty value removes the key.
QString sameUrlWith(const Http::Request &request, const QList<std::pair<QString, QString>> &changes);

/// Whether to list an asset with this `archived`: listViewType ActiveOnly (the default), ArchivedOnly or All.
bool isListed(const Http::Request &request, bool archived);

/// "/subscriptions/S/providers/Microsoft.MachineLearningServices/locations/local/`kind`/`id`" with the api-version.
QByteArray operationUrl(const Http::Request &request, AzureMlApi &azure, const QByteArray &kind, const QString &id);

} // namespace Roost::Service::AzureMl
