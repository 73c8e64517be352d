// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/api/blob/blobsigner.h"

#include "models/wire/azureml/sas.h"

#include <QRandomGenerator>

#include <utility>

using namespace Qt::StringLiterals;

namespace Roost::Service::Blob {

namespace {

// Compares in a time that depends only on the length of the arguments, so that a signature cannot be guessed byte by
// byte.
bool equalInConstantTime(const QByteArray &a, const QByteArray &b)
{
    if (a.size() != b.size())
        return false;
    unsigned char difference = 0;
    for (qsizetype i = 0; i < a.size(); ++i)
        difference = static_cast<unsigned char>(difference | (a[i] ^ b[i]));
    return difference == 0;
}

} // namespace

BlobSigner::BlobSigner(QByteArray key)
    : m_key(std::move(key))
{
}

BlobSigner BlobSigner::random()
{
    QByteArray key(64, '\0');
    for (char &byte : key)
        byte = static_cast<char>(QRandomGenerator::system()->bounded(256));
    return BlobSigner(std::move(key));
}

QString BlobSigner::query(const BlobGrant &grant) const
{
    Wire::ServiceSas sas;
    sas.account = account();
    sas.container = grant.container;
    sas.blob = grant.path;
    sas.permissions = grant.permissions;
    sas.expiry = Wire::sasTime(grant.expires);
    sas.protocol.clear(); // the loopback uses plain http
    return Wire::queryOf(sas, m_key);
}

BlobSigner::Verdict BlobSigner::check(const QString &container, const QString &path, const QUrlQuery &query,
                                      QChar permission, const QDateTime &now) const
{
    const auto item = [&query](const QString &name) { return query.queryItemValue(name, QUrl::FullyDecoded); };
    const QByteArray signature = item(u"sig"_s).toLatin1();
    if (signature.isEmpty())
        return Verdict::Unsigned;
    const QString resource = item(u"sr"_s);
    Wire::ServiceSas sas;
    sas.account = account();
    sas.container = container;
    sas.blob = resource == u"c" ? QString() : path;
    sas.permissions = item(u"sp"_s);
    sas.start = item(u"st"_s);
    sas.expiry = item(u"se"_s);
    sas.identifier = item(u"si"_s);
    sas.addresses = item(u"sip"_s);
    sas.protocol = item(u"spr"_s);
    sas.version = item(u"sv"_s);
    // A line break in a part of the query could make the signed texts of two different grants equal.
    const QString parts =
        sas.permissions % sas.start % sas.expiry % sas.identifier % sas.addresses % sas.protocol % sas.version;
    if (parts.contains(u'\n') || !equalInConstantTime(signature, Wire::signatureOf(sas, m_key)))
        return Verdict::Forged;
    const QDateTime start = QDateTime::fromString(sas.start, Qt::ISODate);
    const QDateTime end = QDateTime::fromString(sas.expiry, Qt::ISODate);
    if (!end.isValid() || end <= now || (!sas.start.isEmpty() && (!start.isValid() || start > now)))
        return Verdict::Expired;
    // Stored policies, address ranges, and the use of a blob's signature for its whole container are not supported, so
    // they grant nothing.
    if ((sas.blob.isEmpty() && resource != u"c") || !sas.identifier.isEmpty() || !sas.addresses.isEmpty())
        return Verdict::NotPermitted;
    return sas.permissions.contains(permission) ? Verdict::Allowed : Verdict::NotPermitted;
}

} // namespace Roost::Service::Blob
