// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/http/router.h"

namespace Roost::Service::Http {

const QByteArray workspacePattern = "/subscriptions/{subscription}/resourceGroups/{group}/providers/"
                                    "Microsoft.MachineLearningServices/workspaces/{workspace}";

namespace {

bool isCapture(const QByteArray &segment)
{
    return segment.startsWith('{') && segment.endsWith('}');
}

QList<QByteArray> split(QByteArrayView path)
{
    // A client whose base address ends in a slash sends paths that begin with two.
    while (path.startsWith('/'))
        path = path.sliced(1);
    return path.toByteArray().split('/');
}

} // namespace

void Router::add(const QByteArray &method, const QByteArray &pattern, Handler handler, Access access)
{
    Route route;
    route.method = method;
    route.segments = split(pattern);
    route.access = access;
    route.handler = std::move(handler);
    if (route.segments.last().endsWith("*}")) {
        route.hasTail = true;
        route.segments.last().replace("*}", "}");
    }
    m_routes.append(std::move(route));
}

Router::Match Router::find(QByteArrayView method, QByteArrayView path) const
{
    const QByteArrayView wanted = method == "HEAD" ? QByteArrayView("GET") : method;
    const QList<QByteArray> segments = split(path);
    Match match;
    for (const Route &route : m_routes) {
        const bool rightMethod = route.method == wanted;
        if ((!rightMethod && match.otherMethod) || !fits(route, segments, match.captures))
            continue;
        if (rightMethod) {
            match.handler = &route.handler;
            match.access = route.access;
            return match;
        }
        match.otherMethod = true;
    }
    match.captures.clear();
    return match;
}

bool Router::fits(const Route &route, const QList<QByteArray> &segments, QHash<QString, QString> &captures)
{
    const qsizetype fixed = route.hasTail ? route.segments.size() - 1 : route.segments.size();
    if (segments.size() < fixed || (!route.hasTail && segments.size() != fixed))
        return false;
    for (qsizetype i = 0; i < fixed; ++i) {
        const QByteArray &pattern = route.segments.at(i);
        if (isCapture(pattern) ? segments.at(i).isEmpty() : pattern.compare(segments.at(i), Qt::CaseInsensitive) != 0)
            return false;
    }
    captures.clear();
    const auto nameOf = [](const QByteArray &segment) { return QString::fromLatin1(segment.sliced(1).chopped(1)); };
    for (qsizetype i = 0; i < fixed; ++i) {
        if (isCapture(route.segments.at(i)))
            captures.insert(nameOf(route.segments.at(i)), decodeSegment(segments.at(i)));
    }
    if (route.hasTail) {
        const QByteArray rest = segments.sliced(fixed).join('/');
        captures.insert(nameOf(route.segments.last()), decodeSegment(rest));
    }
    return true;
}

} // namespace Roost::Service::Http
