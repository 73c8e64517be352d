// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backends/azureml/azureartifacts.h"

#include "models/core/words.h"
#include "models/wire/azureml/artifact.h"
#include "models/wire/azureml/page.h"
#include "models/wire/json.h"

#include <QRegularExpression>
#include <QUrlQuery>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace Roost::AzureMl {

namespace {

constexpr int mostPages = 2000;

QUrl artifactUrl(const ContextPtr &context, const QString &runId, const QString &below, const QString &path,
                 const QString &token = {})
{
    Query query{{u"path"_s, path}};
    if (!token.isEmpty())
        query.append({u"continuationToken"_s, token});
    return context->dataUrl(u"artifact/v2.0"_s, u"/artifacts/ExperimentRun/dcid."_s + segment(runId) + below, query);
}

Answer<QList<QJsonObject>> pages(const ContextPtr &context, const QString &runId, const QString &below,
                                 const QString &path, const QString &token, const QList<QJsonObject> &before, int left)
{
    const auto url = artifactUrl(context, runId, below, path, token);
    return after(context->client.get(url), [=](const QJsonObject &json) {
        const auto page = Wire::pageFrom(json);
        const auto so = before + page.items;
        if (page.token.isEmpty() || page.token == token || left <= 0)
            return answered<QList<QJsonObject>>(so);
        return pages(context, runId, below, path, page.token, so, left - 1);
    });
}

// The name of a file below the model's own place: the file itself, or relative to the folder.
QString nameBelow(const QString &path, const QString &place)
{
    if (path == place)
        return path.section(u'/', -1);
    const QString folder = place.endsWith(u'/') ? place : place + u'/';
    return path.startsWith(folder) ? path.sliced(folder.size()) : QString();
}

Answer<QList<FileRef>> runModelFiles(const ContextPtr &context, const Wire::RunArtifact &artifact)
{
    auto found = pages(context, artifact.runId, u"/prefix/contentinfo"_s, artifact.path, {}, {}, mostPages);
    return mapped(found, [artifact](const QList<QJsonObject> &items) -> Result<QList<FileRef>> {
        QList<FileRef> files;
        for (const auto &item : items) {
            auto file = Wire::contentFrom(item);
            file.path = nameBelow(file.path, artifact.path);
            if (!file.path.isEmpty())
                files.append(file);
        }
        if (files.isEmpty())
            return failure(ErrorKind::NotFound,
                           Words::tr("The run %1 holds no %2 any more.").arg(artifact.runId, artifact.path));
        return files;
    });
}

// A container of a storage account and the right to read it.
struct Container
{
    QUrl url;
    QString signature;
};

Answer<Container> containerOf(const ContextPtr &context, const QString &datastore)
{
    const QString below = u"/datastores/"_s + segment(datastore);
    auto secrets = context->client.query(context->armUrl(below + "/listSecrets"_L1), {});
    return after(context->client.get(context->armUrl(below)), [secrets, datastore](const QJsonObject &json) {
        return mapped(secrets, [json, datastore](const QJsonObject &secret) -> Result<Container> {
            const auto properties = json.value("properties"_L1).toObject();
            Container container;
            // A service without storage accounts says itself where its container is.
            container.url = QUrl(Wire::strings(properties.value("properties"_L1)).value(u"roost.containerUrl"_s));
            if (container.url.isEmpty()) {
                container.url = QUrl(u"%1://%2.blob.%3/%4"_s.arg(
                    Wire::text(properties.value("protocol"_L1)), Wire::text(properties.value("accountName"_L1)),
                    Wire::text(properties.value("endpoint"_L1)), Wire::text(properties.value("containerName"_L1))));
            }
            container.signature = Wire::text(secret.value("sasToken"_L1));
            if (container.signature.startsWith(u'?'))
                container.signature.remove(0, 1);
            if (container.signature.isEmpty()) {
                return failure(ErrorKind::Denied,
                               Words::tr("The datastore %1 hands out an account key and no signature. Give "
                                         "it a SAS, or download the model from its run.")
                                   .arg(datastore));
            }
            return container;
        });
    });
}

struct Listing
{
    QStringList names;
    QString marker;
};

Result<Listing> listingFrom(const QByteArray &body)
{
    Listing listing;
    QXmlStreamReader xml(body);
    bool inBlob = false;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement()) {
            if (xml.name() == "Blob"_L1)
                inBlob = true;
            else if (inBlob && xml.name() == "Name"_L1)
                listing.names.append(xml.readElementText());
            else if (xml.name() == "NextMarker"_L1)
                listing.marker = xml.readElementText();
        } else if (xml.isEndElement() && xml.name() == "Blob"_L1) {
            inBlob = false;
        }
    }
    if (xml.hasError()) {
        return failure(ErrorKind::Unreadable,
                       Words::tr("The storage's list of files is no XML: %1.").arg(xml.errorString()),
                       QString::fromUtf8(body.first(std::min<qsizetype>(body.size(), 2000))));
    }
    return listing;
}

