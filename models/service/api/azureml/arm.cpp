// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/api/azureml/arm.h"

#include "models/core/wholematch.h"
#include "models/wire/azureml/page.h"
#include "models/wire/errors.h"
#include "models/wire/json.h"

#include <QRegularExpression>
#include <QUrl>
#include <QUrlQuery>
#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Roost::Service::AzureMl {

using namespace Http;

namespace {

const QStringList stableVersions{u"2023-10-01"_s, u"2024-04-01"_s, u"2024-10-01"_s, u"2025-04-01"_s, u"2025-06-01"_s,
                                 u"2025-09-01"_s, u"2025-12-01"_s, u"2026-03-01"_s, u"2026-05-01"_s};

// Returns whether the service implements this api-version. In the parts that this service implements, previews differ
// from the stable version of their time only by additions, and Microsoft's SDK requests more than a dozen previews.
bool isKnownVersion(const QString &version)
{
    static const QRegularExpression preview = wholeMatch(u"202[1-9]-\\d\\d-\\d\\d-(?:dataplane)?preview"_s);
    static const QRegularExpression older = wholeMatch(u"202[23]-\\d\\d-01"_s);
    return stableVersions.contains(version) || preview.match(version).hasMatch() || older.match(version).hasMatch();
}

QString freshId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

QString nowText()
{
    return QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs);
}

int statusOf(const Wire::ApiError &problem)
{
    return problem.status().value_or(Wire::statusOfKind(problem.error().kind));
}

// Adds the headers that Azure adds to every reply: the request id that its support uses, and the number of remaining
// requests, which is constant here.
void addArmHeaders(const Request &request, Response &response, const QString &id)
{
    const auto has = [&response](QByteArrayView name) {
        return std::ranges::any_of(response.headers, [name](const auto &header) {
            return header.first.compare(name, Qt::CaseInsensitive) == 0;
        });
    };
    const auto add = [&](const char *name, const QByteArray &value) {
        if (!has(name))
            response.setHeader(name, value);
    };
    const bool isError = response.status >= 400 && !response.content.isEmpty();
    add("x-ms-correlation-request-id", id.toLatin1());
    add("x-ms-request-id", id.toLatin1());
    add("x-ms-routing-request-id",
        "LOCAL:" + QDateTime::currentDateTimeUtc().toString(u"yyyyMMddTHHmmssZ"_s).toLatin1() + ':' + id.toLatin1());
    add("x-ms-response-type", isError ? "error" : "standard");
    if (request.method == "GET")
        add("x-ms-ratelimit-remaining-subscription-reads", "249");
    else if (request.method == "DELETE")
        add("x-ms-ratelimit-remaining-subscription-deletes", "199");
    else
        add("x-ms-ratelimit-remaining-subscription-writes", "199");
    // A created resource has the address of the PUT; a pending operation has another address.
    if (response.status == 201 && !has("Azure-AsyncOperation"))
        add("Location", sameUrlWith(request, {}).toLatin1());
}

std::optional<Response> whyNotThisVersion(const Request &request)
{
    const QString version = request.parameter(u"api-version");
    if (isKnownVersion(version))
        return std::nullopt;
    const QString known = stableVersions.join(u"', '"_s);
    if (version.isEmpty()) {
        return Response::json(Wire::armError(u"MissingApiVersionParameter"_s,
                                             u"The api-version query parameter (?api-version=) is required for all "
                                             "requests. Accepted are '%1' and previews."_s.arg(known),
                                             u"api-version"_s),
                              400);
    }
    return Response::json(
        Wire::armError(u"InvalidApiVersionParameter"_s,
                       u"The api-version '%1' is not known here. Accepted are '%2' and previews."_s.arg(version, known),
                       u"api-version"_s),
        400);
}

// Compares only the names in the route's pattern.
bool isAnotherWorkspace(const Request &request, AzureMlApi &azure)
{
    const auto own = azure.workspace();
    const auto differs = [&request](QStringView key, const QString &name) {
        return request.captures.contains(key.toString()) &&
               request.capture(key).compare(name, Qt::CaseInsensitive) != 0;
    };
    return differs(u"subscription", own.subscription) || differs(u"group", own.resourceGroup) ||
           differs(u"workspace", own.name);
}

// Returns the reply of Azure's gateway for an unknown workspace.
Response noSuchWorkspace(const Request &request)
{
    const QString wanted = request.capture(u"workspace");
    const bool below = !request.path.endsWith(QByteArray('/' + wanted.toUtf8()));
    return Response::json(Wire::noWorkspaceError(wanted, below), 404).with("x-ms-failure-cause", "gateway");
}

} // namespace

