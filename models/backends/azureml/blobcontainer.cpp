// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backends/azureml/blobcontainer.h"

#include "models/core/words.h"
#include "models/wire/json.h"

#include <QUrlQuery>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace Roost::AzureMl {

namespace {

constexpr int mostPages = 2000;

struct Listing
{
    QList<Blob> blobs;
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
            if (xml.name() == "Blob"_L1) {
                inBlob = true;
                listing.blobs.append(Blob());
            } else if (inBlob && xml.name() == "Name"_L1) {
                listing.blobs.last().name = xml.readElementText();
            } else if (inBlob && xml.name() == "Content-Length"_L1) {
                bool isNumber = false;
                const qint64 size = xml.readElementText().toLongLong(&isNumber);
                listing.blobs.last().size = isNumber ? size : -1;
            } else if (xml.name() == "NextMarker"_L1) {
                listing.marker = xml.readElementText();
            }
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

Answer<QList<Blob>> pages(const ContextPtr &context, const BlobContainer &container, const QString &prefix,
                          const QString &marker, const QList<Blob> &before, int left)
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
            return answered<QList<Blob>>(std::unexpected(listing.error()));
        const auto so = before + listing->blobs;
        if (listing->marker.isEmpty() || listing->marker == marker || left <= 0)
            return answered<QList<Blob>>(so);
        return pages(context, container, prefix, listing->marker, so, left - 1);
    });
}

} // namespace

Answer<BlobContainer> containerOf(const ContextPtr &context, const QString &datastore)
{
    const QString below = u"/datastores/"_s + segment(datastore);
    auto secrets = context->client.query(context->armUrl(below + "/listSecrets"_L1), {});
    return after(context->client.get(context->armUrl(below)), [secrets, datastore](const QJsonObject &json) {
        return mapped(secrets, [json, datastore](const QJsonObject &secret) -> Result<BlobContainer> {
            const auto properties = json.value("properties"_L1).toObject();
            BlobContainer container;
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

Answer<QList<Blob>> blobsOf(const ContextPtr &context, const BlobContainer &container, const QString &prefix)
{
    return pages(context, container, prefix, {}, {}, mostPages);
}

FileRef fileOf(const BlobContainer &container, const QString &name, const QString &path)
{
    auto url = container.url;
    url.setPath(url.path(QUrl::FullyEncoded) + u'/' + encodedPath(name), QUrl::TolerantMode);
    url.setQuery(container.signature);
    return {path, url.toString(QUrl::FullyEncoded)};
}

} // namespace Roost::AzureMl
