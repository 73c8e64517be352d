// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backends/azureml/snapshotfiles.h"

#include "models/backends/azureml/blobcontainer.h"
#include "models/core/words.h"
#include "models/wire/azureml/code.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Roost::AzureMl {

namespace {

// The place of a snapshot, which is a folder of a container: its address is that of the container plus one name.
struct SnapshotPlace
{
    BlobContainer container;
    QString prefix; // "folder/"; empty for a snapshot of a single file, which is in the container itself
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

Future<QList<SnapshotFile>> filesAt(const ContextPtr &context, const SnapshotPlace &place)
{
    return transform(blobsOf(context, place.container, place.prefix),
                     [place](const QList<Blob> &blobs) -> Result<QList<SnapshotFile>> {
                         QList<SnapshotFile> files;
                         for (const Blob &blob : blobs) {
                             if (!blob.name.startsWith(place.prefix))
                                 continue;
                             const auto below = blob.name.sliced(place.prefix.size());
                             files.append({fileOf(place.container, blob.name, below), blob.size});
                         }
                         return files;
                     });
}

} // namespace

Future<QList<SnapshotFile>> filesOfSnapshot(const ContextPtr &context, const QString &codeId)
{
    const auto id = Wire::assetFromId(codeId);
    const auto url = context->armUrl(u"/codes/"_s + segment(id.name) + u"/versions/"_s + segment(id.version));
    return andThen(context->client.get(url), [context](const QJsonObject &json) {
        const auto code = Wire::codeFrom(json);
        if (!code.signedUri.isEmpty())
            return filesAt(context, placeOf(QUrl(code.signedUri)));
        const auto address = Wire::blobPlaceFrom(QUrl(code.uri));
        if (!address) {
            return readyFuture<QList<SnapshotFile>>(
                failure(ErrorKind::Denied,
                        Words::tr("The address of the snapshot, %1, is not that of a storage.").arg(code.uri)));
        }
        return andThen(containerAt(context, *address), [context, address](const BlobContainer &container) {
            return filesAt(context, {container, address->path.isEmpty() ? QString() : address->path + u'/'});
        });
    });
}

} // namespace Roost::AzureMl
