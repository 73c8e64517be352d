// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backends/mlflow/mlflowrunhistory.h"

#include "models/wire/json.h"
#include "models/wire/mlflow/client.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Roost::Mlflow {

namespace {

constexpr int metricPage = 5000;

Future<Page<Run>> search(const ContextPtr &context, const QStringList &ids, const RunQuery &query, const QString &page)
{
    if (ids.isEmpty())
        return readyFuture<Page<Run>>(Page<Run>());
    const bool activeOnly = query.activeOnly;
    const auto url = context->url(u"runs/search"_s);
    const auto filtered = context->client.query(url, Wire::runsSearchBody(ids, query.pageSize, page, activeOnly));
    const auto reply = then(filtered, [=](const Result<QJsonObject> &json) {
        // A server without this filter sends all runs.
        if (activeOnly && !json && json.error().kind == ErrorKind::Rejected)
            return context->client.query(url, Wire::runsSearchBody(ids, query.pageSize, page));
        return readyFuture<QJsonObject>(json);
    });
    return transform(reply, [context, activeOnly](const QJsonObject &json) -> Result<Page<Run>> {
        const auto listed = Wire::mlflowPageFrom(json, Wire::MlflowList::Runs);
        Page<Run> found;
        for (const QJsonObject &one : listed.items) {
            auto run = Wire::runFromMlflow(one);
            run.experiment = context->experiments.value(Wire::experimentIdOfMlflow(one));
            if (!(activeOnly && isTerminal(run.status)))
                found.items.append(run);
        }
        found.next = listed.next;
        return found;
    });
}

Future<Run> withExperiment(const ContextPtr &context, const Run &run, const QString &experimentId)
{
    auto named = run;
    named.experiment = context->experiments.value(experimentId);
    if (!named.experiment.isEmpty() || experimentId.isEmpty())
        return readyFuture<Run>(named);
    const auto url = context->url(u"experiments/get"_s, {{u"experiment_id"_s, experimentId}});
    return transform(context->client.get(url), [context, named, experimentId](const QJsonObject &json) -> Result<Run> {
        auto whole = named;
        whole.experiment = Wire::experimentFrom(Wire::experimentIn(json)).name;
        context->experiments.insert(experimentId, whole.experiment);
        return whole;
    });
}

Future<Run> runNow(const ContextPtr &context, const QString &id)
{
    return andThen(context->client.get(context->url(u"runs/get"_s, {{u"run_id"_s, id}})),
                   [context](const QJsonObject &json) {
                       const auto run = Wire::runIn(json);
                       return withExperiment(context, Wire::runFromMlflow(run), Wire::experimentIdOfMlflow(run));
                   });
}

// The page to request again, and the number of its points that were already returned: the last page grows.
struct Place
{
    QString token;
    qint64 seen = 0;

    QString toText() const { return QString::fromUtf8(Wire::print({{u"token"_s, token}, {u"seen"_s, seen}})); }
    static Place fromText(const QString &text)
    {
        const auto json = Wire::parseObject(text.toUtf8()).value_or(QJsonObject());
        return {Wire::text(json.value("token"_L1)), Wire::integer(json.value("seen"_L1))};
    }
};

MetricHistory historyFrom(const QJsonObject &json, const Place &place)
{
    const auto page = Wire::mlflowPageFrom(json, Wire::MlflowList::Metrics);
    const QString &next = page.next;
    QList<MetricPoint> points;
    for (const QJsonObject &one : page.items) {
        if (const auto point = Wire::metricPointFromMlflow(one))
            points.append(*point);
    }
    MetricHistory history;
    history.points = points.mid(std::min<qsizetype>(place.seen, points.size()));
    history.more = !next.isEmpty() && next != place.token;
    history.cursor = (history.more ? Place{next, 0} : Place{place.token, points.size()}).toText();
    return history;
}

bool isLog(const QString &path)
{
    return path.startsWith("logs/"_L1) || path.endsWith(".log"_L1);
}

} // namespace

Future<Page<Run>> MlflowRunHistory::runs(const RunQuery &query, const QString &page)
{
    const auto context = m_context;
    const bool isNextPage = !page.isEmpty() && query.experiment.isEmpty() && !context->activeExperiments.isEmpty();
    if (isNextPage)
        return search(context, context->activeExperiments, query, page);
    return andThen(experiments(context), [=](const QList<Wire::MlflowExperiment> &all) {
        QStringList ids;
        for (const auto &one : all) {
            if (query.experiment.isEmpty() || one.name == query.experiment)
                ids.append(one.id);
        }
        if (query.experiment.isEmpty())
            context->activeExperiments = ids;
        return search(context, ids, query, page);
    });
}

Future<Run> MlflowRunHistory::run(const QString &id)
{
    return runNow(m_context, id);
}

Future<QList<FileRef>> MlflowRunHistory::logs(const QString &runId)
{
    const auto context = m_context;
    return transform(filesBelow(context, runId, {}),
                     [=](const QList<Wire::ListedFile> &files) -> Result<QList<FileRef>> {
                         QList<FileRef> logs;
                         for (const auto &file : files) {
                             if (isLog(file.path))
                                 logs.append({file.path, artifactUrl(context, runId, file.path)});
                         }
                         return logs;
                     });
}

Future<QList<Artifact>> MlflowRunHistory::artifacts(const QString &runId, const QString &prefix)
{
    // The server lists only folders; the part of the prefix after the last slash is matched here.
    const auto folder = prefix.section(u'/', 0, -2);
    return transform(filesBelow(m_context, runId, folder),
                     [prefix](const QList<Wire::ListedFile> &files) -> Result<QList<Artifact>> {
                         QList<Artifact> artifacts;
                         for (const auto &file : files) {
                             if (file.path.startsWith(prefix))
                                 artifacts.append({file.path, file.size, {}});
                         }
                         return artifacts;
                     });
}

Future<FileRef> MlflowRunHistory::file(const QString &runId, const QString &path)
{
    return readyFuture<FileRef>(FileRef{path, artifactUrl(m_context, runId, path)});
}

Future<Chunk> MlflowRunHistory::read(const FileRef &file, qint64 offset, qint64 limit)
{
    return m_artifacts.read(QUrl(file.url), offset, limit);
}

Future<MetricHistory> MlflowRunHistory::metric(const QString &runId, const QString &key, const QString &cursor)
{
    const auto place = Place::fromText(cursor);
    // Without max_results releases from about 3.2 to 3.13 reply with an empty page.
    Query query{{u"run_id"_s, runId}, {u"metric_key"_s, key}, {u"max_results"_s, QString::number(metricPage)}};
    if (!place.token.isEmpty())
        query.append({u"page_token"_s, place.token});
    return transform(m_context->client.get(m_context->url(u"metrics/get-history"_s, query)),
                     [place](const QJsonObject &json) -> Result<MetricHistory> { return historyFrom(json, place); });
}

Future<Run> MlflowRunHistory::setTag(const QString &runId, const QString &key, const QString &value)
{
    const auto context = m_context;
    const auto body = Wire::runTagBody(runId, key, value);
    const auto below = value.isNull() ? u"runs/delete-tag"_s : u"runs/set-tag"_s;
    return andThen(context->client.query(context->url(below), body),
                   [=](const QJsonObject &) { return runNow(context, runId); });
}

Future<Run> MlflowRunHistory::rename(const QString &runId, const QString &displayName)
{
    const auto context = m_context;
    const auto body = Wire::runNameBody(runId, displayName);
    return andThen(context->client.query(context->url(u"runs/update"_s), body),
                   [=](const QJsonObject &) { return runNow(context, runId); });
}

} // namespace Roost::Mlflow
