// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/api/azureml/azuremlapi.h"
#include "models/wire/apierror.h"

#include <QJsonArray>

namespace Roost::Service::AzureMl {

/// Adds a route below the workspace ("/computes/{name}") on the resource manager's plane. The route requires an
/// api-version that this service implements, and the names of this workspace. The reply to an ApiError of the handler
/// is {"error":{code,message,...}}.
void addArm(Http::Router &router, AzureMlApi &azure, const QByteArray &method, const QByteArray &pattern,
            Http::Handler handler);
/// Adds a route outside the workspace; `pattern` is the whole pattern.
void addArmRoot(Http::Router &router, AzureMlApi &azure, const QByteArray &method, const QByteArray &pattern,
                Http::Handler handler);
/// Adds a route of the data plane: "/history/v1.0" + workspace + `pattern`. The reply to an ApiError has the form of
/// run history.
void addData(Http::Router &router, AzureMlApi &azure, const QByteArray &service, const QByteArray &method,
             const QByteArray &pattern, Http::Handler handler);

/// Returns the offset of a page in a list: the value of "$skipToken" in a nextLink, or the number "$skip"; 0 if both
/// are absent.
qint64 skipOf(const Http::Request &request);
/// Returns the nextLink to the page that starts at that offset.
QString nextPage(const Http::Request &request, qint64 skip);
/// Returns one page of `values` as {value, nextLink}, starting at skipOf() with "$top" values, but at most `most`.
Http::Response armList(const Http::Request &request, const QJsonArray &values, int most = 100);
/// Returns the URL of this request with other values for some query keys; an empty value removes the key.
QString sameUrlWith(const Http::Request &request, const QList<std::pair<QString, QString>> &changes);

/// Returns whether to list an asset with this `archived`: listViewType is ActiveOnly (the default), ArchivedOnly or
/// All.
bool isListed(const Http::Request &request, bool archived);

/// Returns "/subscriptions/S/providers/Microsoft.MachineLearningServices/locations/local/`kind`/`id`" with the
/// api-version.
QByteArray operationUrl(const Http::Request &request, AzureMlApi &azure, const QByteArray &kind, const QString &id);

} // namespace Roost::Service::AzureMl
