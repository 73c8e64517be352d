// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backends/mlflow/mlflowcontext.h"

#include "models/wire/json.h"
#include "models/wire/mlflow/artifact.h"

#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace Roost::Mlflow {

namespace {

constexpr int mostPages = 2000;
constexpr qsizetype mostFolders = 5000;

Future<QList<QJsonObject>> pages(const ContextPtr &context, const QString &below, Wire::MlflowList list,
                                 const Query &query, const QString &token, const QList<QJsonObject> &before, int left)
{
    auto pageQuery = query;
    if (!token.isEmpty())
        pageQuery.append({u"page_token"_s, token});
    return andThen(context->client.get(context->url(below, pageQuery)), [=](const QJsonObject &json) {
        const auto page = Wire::mlflowPageFrom(json, list);
        const auto items = before + page.items;
        if (page.next.isEmpty() || page.next == token || left <= 0)
            return readyFuture<QList<QJsonObject>>(items);
        return pages(context, below, list, query, page.next, items, left - 1);
    });
}

// Searches experiments by POST, which all servers accept; Azure ML accepts no other method (mlflow PR 6415).
Future<QList<Wire::MlflowExperiment>> experimentPages(const ContextPtr &context, const QString &token,
                                                      const QList<Wire::MlflowExperiment> &before, int left)
{
    const auto body = Wire::experimentsSearchBody(token);
    return andThen(context->client.query(context->url(u"experiments/search"_s), body), [=](const QJsonObject &json) {
        const auto page = Wire::mlflowPageFrom(json, Wire::MlflowList::Experiments);
        auto experiments = before;
        for (const QJsonObject &one : page.items) {
            const auto experiment = Wire::experimentFrom(one);
            context->experiments.insert(experiment.id, experiment.name);
            if (!experiment.deleted)
                experiments.append(experiment);
        }
        if (page.next.isEmpty() || page.next == token || left <= 0)
            return readyFuture<QList<Wire::MlflowExperiment>>(experiments);
        return experimentPages(context, page.next, experiments, left - 1);
    });
}

Future<QList<Wire::ListedFile>> walk(const ContextPtr &context, const QString &runId, const QStringList &folders,
                                     const QList<Wire::ListedFile> &before, qsizetype seen)
{
    if (folders.isEmpty() || seen > mostFolders)
        return readyFuture<QList<Wire::ListedFile>>(before);
    Query query{{u"run_id"_s, runId}};
    if (!folders.first().isEmpty())
        query.append({u"path"_s, folders.first()});
    return andThen(allItems(context, u"artifacts/list"_s, Wire::MlflowList::Files, query),
                   [=](const QList<QJsonObject> &items) {
                       auto left = folders.sliced(1);
                       auto collected = before;
                       for (const auto &item : items) {
                           const auto file = Wire::fileFromMlflow(item);
                           if (!file)
                               continue;
                           if (file->isFolder && file->path != folders.first())
                               left.append(file->path);
                           else if (!file->isFolder)
                               collected.append(*file);
                       }
                       return walk(context, runId, left, collected, seen + 1);
                   });
}

} // namespace

QUrl Context::url(const QString &below, const Query &query) const
{
    return Rest::urlBelow(base, u"api/2.0/mlflow/"_s + below, query);
}

QUrl Context::plainUrl(const QString &below, const Query &query) const
{
    return Rest::urlBelow(base, below, query);
}

Future<QList<Wire::MlflowExperiment>> experiments(const ContextPtr &context)
{
    return experimentPages(context, {}, {}, mostPages);
}

Future<void> detectVersion(const ContextPtr &context)
{
    constexpr qint64 longest = 40; // a longer text is a page of another program
    Rest::RestRequest request;
    request.url = context->plainUrl(u"version"_s);
    request.limit = longest;
    return then(context->client.send(std::move(request)), [context](const Result<Rest::RestReply> &reply) {
        const auto text = reply ? QString::fromUtf8(reply->body).trimmed() : QString();
        if (!text.isEmpty() && text.front().isDigit())
            context->version = text;
        context->signsAddresses = context->version.isEmpty();
        return readyFuture<void>({});
    });
}

Future<QList<QJsonObject>> allItems(const ContextPtr &context, const QString &below, Wire::MlflowList list,
                                    const Query &query)
{
    return pages(context, below, list, query, {}, {}, mostPages);
}

Future<QList<Wire::ListedFile>> filesBelow(const ContextPtr &context, const QString &runId, const QString &folder)
{
    return walk(context, runId, {folder}, {}, 0);
}

QString artifactUrl(const ContextPtr &context, const QString &runId, const QString &path)
{
    return context->plainUrl(u"get-artifact"_s, {{u"run_id"_s, runId}, {u"path"_s, path}}).toString(QUrl::FullyEncoded);
}

std::pair<QString, QString> artifactOfUrl(const QUrl &url)
{
    return {QUrlQuery(url).queryItemValue(u"run_id"_s, QUrl::FullyDecoded),
            QUrlQuery(url).queryItemValue(u"path"_s, QUrl::FullyDecoded)};
}

} // namespace Roost::Mlflow
