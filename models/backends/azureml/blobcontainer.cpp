// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backends/azureml/blobcontainer.h"

#include "models/core/words.h"
#include "models/wire/azureml/bloblist.h"
#include "models/wire/azureml/datastore.h"
#include "models/wire/azureml/page.h"

#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace Roost::AzureMl {

using namespace Rest;

namespace {

constexpr int mostPages = 2000;
constexpr int signedForSeconds = 30 * 60;

Future<QList<Blob>> pages(const ContextPtr &context, const BlobContainer &container, const QString &prefix,
                          const QString &marker, const QList<Blob> &before, int left)
{
    RestRequest request;
    request.url = container.url;
    auto query = QUrlQuery(container.signature);
    query.addQueryItem(u"restype"_s, u"container"_s);
    query.addQueryItem(u"comp"_s, u"list"_s);
    query.addQueryItem(u"include"_s, u"metadata"_s);
    query.addQueryItem(u"prefix"_s, segment(prefix));
    if (!marker.isEmpty())
        query.addQueryItem(u"marker"_s, segment(marker));
    request.url.setQuery(query);
    return andThen(context->client.send(std::move(request)), [=](const RestReply &reply) {
        const auto listing = Wire::blobListingFromXml(reply.body);
        if (!listing)
            return readyFuture<QList<Blob>>(std::unexpected(listing.error()));
        auto blobs = before;
        for (const Wire::ListedBlob &blob : listing->blobs)
            blobs.append({blob.name, blob.size});
        if (listing->next.isEmpty() || listing->next == marker || left <= 0)
            return readyFuture<QList<Blob>>(blobs);
        return pages(context, container, prefix, listing->next, blobs, left - 1);
    });
}

// Signs a container for reading. A key grants access to the whole account without a time limit; a signed address grants
// little, and only for a short time.
QString readSignature(const QUrl &container, const QString &account, const QByteArray &key)
{
    Wire::ServiceSas sas;
    sas.account = account;
    sas.container = container.path(QUrl::FullyDecoded).section(u'/', -1);
    sas.permissions = u"rl"_s;
    sas.expiry = Wire::sasTime(QDateTime::currentDateTimeUtc().addSecs(signedForSeconds));
    if (container.scheme() != "https"_L1)
        sas.protocol.clear();
    return Wire::queryOf(sas, key);
}

std::optional<BlobContainer> signedContainer(const QUrl &url, const QString &account, const Wire::StorageSecret &secret)
{
    if (!secret.signature.isEmpty())
        return BlobContainer{url, secret.signature};
    if (secret.key.isEmpty())
        return std::nullopt;
    return BlobContainer{url, readSignature(url, account, secret.key)};
}

Future<Wire::StorageSecret> datastoreSecret(const ContextPtr &context, const QString &datastore)
{
    const auto url = context->armUrl(u"/datastores/"_s + segment(datastore) + u"/listSecrets"_s);
    return transform(context->client.query(url, {}), [](const QJsonObject &json) -> Result<Wire::StorageSecret> {
        const auto secret = Wire::secretFrom(json);
        if (secret.key.isEmpty() && secret.signature.isEmpty())
            return failure(ErrorKind::Denied, Words::tr("The datastore provides neither a key nor a signature."));
        return secret;
    });
}

// Requests the key of the workspace's own account; not every role may do so.
Future<Wire::StorageSecret> workspaceKey(const ContextPtr &context)
{
    return transform(
        context->client.query(context->armUrl(u"/listKeys"_s), {}),
        [](const QJsonObject &json) -> Result<Wire::StorageSecret> { return Wire::workspaceKeyFrom(json); });
}

QString hostOf(const QUrl &url)
{
    return url.host().toLower() + u':' + QString::number(url.port(url.scheme() == "https"_L1 ? 443 : 80));
}

// Returns whether the address belongs to the account. A signature is sent only to the account's own host, because the
// address is written by the client that registers the code.
bool isOfStorage(const Wire::BlobPlace &address, const Wire::Datastore &store, const Wire::StorageSecret &secret)
{
    if (!secret.account.isEmpty() && secret.account != address.account)
        return false;
    if (store.account == address.account)
        return hostOf(store.container) == hostOf(address.container);
    const auto suffix = store.container.host().section(u'.', 1);
    return !suffix.isEmpty() && address.container.host() == address.account + u'.' + suffix;
}

Result<BlobContainer> containerWith(const ContextPtr &context, const Wire::BlobPlace &address,
                                    const Wire::Datastore &store, const Result<Wire::StorageSecret> &secret)
{
    if (!secret && secret.error().mayPass())
        return std::unexpected(secret.error());
    const auto container = secret && isOfStorage(address, store, *secret)
                               ? signedContainer(address.container, address.account, *secret)
                               : std::nullopt;
    if (!container) {
        return failure(ErrorKind::Denied,
                       Words::tr("This workspace gives you no key for the storage %1, which contains the files of the "
                                 "snapshot. Ask its owner for a role that may read them.")
                           .arg(address.account),
                       secret ? QString() : secret.error().text);
    }
    context->remember(container->url, [address](const ContextPtr &again) {
        return transform(containerAt(again, address),
                         [](const BlobContainer &fresh) -> Result<QString> { return fresh.signature; });
    });
    return *container;
}

} // namespace

