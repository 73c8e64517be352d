// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backends/azureml/azuremodelregistry.h"

#include "models/backends/azureml/azureartifacts.h"
#include "models/backends/azureml/azureenvironmentcatalog.h"
#include "models/wire/azureml/model.h"

using namespace Qt::StringLiterals;

namespace Roost::AzureMl {

using namespace Rest;

namespace {

constexpr int conflictRetries = 3;

QString place(const QString &name, const QString &version = {})
{
    const QString container = u"/models/"_s + segment(name) + u"/versions"_s;
    return version.isEmpty() ? container : QString(container + u'/' + segment(version));
}

ModelVersion named(const QJsonObject &json, const QString &name)
{
    auto model = Wire::modelFrom(json);
    if (model.name.isEmpty())
        model.name = name;
    return model;
}

Future<ModelVersion> createNext(const ContextPtr &context, const ModelVersion &wanted, int left)
{
    return andThen(nextVersion(context, u"models"_s, wanted.name), [=](const QString &version) {
        const auto url = context->armUrl(place(wanted.name, version));
        return then(context->client.put(url, Wire::modelBody(wanted)),
                    [=](const Result<QJsonObject> &json) -> Future<ModelVersion> {
                        if (json) {
                            auto saved = named(*json, wanted.name);
                            saved.version = version;
                            return readyFuture<ModelVersion>(saved);
                        }
                        // Another client has used this version in the meantime.
                        if (json.error().kind == ErrorKind::Conflict && left > 0)
                            return createNext(context, wanted, left - 1);
                        return readyFuture<ModelVersion>(std::unexpected(json.error()));
                    });
    });
}

} // namespace

Future<QList<RegisteredModel>> AzureModelRegistry::models()
{
    const auto url = m_context->armUrl(u"/models"_s, {{u"listViewType"_s, u"ActiveOnly"_s}});
    return transform(allPages(m_context, url), [](const QList<QJsonObject> &items) -> Result<QList<RegisteredModel>> {
        QList<RegisteredModel> models;
        for (const auto &item : items) {
            const auto model = Wire::registeredModelFrom(Wire::containerFrom(item));
            // Azure creates a name for each output of each job, without any version.
            if (!model.latestVersion.isEmpty() || !Wire::isModelOfOutput(model.name))
                models.append(model);
        }
        return models;
    });
}

Future<QList<ModelVersion>> AzureModelRegistry::versions(const QString &name)
{
    const auto url = m_context->armUrl(place(name), {{u"$orderBy"_s, u"createdtime desc"_s}});
    return transform(allPages(m_context, url), [name](const QList<QJsonObject> &items) -> Result<QList<ModelVersion>> {
        QList<ModelVersion> versions;
        for (const auto &item : items)
            versions.append(named(item, name));
        return versions;
    });
}

Future<ModelVersion> AzureModelRegistry::create(const QString &name, const QString &runId, const QString &path,
                                                const QString &description, const StringMap &tags)
{
    if (const auto why = whyNotAModelName(name); !why.isEmpty())
        return readyFuture<ModelVersion>(failure(ErrorKind::Rejected, why));
    ModelVersion wanted;
    wanted.name = name;
    wanted.description = description;
    wanted.type = ModelVersion::CustomType;
    wanted.uri = Wire::runArtifactUri(runId, path);
    wanted.runId = runId;
    wanted.tags = tags;
    return createNext(m_context, wanted, conflictRetries);
}

Future<void> AzureModelRegistry::remove(const QString &name, const QString &version)
{
    return transform(m_context->client.remove(m_context->armUrl(place(name, version))),
                     [](const RestReply &) -> Result<void> { return {}; });
}

Future<QList<FileRef>> AzureModelRegistry::files(const ModelVersion &version)
{
    return modelFiles(m_context, version);
}

} // namespace Roost::AzureMl
