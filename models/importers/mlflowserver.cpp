// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/importers/mlflowserver.h"

#include "models/core/runkeys.h"
#include "models/core/words.h"
#include "models/wire/json.h"
#include "models/wire/mlflow/client.h"
#include "models/wire/mlflow/copyreplies.h"
#include "models/wire/mlflow/copyrequests.h"

#include <QCryptographicHash>
#include <QSet>

#include <algorithm>

namespace Roost::Importers {

using namespace Qt::StringLiterals;

namespace {

constexpr int runsPerPage = 200;
constexpr int pointsPerPage = 25000;
constexpr int experimentsPerSearch = 500;

QString originOf(const QString &id)
{
    return u"mlflow:"_s + id;
}

QString fingerprintOf(const QJsonObject &run)
{
    return u"server:"_s +
           QString::fromLatin1(QCryptographicHash::hash(Wire::print(run), QCryptographicHash::Sha1).toHex());
}

} // namespace

Result<void> MlflowServer::readExperiments(const RunSelection &selection)
{
    const auto read = readPages([&](const QString &token) -> Result<QString> {
        const auto reply = m_api.query(u"experiments/search"_s, Wire::allExperimentsBody(token));
        if (!reply)
            return std::unexpected(reply.error());
        const auto page = Wire::mlflowPageFrom(*reply, Wire::MlflowList::Experiments);
        for (const QJsonObject &one : page.items) {
            const auto experiment = Wire::experimentFrom(one);
            m_names.insert(experiment.id, experiment.name);
            m_tags.insert(experiment.name, experiment.tags);
            const bool isNamed = selection.experiment.isEmpty() || selection.experiment == experiment.name;
            if (isNamed && (selection.withDeleted || !experiment.deleted))
                m_wanted += experiment.id;
        }
        return page.next;
    });
    if (read && m_wanted.isEmpty() && !selection.experiment.isEmpty())
        return failure(ErrorKind::NotFound,
                       Words::tr("%1 has no experiment \"%2\".").arg(title(), selection.experiment));
    return read;
}

Result<QList<SourceRun>> MlflowServer::runs(const RunSelection &selection)
{
    if (const auto read = readExperiments(selection); !read)
        return std::unexpected(read.error());
    QList<SourceRun> found;
    for (qsizetype at = 0; at < m_wanted.size(); at += experimentsPerSearch) {
        const QStringList some = m_wanted.mid(at, experimentsPerSearch);
        const auto read = readPages([&](const QString &token) -> Result<QString> {
            const auto reply =
                m_api.query(u"runs/search"_s,
                            Wire::filteredRunsBody(some, selection.filter, selection.withDeleted, runsPerPage, token));
            if (!reply)
                return std::unexpected(reply.error());
            const auto page = Wire::mlflowPageFrom(*reply, Wire::MlflowList::Runs);
            for (const QJsonObject &one : page.items) {
                const auto run = Wire::mlflowRunFrom(one);
                m_artifacts.insert(run.id, run.artifactUri);
                const QString parent = run.tags.value(TagName::parentRun);
                found += SourceRun{.origin = originOf(run.id),
                                   .parentOrigin = parent.isEmpty() ? QString() : originOf(parent),
                                   .name = run.name,
                                   .experiment = m_names.value(run.experimentId),
                                   .place = run.id,
                                   .fingerprint = fingerprintOf(one),
                                   .deleted = run.deleted};
            }
            return page.next;
        });
        if (!read)
            return std::unexpected(read.error());
    }
    return found;
}

Result<ImportedRun> MlflowServer::read(const SourceRun &source)
{
    const auto reply = m_api.get(u"runs/get"_s, {{u"run_id"_s, source.place}});
    if (!reply)
        return std::unexpected(reply.error());
    const auto run = Wire::mlflowRunFrom(Wire::runIn(*reply));
    m_metrics.clear();
    QStringList &keys = m_metrics[run.id];
    for (const Wire::NamedMetric &metric : run.metrics)
        keys += metric.key;
    return ImportedRun{.source = source,
                       .user = run.user,
                       .status = run.status,
                       .started = run.started,
                       .ended = run.ended,
                       .params = run.params,
                       .tags = run.tags,
                       .datasets = run.datasets,
                       .modelInputs = run.modelInputs,
                       .modelOutputs = run.modelOutputs};
}

Result<void> MlflowServer::points(const ImportedRun &run, const PointSink &sink)
{
    const QStringList keys = m_metrics.value(run.source.place);
    for (const QString &key : keys) {
        if (auto read = pointsOf(run.source.place, key, sink); !read)
            return read;
    }
    return {};
}

Result<void> MlflowServer::pointsOf(const QString &runId, const QString &key, const PointSink &sink)
{
    return readPages([&](const QString &token) -> Result<QString> {
        TrackingApi::Query query{
            {u"run_id"_s, runId}, {u"metric_key"_s, key}, {u"max_results"_s, QString::number(pointsPerPage)}};
        if (!token.isEmpty())
            query += {u"page_token"_s, token};
        const auto reply = m_api.get(u"metrics/get-history"_s, query);
        if (!reply)
            return std::unexpected(reply.error());
        const auto page = Wire::mlflowPageFrom(*reply, Wire::MlflowList::Metrics);
        for (const QJsonObject &one : page.items) {
            const auto point = Wire::metricPointFromMlflow(one);
            if (!point) {
                m_remarks.leftOut(runId, Words::tr("A point of \"%1\" has no value.").arg(key));
                continue;
            }
            if (const auto taken = sink(key, *point); !taken)
                return std::unexpected(taken.error());
        }
        return page.next;
    });
}

Result<QList<ImportedFile>>
MlflowServer::walk(const std::function<Result<QJsonObject>(const QString &folder, const QString &token)> &list,
                   const std::function<QUrl(const QString &path)> &address)
{
    QList<ImportedFile> files;
    QStringList folders{QString()};
    QSet<QString> seen;
    while (!folders.isEmpty()) {
        const QString folder = folders.takeFirst();
        if (seen.contains(folder))
            continue;
        seen.insert(folder);
        const auto read = readPages([&](const QString &token) -> Result<QString> {
            const auto reply = list(folder, token);
            if (!reply)
                return std::unexpected(reply.error());
            const auto page = Wire::mlflowPageFrom(*reply, Wire::MlflowList::Files);
            for (const QJsonObject &one : page.items) {
                const auto file = Wire::fileFromMlflow(one);
                if (file && file->isFolder)
                    folders += file->path;
                else if (file)
                    files += ImportedFile{file->path, address(file->path).toString(QUrl::FullyEncoded), file->size};
            }
            return page.next;
        });
        if (!read)
            return std::unexpected(read.error());
    }
    return files;
}

Result<QList<ImportedFile>> MlflowServer::files(const ImportedRun &run)
{
    const QString &id = run.source.place;
    return walk(
        [&](const QString &folder, const QString &token) {
            TrackingApi::Query query{{u"run_id"_s, id}};
            if (!folder.isEmpty())
                query += {u"path"_s, folder};
            if (!token.isEmpty())
                query += {u"page_token"_s, token};
            return m_api.get(u"artifacts/list"_s, query);
        },
        [&](const QString &path) { return m_api.plainUrl(u"get-artifact"_s, {{u"run_id"_s, id}, {u"path"_s, path}}); });
}

Result<QString> MlflowServer::fetch(const ImportedFile &file, const QString &scratch)
{
    const auto saved = m_api.download(QUrl(file.place, QUrl::StrictMode), scratch);
    return saved ? Result<QString>(scratch) : std::unexpected(saved.error());
}

Result<QList<ImportedLoggedModel>> MlflowServer::loggedModels(const QList<SourceRun> & /*runs*/)
{
    QList<ImportedLoggedModel> found;
    if (m_wanted.isEmpty())
        return found;
    const auto read = readPages([&](const QString &token) -> Result<QString> {
        const auto reply = m_api.query(u"logged-models/search"_s, Wire::loggedModelsSearchBody(m_wanted, token));
        // MLflow 2 has no logged models.
        if (!reply && reply.error().kind == ErrorKind::NotFound)
            return QString();
        if (!reply)
            return std::unexpected(reply.error());
        for (const QJsonObject &one : Wire::loggedModelsIn(*reply)) {
            const auto model = Wire::loggedModelFrom(one);
            found += ImportedLoggedModel{.model = model,
                                         .experiment = m_names.value(model.experimentId),
                                         .params = model.params,
                                         .tags = model.tags,
                                         .metrics = model.metrics};
        }
        return Wire::nextPageIn(*reply);
    });
    return read ? Result<QList<ImportedLoggedModel>>(found) : std::unexpected(read.error());
}

Result<QList<ImportedFile>> MlflowServer::filesOfModel(const ImportedLoggedModel &model)
{
    const QString &id = model.model.id;
    return walk(
        [&](const QString &folder, const QString &token) {
            TrackingApi::Query query;
            if (!folder.isEmpty())
                query += {u"artifact_directory_path"_s, folder};
            if (!token.isEmpty())
                query += {u"page_token"_s, token};
            return m_api.get(u"logged-models/%1/artifacts/directories"_s.arg(id), query);
        },
        [&](const QString &path) {
            return m_api.plainUrl(u"ajax-api/2.0/mlflow/logged-models/%1/artifacts/files"_s.arg(id),
                                  {{u"artifact_file_path"_s, path}});
        });
}

Result<QList<ImportedModel>> MlflowServer::registeredModels()
{
    QList<ImportedModel> found;
    const TrackingApi::Query query{{u"max_results"_s, u"1000"_s}};
    const auto addModel = [&](const QJsonObject &one) -> Result<void> {
        const auto name = Wire::registeredModelFromMlflow(one).name;
        // Only this reply contains the aliases on every server.
        const auto whole = m_api.get(u"registered-models/get"_s, {{u"name"_s, name}});
        const auto versions = whole ? versionsOf(name) : std::unexpected(whole.error());
        if (!versions)
            return std::unexpected(versions.error());
        const auto model = Wire::mlflowModelFrom(Wire::registeredModelIn(*whole));
        found += ImportedModel{model.model, *versions, model.aliases};
        return {};
    };
    const auto read = m_api.getEach(u"registered-models/search"_s, query, Wire::MlflowList::RegisteredModels, addModel);
    return read ? Result<QList<ImportedModel>>(found) : std::unexpected(read.error());
}

Result<QList<ImportedVersion>> MlflowServer::versionsOf(const QString &model)
{
    QList<ImportedVersion> found;
    const TrackingApi::Query query{{u"filter"_s, Wire::versionsOfFilter(model)}, {u"max_results"_s, u"1000"_s}};
    const auto addVersion = [&](const QJsonObject &one) -> Result<void> {
        const auto version = Wire::mlflowModelVersionFrom(one);
        const QString root = m_artifacts.value(version.model.runId) + u'/';
        const bool isBelow = root.size() > 1 && version.model.uri.startsWith(root);
        const QString ofRun = u"runs:/%1/"_s.arg(version.model.runId);
        QString path = isBelow ? version.model.uri.sliced(root.size()) : QString();
        if (version.model.uri.startsWith(ofRun))
            path = version.model.uri.sliced(ofRun.size());
        QString loggedModel = version.registration.loggedModel;
        // MLflow's own server states the logged model only in the source.
        if (loggedModel.isEmpty() && version.model.uri.startsWith("models:/m-"_L1))
            loggedModel = version.model.uri.sliced("models:/"_L1.size());
        found += ImportedVersion{version.model, version.registration.stage, loggedModel, path};
        return {};
    };
    const auto read = m_api.getEach(u"model-versions/search"_s, query, Wire::MlflowList::ModelVersions, addVersion);
    std::ranges::sort(found, {}, [](const ImportedVersion &one) { return one.model.version.toLongLong(); });
    return read ? Result<QList<ImportedVersion>>(found) : std::unexpected(read.error());
}

} // namespace Roost::Importers