Future<BlobContainer> containerOf(const ContextPtr &context, const QString &datastore)
{
    const QString below = u"/datastores/"_s + segment(datastore);
    auto secrets = context->client.query(context->armUrl(below + "/listSecrets"_L1), {});
    return andThen(context->client.get(context->armUrl(below)), [context, secrets, datastore](const QJsonObject &json) {
        const auto store = Wire::datastoreFrom(json);
        return transform(secrets, [context, store, datastore](const QJsonObject &secret) -> Result<BlobContainer> {
            const auto container = signedContainer(store.container, store.account, Wire::secretFrom(secret));
            if (!container) {
                return failure(
                    ErrorKind::Denied,
                    Words::tr("The datastore %1 provides neither a key nor a signature, so its files cannot be read "
                              "from here. Add one of them to the datastore, or download the model from its run.")
                        .arg(datastore));
            }
            context->remember(container->url, [datastore](const ContextPtr &again) {
                return transform(containerOf(again, datastore),
                                 [](const BlobContainer &fresh) -> Result<QString> { return fresh.signature; });
            });
            return *container;
        });
    });
}

Future<BlobContainer> containerAt(const ContextPtr &context, const Wire::BlobPlace &address)
{
    const auto url = context->armUrl(u"/datastores"_s, {{u"isDefault"_s, u"true"_s}, {u"count"_s, u"30"_s}});
    return then(context->client.get(url), [context, address](const Result<QJsonObject> &json) {
        if (!json && json.error().mayPass())
            return readyFuture<BlobContainer>(std::unexpected(json.error()));
        const auto stores = json ? Wire::pageFrom(*json).items : QList<QJsonObject>();
        const auto store = stores.isEmpty() ? Wire::Datastore() : Wire::datastoreFrom(stores.first());
        const bool isOwn = !store.name.isEmpty() && store.account == address.account;
        const auto asked =
            isOwn ? then(datastoreSecret(context, store.name),
                         [context](const auto &secret) {
                             return secret ? readyFuture<Wire::StorageSecret>(secret) : workspaceKey(context);
                         })
                  : workspaceKey(context);
        return then(asked, [context, address, store](const Result<Wire::StorageSecret> &secret) {
            return readyFuture<BlobContainer>(containerWith(context, address, store, secret));
        });
    });
}

Future<QString> freshSignature(const ContextPtr &context, const QUrl &address)
{
    for (const auto &[container, renewal] : context->renewals.asKeyValueRange()) {
        if (address.toString(QUrl::FullyEncoded).startsWith(container + u'/'))
            return renewal(context);
    }
    return readyFuture<QString>(failure(ErrorKind::Denied, Words::tr("This service did not issue the address.")));
}

Future<QList<Blob>> blobsOf(const ContextPtr &context, const BlobContainer &container, const QString &prefix)
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
