// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backends/mlflow/mlflowmodelregistry.h"

#include "models/core/modelkeys.h"
#include "models/core/words.h"
#include "models/wire/json.h"
#include "models/wire/mlflow/client.h"
#include "models/wire/mlflow/model.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Roost::Mlflow {

using namespace Rest;

namespace {

// Creates the name if it does not exist, because a second version requires an existing name. Servers report an existing
// name with 400 or 409.
Future<void> ensureName(const ContextPtr &context, const QString &name)
{
    const auto url = context->url(u"registered-models/get"_s, {{u"name"_s, name}});
    return then(context->client.get(url), [=](const Result<QJsonObject> &json) -> Future<void> {
        if (json)
            return readyFuture<void>({});
        if (json.error().kind != ErrorKind::NotFound)
            return readyFuture<void>(std::unexpected(json.error()));
        return transform(context->client.post(context->url(u"registered-models/create"_s), Wire::modelNameBody(name)),
                         [](const QJsonObject &) -> Result<void> { return {}; });
    });
}

// Returns the location of the run's files, in the server's own scheme.
Future<QString> artifactRoot(const ContextPtr &context, const QString &runId)
{
    return transform(context->client.get(context->url(u"runs/get"_s, {{u"run_id"_s, runId}})),
                     [](const QJsonObject &json) -> Result<QString> { return Wire::artifactRootIn(json); });
}

// Returns the path within the run's artifacts to which a version's source refers; empty if the source is not below the
// run.
QString pathInRun(const QString &source, const QString &runId)
{
    if (source.startsWith("runs:/"_L1))
        return source.section(u'/', 2).isEmpty() ? QString() : source.sliced(6).section(u'/', 1);
    const QString mark = u'/' + runId + "/artifacts/"_L1;
    const auto at = source.indexOf(mark);
    return at < 0 ? QString() : source.sliced(at + mark.size());
}

} // namespace

Future<QList<RegisteredModel>> MlflowModelRegistry::models()
{
    const auto context = m_context;
    const auto found = then(allItems(m_context, u"registered-models/search"_s, Wire::MlflowList::RegisteredModels,
                                     {{u"max_results"_s, u"500"_s}}),
                            [context](const Result<QList<QJsonObject>> &listed) {
                                if (listed || !context->version.isEmpty() || listed.error().mayPass())
                                    return readyFuture<QList<QJsonObject>>(listed);
                                auto error = listed.error();
                                error.text = Words::tr("This service does not list its models by MLflow's API: \"%1\" "
                                                       "Models in Unity Catalog are shown only by Databricks itself.")
                                                 .arg(error.text);
                                return readyFuture<QList<QJsonObject>>(std::unexpected(error));
                            });
    return transform(found, [](const QList<QJsonObject> &items) -> Result<QList<RegisteredModel>> {
        QList<RegisteredModel> models;
        for (const auto &item : items)
            models.append(Wire::registeredModelFromMlflow(item));
        return models;
    });
}

Future<QList<ModelVersion>> MlflowModelRegistry::versions(const QString &name)
{
    const auto context = m_context;
    // The grammar has no escape; a name with both quotes is not found.
    const QChar quote = name.contains(u'\'') ? u'"' : u'\'';
    const auto found = allItems(context, u"model-versions/search"_s, Wire::MlflowList::ModelVersions,
                                {{u"filter"_s, u"name="_s + quote + name + quote}, {u"max_results"_s, u"500"_s}});
    return andThen(found, [context, name](const QList<QJsonObject> &items) {
        // The search omits aliases, and servers of before MLflow 2.3 have none.
        const auto model = context->client.get(context->url(u"registered-models/get"_s, {{u"name"_s, name}}));
        return then(model, [items](const Result<QJsonObject> &reply) {
            const auto aliases = reply ? Wire::aliasesIn(*reply) : QHash<QString, QStringList>();
            QList<ModelVersion> versions;
            for (const auto &item : items) {
                versions.append(Wire::modelVersionFromMlflow(item));
                if (const auto names = aliases.value(versions.last().version); !names.isEmpty())
                    versions.last().properties.insert(PropertyName::aliases, names.join(u", "_s));
            }
            std::ranges::stable_sort(versions, std::greater(),
                                     [](const ModelVersion &v) { return v.version.toLongLong(); });
            return readyFuture<QList<ModelVersion>>(versions);
        });
    });
}

Future<ModelVersion> MlflowModelRegistry::create(const QString &name, const QString &runId, const QString &path,
                                                 const QString &description, const StringMap &tags)
{
    const auto context = m_context;
    return andThen(ensureName(context, name), [=] {
        return andThen(artifactRoot(context, runId), [=](const QString &root) {
            const auto body = Wire::newModelVersionBody(name, root + u'/' + path, runId, description, tags);
            return transform(context->client.post(context->url(u"model-versions/create"_s), body),
                             [](const QJsonObject &json) -> Result<ModelVersion> {
                                 return Wire::modelVersionFromMlflow(Wire::modelVersionIn(json));
                             });
        });
    });
}

Future<void> MlflowModelRegistry::remove(const QString &name, const QString &version)
{
    RestRequest request;
    request.method = "DELETE";
    request.url = m_context->url(u"model-versions/delete"_s);
    request.headers = {{"Content-Type", "application/json"}};
    request.body = Wire::print(Wire::modelVersionBody(name, version));
    return transform(m_context->client.send(std::move(request)), [](const RestReply &) -> Result<void> { return {}; });
}

Future<QList<FileRef>> MlflowModelRegistry::files(const ModelVersion &version)
{
    const auto context = m_context;
    const auto path = pathInRun(version.uri, version.runId);
    if (version.runId.isEmpty() || path.isEmpty()) {
        return readyFuture<QList<FileRef>>(
            failure(ErrorKind::Rejected, Words::tr("The files of %1:%2 are at %3, which this server does not serve.")
                                             .arg(version.name, version.version, version.uri)));
    }
    return transform(filesBelow(context, version.runId, path),
                     [=](const QList<Wire::ListedFile> &listed) -> Result<QList<FileRef>> {
                         QList<FileRef> files;
                         for (const auto &file : listed) {
                             const auto name = file.path.startsWith(path + u'/') ? file.path.sliced(path.size() + 1)
                                                                                 : file.path.section(u'/', -1);
                             files.append({name, artifactUrl(context, version.runId, file.path)});
                         }
                         // The list for the path of a file is empty.
                         if (files.isEmpty())
                             files.append({path.section(u'/', -1), artifactUrl(context, version.runId, path)});
                         return files;
                     });
}

} // namespace Roost::Mlflow
