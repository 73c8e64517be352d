// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backends/azureml/azurecontext.h"

#include "models/wire/azureml/page.h"
#include "models/wire/roost/service.h"

#include <QUrlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Roost::AzureMl {

namespace {

// A list without an end must not be followed forever.
constexpr int mostPages = 2000;

QUrl build(const QUrl &base, const QString &path, const Query &query)
{
    QUrl url(base);
    auto before = base.path(QUrl::FullyEncoded);
    while (before.endsWith(u'/'))
        before.chop(1);
    url.setPath(before + path, QUrl::TolerantMode);
    if (!query.isEmpty()) {
        QUrlQuery items;
        for (const auto &[key, value] : query)
            items.addQueryItem(key, segment(value));
        url.setQuery(items);
    }
    return url;
}

Future<QList<QJsonObject>> pagesFrom(const ContextPtr &context, const QUrl &url, const QList<QJsonObject> &before,
                                     int left)
{
    return andThen(context->client.get(url), [context, url, before, left](const QJsonObject &json) {
        const auto page = Wire::pageFrom(json);
        const auto collected = before + page.items;
        const QUrl next(page.next);
        if (page.next.isEmpty() || next == url || left <= 0)
            return readyFuture<QList<QJsonObject>>(collected);
        return pagesFrom(context, next, collected, left - 1);
    });
}

} // namespace

QString segment(const QString &name)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(name));
}

void Context::remember(const QUrl &container, Renewal renewal)
{
    renewals.insert(container.toString(QUrl::FullyEncoded), std::move(renewal));
}

int pollDelayMs(qint64 retryAfter, int polls)
{
    constexpr qint64 longest = 10;
    const qint64 seconds = retryAfter < 0 ? std::min(longest, qint64(1) << std::clamp(polls, 0, 4))
                                          : std::clamp<qint64>(retryAfter, 1, 60);
    return int(seconds) * 1000;
}

QUrl Context::armUrl(const QString &below, const Query &query) const
{
    return build(arm, id.path() + below, Query{{u"api-version"_s, apiVersion}} + query);
}

QUrl Context::subscriptionUrl(const QString &below) const
{
    return build(arm, u"/subscriptions/"_s + id.subscription + below, {{u"api-version"_s, apiVersion}});
}

QUrl Context::dataUrl(const QString &service, const QString &below, const Query &query) const
{
    return build(api, u'/' + service + id.path() + below, query);
}

QUrl Context::mlflowUrl(const QString &below, const Query &query) const
{
    return build(mlflow, u"/api/2.0/mlflow/"_s + below, query);
}

QUrl Context::roostUrl(const QString &below, const Query &query) const
{
    return build(api, Wire::extensionsPath + below, query);
}

Future<QList<QJsonObject>> allPages(const ContextPtr &context, const QUrl &first)
{
    return pagesFrom(context, first, {}, mostPages);
}

} // namespace Roost::AzureMl
