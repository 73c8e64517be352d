// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backends/azureml/snapshotfiles.h"

#include "models/backends/azureml/blobcontainer.h"
#include "models/core/words.h"
#include "models/wire/azureml/code.h"

using namespace Qt::StringLiterals;

namespace Roost::AzureMl {

namespace {

// A snapshot is a folder of a container: its address is the container's and one name more.
struct SnapshotPlace
{
    BlobContainer container;
    QString prefix; // "folder/"
};

SnapshotPlace placeOf(const QUrl &signedUri)
{
    const auto path = signedUri.path();
    const qsizetype cut = path.lastIndexOf(u'/', path.endsWith(u'/') ? -2 : -1);
    SnapshotPlace place;
    place.container.url = signedUri;
    place.container.url.setPath(path.first(std::max<qsizetype>(cut, 0)));
    place.container.url.setQuery(QString());
    place.container.signature = signedUri.query(QUrl::FullyEncoded);
    place.prefix = path.sliced(cut + 1);
    if (!place.prefix.endsWith(u'/'))
        place.prefix += u'/';
    return place;
}

} // namespace

Answer<QList<SnapshotFile>> filesOfSnapshot(const ContextPtr &context, const QString &codeId)
{
    const auto id = Wire::assetFromId(codeId);
    const auto url = context->armUrl(u"/codes/"_s + segment(id.name) + u"/versions/"_s + segment(id.version));
    return after(context->client.get(url), [context](const QJsonObject &json) {
        const auto code = Wire::codeFrom(json);
        if (code.signedUri.isEmpty()) {
            return answered<QList<SnapshotFile>>(
                failure(ErrorKind::Denied,
                        Words::tr("This workspace lets only who uploads a snapshot look into its storage.")));
        }
        const auto place = placeOf(QUrl(code.signedUri));
        return mapped(blobsOf(context, place.container, place.prefix),
                      [place](const QList<Blob> &blobs) -> Result<QList<SnapshotFile>> {
                          QList<SnapshotFile> files;
                          for (const Blob &blob : blobs) {
                              files.append({fileOf(place.container, blob.name, blob.name.sliced(place.prefix.size())),
                                            blob.size});
                          }
                          return files;
                      });
    });
}

} // namespace Roost::AzureMl
