// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backends/mlflow/artifactreader.h"

#include "models/core/words.h"

using namespace Qt::StringLiterals;

namespace Roost::Mlflow {

namespace {

constexpr qint64 ValidMs = 5 * 60 * 1000; // Databricks' addresses are valid for at least 15 minutes

// Returns the address at the storage, which is requested again if the last one may have expired.
Future<SignedAddress> signedAddress(const ContextPtr &context, const QUrl &url)
{
    const auto key = url.toString();
    const auto known = context->signedAddresses.constFind(key);
    if (known != context->signedAddresses.constEnd() && !known->until.hasExpired())
        return readyFuture<SignedAddress>(*known);
    const auto [runId, path] = artifactOfUrl(url);
    const auto body = Wire::readCredentialsBody(runId, path);
    const auto reply = context->client.query(context->url(u"artifacts/credentials-for-read"_s), body);
    return transform(reply, [context, key](const QJsonObject &json) -> Result<SignedAddress> {
        const auto address = Wire::signedAddressIn(json);
        if (address.url.isEmpty())
            return failure(ErrorKind::Unreadable, Words::tr("The server named no address for this file."));
        const SignedAddress signedOne{QUrl(address.url), address.headers, QDeadlineTimer(ValidMs)};
        context->signedAddresses.insert(key, signedOne);
        return signedOne;
    });
}

} // namespace

Future<Chunk> ArtifactReader::read(const QUrl &url, qint64 offset, qint64 limit)
{
    if (!m_context->signsAddresses)
        return m_context->client.getRange(url, offset, limit);
    return then(readSigned(url, offset, limit, true),
                [context = m_context, url, offset, limit](const Result<Chunk> &chunk) {
                    // A server of before MLflow 2.0 has neither a version nor signed addresses.
                    const bool lacksThem = !chunk && chunk.error().kind == ErrorKind::NotFound &&
                                           !context->signedAddresses.contains(url.toString());
                    if (!lacksThem)
                        return readyFuture<Chunk>(chunk);
                    context->signsAddresses = false;
                    return context->client.getRange(url, offset, limit);
                });
}

Future<Chunk> ArtifactReader::readSigned(const QUrl &url, qint64 offset, qint64 limit, bool mayRepeat)
{
    const auto context = m_context;
    const auto chunk = andThen(signedAddress(context, url), [context, offset, limit](const SignedAddress &address) {
        return context->client.getRange(address.url, offset, limit, address.headers);
    });
    return then(chunk, [context, url, offset, limit, mayRepeat](const Result<Chunk> &read) {
        const bool hasExpired = !read && read.error().kind == ErrorKind::Denied;
        if (!hasExpired || !mayRepeat || context->signedAddresses.remove(url.toString()) == 0)
            return readyFuture<Chunk>(read);
        return ArtifactReader(context).readSigned(url, offset, limit, false);
    });
}

} // namespace Roost::Mlflow
