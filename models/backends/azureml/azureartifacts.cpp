// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backends/azureml/azureartifacts.h"

#include "models/backends/azureml/blobcontainer.h"
#include "models/core/wholematch.h"
#include "models/core/words.h"
#include "models/wire/azureml/artifact.h"
#include "models/wire/azureml/page.h"
#include "models/wire/json.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Roost::AzureMl {

namespace {

constexpr int mostPages = 2000;

QUrl artifactUrl(const ContextPtr &context, const QString &container, const QString &below, const QString &path,
                 const QString &token = {})
{
    Query query{{u"path"_s, path}};
    if (!token.isEmpty())
        query.append({u"continuationToken"_s, token});
    return context->dataUrl(u"artifact/v2.0"_s, u"/artifacts/ExperimentRun/"_s + segment(container) + below, query);
}

Future<QList<QJsonObject>> pages(const ContextPtr &context, const QString &container, const QString &below,
                                 const QString &path, const QString &token, const QList<QJsonObject> &before, int left)
{
    const auto url = artifactUrl(context, container, below, path, token);
    return andThen(context->client.get(url), [=](const QJsonObject &json) {
        const auto page = Wire::pageFrom(json);
        const auto collected = before + page.items;
        if (page.token.isEmpty() || page.token == token || left <= 0)
            return readyFuture<QList<QJsonObject>>(collected);
        return pages(context, container, below, path, page.token, collected, left - 1);
    });
}

// Returns the name of a file relative to the model's own place: the name of the file itself, or its path in the folder.
QString nameBelow(const QString &path, const QString &place)
{
    if (path == place)
        return path.section(u'/', -1);
    const QString folder = place.endsWith(u'/') ? place : place + u'/';
    return path.startsWith(folder) ? path.sliced(folder.size()) : QString();
}

Future<QList<FileRef>> runModelFiles(const ContextPtr &context, const Wire::RunArtifact &artifact)
{
    auto found =
        pages(context, Wire::runContainer(artifact.runId), u"/prefix/contentinfo"_s, artifact.path, {}, {}, mostPages);
    return transform(found, [artifact](const QList<QJsonObject> &items) -> Result<QList<FileRef>> {
        QList<FileRef> files;
        for (const auto &item : items) {
            auto file = Wire::contentFrom(item);
            file.path = nameBelow(file.path, artifact.path);
            if (!file.path.isEmpty())
                files.append(file);
        }
        if (files.isEmpty())
            return failure(ErrorKind::NotFound,
                           Words::tr("The run %1 no longer contains %2.").arg(artifact.runId, artifact.path));
        return files;
    });
}

Future<QList<FileRef>> storedModelFiles(const ContextPtr &context, const QString &datastore, const QString &path)
{
    return andThen(containerOf(context, datastore), [=](const BlobContainer &container) {
        return transform(
            blobsOf(context, container, path), [container, path](const QList<Blob> &blobs) -> Result<QList<FileRef>> {
                QList<FileRef> files;
                for (const Blob &blob : blobs) {
                    const auto below = nameBelow(blob.name, path);
                    if (!below.isEmpty())
                        files.append(fileOf(container, blob.name, below));
                }
                if (files.isEmpty())
                    return failure(ErrorKind::NotFound, Words::tr("The storage no longer contains %1.").arg(path));
                return files;
            });
    });
}

} // namespace

Future<QList<Artifact>> artifactsOf(const ContextPtr &context, const QString &container, const QString &prefix)
{
    return transform(pages(context, container, {}, prefix, {}, {}, mostPages),
                     [](const QList<QJsonObject> &items) -> Result<QList<Artifact>> {
                         QList<Artifact> artifacts;
                         for (const auto &item : items)
                             artifacts.append(Wire::artifactFrom(item));
                         return artifacts;
                     });
}

Future<FileRef> artifactFile(const ContextPtr &context, const QString &container, const QString &path)
{
    return transform(context->client.get(artifactUrl(context, container, u"/contentinfo"_s, path)),
                     [path](const QJsonObject &json) -> Result<FileRef> {
                         const auto file = Wire::contentFrom(json);
                         if (file.url.isEmpty())
                             return failure(ErrorKind::NotFound, Words::tr("The run has no file %1.").arg(path));
                         return FileRef{path, file.url};
                     });
}

Future<QList<FileRef>> modelFiles(const ContextPtr &context, const ModelVersion &model)
{
    if (const auto artifact = Wire::runArtifactFromUri(model.uri))
        return runModelFiles(context, *artifact);
    static const QRegularExpression form = wholeMatch(u"azureml://(?:.*/)?datastores/([^/]+)/paths/(.+)"_s);
    const auto match = form.match(model.uri);
    if (!match.hasMatch()) {
        return readyFuture<QList<FileRef>>(
            failure(ErrorKind::Rejected,
                    Words::tr("The model's address %1 refers to neither a run nor a datastore.").arg(model.uri)));
    }
    auto path = match.captured(2);
    while (path.endsWith(u'/'))
        path.chop(1);
    return storedModelFiles(context, match.captured(1), path);
}

} // namespace Roost::AzureMl
