// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/http/request.h"
#include "models/service/http/response.h"

#include <QByteArray>
#include <QList>

#include <functional>

namespace Roost::Service::Http {

/// Runs on a thread of the server; may block (a long poll) and may read the body piece by piece.
using Handler = std::function<Response(Request &)>;

/// The access check of a route. The handler of an open route checks requests itself (a signature in the URL), or the
/// route is public.
enum class Access { Token, Open };

/// Routes by method and pattern. Add all routes before the server starts; afterwards the router is read-only.
///
/// In a pattern "/a/{name}/b", `{name}` is one segment; `{name*}` at the end is the rest of the path with its slashes
/// and may be empty. Fixed segments match case-insensitively, as Azure's paths do. The first matching route is used.
class Router
{
public:
    void add(const QByteArray &method, const QByteArray &pattern, Handler handler, Access access = Access::Token);

    struct Match
    {
        const Handler *handler = nullptr; // null if no route matches
        Access access = Access::Token;
        bool otherMethod = false; // whether the path has a route with another method
        QHash<QString, QString> captures;
    };
    /// Finds the route. `path` is still percent-encoded; captures are decoded once. Routes of GET also serve HEAD.
    Match find(QByteArrayView method, QByteArrayView path) const;

private:
    struct Route
    {
        QByteArray method;
        QList<QByteArray> segments;
        bool hasTail = false;
        Access access = Access::Token;
        Handler handler;
    };
    static bool fits(const Route &route, const QList<QByteArray> &segments, QHash<QString, QString> &captures);

    QList<Route> m_routes;
};

/// "/subscriptions/{subscription}/resourceGroups/{group}/providers/Microsoft.MachineLearningServices/workspaces/{workspace}"
extern const QByteArray workspacePattern;

} // namespace Roost::Service::Http
