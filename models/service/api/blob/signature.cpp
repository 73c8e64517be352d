// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/api/blob/signature.h"

#include <QMessageAuthenticationCode>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace Roost::Service {

namespace {

const QString serviceVersion = u"2021-08-06"_s;

// Same time for any two arguments of one length, so that a signature cannot be guessed byte by byte.
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
    QByteArray key(32, '\0');
    for (char &byte : key)
        byte = static_cast<char>(QRandomGenerator::system()->bounded(256));
    return BlobSigner(std::move(key));
}

QByteArray BlobSigner::signature(const QString &container, const QString &path, const QString &permissions,
                                 const QString &expires) const
{
    // A line break stands in none of the parts, so that no two grants have one text.
    const QString text = container % u'\n' % path % u'\n' % permissions % u'\n' % expires;
    return QMessageAuthenticationCode::hash(text.toUtf8(), m_key, QCryptographicHash::Sha256)
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QString BlobSigner::query(const BlobGrant &grant) const
{
    const QString expires = grant.expires.toUTC().toString(u"yyyy-MM-ddTHH:mm:ssZ"_s);
    const QByteArray sig = signature(grant.container, grant.path, grant.permissions, expires);
    return u"sv="_s % serviceVersion % u"&sr="_s % (grant.path.isEmpty() ? u'c' : u'b') % u"&sp="_s %
           grant.permissions % u"&se="_s % expires % u"&sig="_s % QString::fromLatin1(sig);
}

BlobSigner::Verdict BlobSigner::check(const QString &container, const QString &path, const QUrlQuery &query,
                                      QChar permission, const QDateTime &now) const
{
    const auto item = [&query](const QString &name) { return query.queryItemValue(name, QUrl::FullyDecoded); };
    const QByteArray given = item(u"sig"_s).toLatin1();
    if (given.isEmpty())
        return Verdict::Unsigned;
    const QString granted = item(u"sr"_s) == u"c" ? QString() : path;
    const QString expires = item(u"se"_s);
    const QString permissions = item(u"sp"_s);
    if (!equalInConstantTime(given, signature(container, granted, permissions, expires)))
        return Verdict::Forged;
    const QDateTime end = QDateTime::fromString(expires, Qt::ISODate);
    if (!end.isValid() || end <= now)
        return Verdict::Expired;
    if (granted.isEmpty() && item(u"sr"_s) != u"c")
        return Verdict::NotPermitted;
    return permissions.contains(permission) ? Verdict::Allowed : Verdict::NotPermitted;
}

} // namespace Roost::Service