Answer<QStringList> blobNames(const ContextPtr &context, const Container &container, const QString &prefix,
                              const QString &marker, const QStringList &before, int left)
{
    RestRequest request;
    request.url = container.url;
    auto query = QUrlQuery(container.signature);
    query.addQueryItem(u"restype"_s, u"container"_s);
    query.addQueryItem(u"comp"_s, u"list"_s);
    query.addQueryItem(u"prefix"_s, segment(prefix));
    if (!marker.isEmpty())
        query.addQueryItem(u"marker"_s, segment(marker));
    request.url.setQuery(query);
    return after(context->client.send(std::move(request)), [=](const RestReply &reply) {
        const auto listing = listingFrom(reply.body);
        if (!listing)
            return answered<QStringList>(std::unexpected(listing.error()));
        const auto so = before + listing->names;
        if (listing->marker.isEmpty() || listing->marker == marker || left <= 0)
            return answered<QStringList>(so);
        return blobNames(context, container, prefix, listing->marker, so, left - 1);
    });
}

Answer<QList<FileRef>> storedModelFiles(const ContextPtr &context, const QString &datastore, const QString &path)
{
    return after(containerOf(context, datastore), [=](const Container &container) {
        return mapped(blobNames(context, container, path, {}, {}, mostPages),
                      [container, path](const QStringList &names) -> Result<QList<FileRef>> {
                          QList<FileRef> files;
                          for (const auto &name : names) {
                              const auto below = nameBelow(name, path);
                              if (below.isEmpty())
                                  continue;
                              auto url = container.url;
                              url.setPath(url.path(QUrl::FullyEncoded) + u'/' + encodedPath(name), QUrl::TolerantMode);
                              url.setQuery(container.signature);
                              files.append({below, url.toString(QUrl::FullyEncoded)});
                          }
                          if (files.isEmpty())
                              return failure(ErrorKind::NotFound,
                                             Words::tr("The storage holds no %1 any more.").arg(path));
                          return files;
                      });
    });
}

} // namespace

Answer<QList<Artifact>> artifactsOf(const ContextPtr &context, const QString &runId, const QString &prefix)
{
    return mapped(pages(context, runId, {}, prefix, {}, {}, mostPages),
                  [](const QList<QJsonObject> &items) -> Result<QList<Artifact>> {
                      QList<Artifact> artifacts;
                      for (const auto &item : items)
                          artifacts.append(Wire::artifactFrom(item));
                      return artifacts;
                  });
}

Answer<FileRef> artifactFile(const ContextPtr &context, const QString &runId, const QString &path)
{
    return mapped(context->client.get(artifactUrl(context, runId, u"/contentinfo"_s, path)),
                  [path](const QJsonObject &json) -> Result<FileRef> {
                      const auto file = Wire::contentFrom(json);
                      if (file.url.isEmpty())
                          return failure(ErrorKind::NotFound, Words::tr("The run has no file %1.").arg(path));
                      return FileRef{path, file.url};
                  });
}

Answer<QList<FileRef>> modelFiles(const ContextPtr &context, const ModelVersion &model)
{
    if (const auto artifact = Wire::runArtifactFromUri(model.uri))
        return runModelFiles(context, *artifact);
    static const QRegularExpression form(u"^azureml://(?:.*/)?datastores/([^/]+)/paths/(.+)$"_s);
    const auto match = form.match(model.uri);
    if (!match.hasMatch()) {
        return answered<QList<FileRef>>(failure(
            ErrorKind::Rejected, Words::tr("The model's address %1 leads to no run and no datastore.").arg(model.uri)));
    }
    auto path = match.captured(2);
    while (path.endsWith(u'/'))
        path.chop(1);
    return storedModelFiles(context, match.captured(1), path);
}

} // namespace Roost::AzureMl