void addArmRoot(Router &router, AzureMlApi &azure, const QByteArray &method, const QByteArray &pattern, Handler handler)
{
    router.add(method, pattern, [&azure, handler = std::move(handler)](Request &request) -> Response {
        const QString id = freshId();
        auto response = [&]() -> Response {
            if (auto refused = whyNotThisVersion(request))
                return *refused;
            if (isAnotherWorkspace(request, azure))
                return noSuchWorkspace(request);
            try {
                return handler(request);
            } catch (const Wire::ApiError &problem) {
                return Response::json(Wire::armError(problem.error(), id, nowText()), statusOf(problem));
            }
        }();
        addArmHeaders(request, response, id);
        return response;
    });
}

void addArm(Router &router, AzureMlApi &azure, const QByteArray &method, const QByteArray &pattern, Handler handler)
{
    addArmRoot(router, azure, method, workspacePattern + pattern, std::move(handler));
}

void addData(Router &router, AzureMlApi &azure, const QByteArray &service, const QByteArray &method,
             const QByteArray &pattern, Handler handler)
{
    router.add(
        method, '/' + service + workspacePattern + pattern,
        [&azure, handler = std::move(handler)](Request &request) -> Response {
            try {
                if (isAnotherWorkspace(request, azure)) {
                    throw Wire::ApiError(
                        ErrorKind::NotFound,
                        u"This service has one workspace, %1; the request asks for another. Check the workspace's name."_s
                            .arg(azure.workspace().path()));
                }
                return handler(request);
            } catch (const Wire::ApiError &problem) {
                return Response::json(Wire::dataPlaneError(problem.error(), freshId(), nowText()), statusOf(problem));
            }
        });
}

QString sameUrlWith(const Request &request, const QList<std::pair<QString, QString>> &changes)
{
    QUrlQuery query;
    for (const auto &[key, value] : request.query) {
        const bool changed = std::ranges::any_of(changes, [&key](const auto &change) { return change.first == key; });
        if (!changed)
            query.addQueryItem(key, QString::fromLatin1(QUrl::toPercentEncoding(value)));
    }
    for (const auto &[key, value] : changes) {
        if (value.isEmpty())
            continue;
        query.addQueryItem(key, QString::fromLatin1(QUrl::toPercentEncoding(value)));
    }
    return request.origin() % QString::fromLatin1(request.path) % u'?' % query.toString(QUrl::FullyEncoded);
}

qint64 skipOf(const Request &request)
{
    if (request.hasParameter(u"$skipToken"))
        return QByteArray::fromBase64(request.parameter(u"$skipToken").toLatin1()).toLongLong();
    return request.parameter(u"$skip").toLongLong();
}

QString nextPage(const Request &request, qint64 skip)
{
    // Clients return a token unchanged, so its value need not be readable as a number.
    const auto token = QByteArray::number(skip).rightJustified(8, '0').toBase64();
    return sameUrlWith(request, {{u"$skipToken"_s, QString::fromLatin1(token)}, {u"$skip"_s, {}}});
}

Response armList(const Request &request, const QJsonArray &values, int most)
{
    const auto skip = std::clamp<qsizetype>(skipOf(request), 0, values.size());
    const auto requested = request.parameter(u"$top").toLongLong();
    const auto count =
        std::min<qsizetype>(requested > 0 ? std::min<qsizetype>(requested, most) : most, values.size() - skip);
    QJsonArray page;
    for (qsizetype i = skip; i < skip + count; ++i)
        page.append(values.at(i));
    const bool more = skip + count < values.size();
    return Response::json(Wire::armPage(page, more ? nextPage(request, skip + count) : QString()));
}

bool isListed(const Request &request, bool archived)
{
    const QString view = request.parameter(u"listViewType");
    if (view.compare(u"All", Qt::CaseInsensitive) == 0)
        return true;
    return archived == (view.compare(u"ArchivedOnly", Qt::CaseInsensitive) == 0);
}

QByteArray operationUrl(const Request &request, AzureMlApi &azure, const QByteArray &kind, const QString &id)
{
    const QString path = u"/subscriptions/"_s % azure.workspace().subscription %
                         u"/providers/Microsoft.MachineLearningServices/locations/local/"_s %
                         QString::fromLatin1(kind) % u'/' % id % u"?api-version="_s % request.parameter(u"api-version");
    return QString(request.origin() % path).toLatin1();
}

} // namespace Roost::Service::AzureMl
