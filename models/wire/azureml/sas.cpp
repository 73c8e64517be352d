// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wire/azureml/sas.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace Roost::Wire {

namespace {

// From this version on, the text to sign has a line for the encryption scope.
const QString scopedSince = u"2020-12-06"_s;

QString encoded(const QString &value)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(value));
}

} // namespace

QString sasTime(const QDateTime &time)
{
    return time.toUTC().toString(u"yyyy-MM-ddTHH:mm:ssZ"_s);
}

QString textToSign(const ServiceSas &sas)
{
    const QString resource =
        u"/blob/"_s % sas.account % u'/' % sas.container % (sas.blob.isEmpty() ? QString() : QString(u'/' % sas.blob));
    QStringList lines{sas.permissions, sas.start,      sas.expiry,
                      resource,        sas.identifier, sas.addresses,
                      sas.protocol,    sas.version,    sas.blob.isEmpty() ? u"c"_s : u"b"_s,
                      QString() /* snapshot */};
    if (sas.version >= scopedSince)
        lines.append(QString()); // encryption scope
    // The lines for rscc, rscd, rsce, rscl, rsct: headers of the reply to a download.
    lines += QStringList(5, QString());
    return lines.join(u'\n');
}

QByteArray signatureOf(const ServiceSas &sas, const QByteArray &key)
{
    return QMessageAuthenticationCode::hash(textToSign(sas).toUtf8(), key, QCryptographicHash::Sha256).toBase64();
}

QString queryOf(const ServiceSas &sas, const QByteArray &key)
{
    QString query = u"sv="_s % sas.version;
    const auto add = [&query](QLatin1StringView name, const QString &value) {
        if (!value.isEmpty())
            query += u'&' % name % u'=' % encoded(value);
    };
    add("st"_L1, sas.start);
    add("se"_L1, sas.expiry);
    add("sr"_L1, sas.blob.isEmpty() ? u"c"_s : u"b"_s);
    add("sp"_L1, sas.permissions);
    add("sip"_L1, sas.addresses);
    add("spr"_L1, sas.protocol);
    add("si"_L1, sas.identifier);
    add("sig"_L1, QString::fromLatin1(signatureOf(sas, key)));
    return query;
}

std::optional<BlobPlace> blobPlaceFrom(const QUrl &address)
{
    auto segments = address.path(QUrl::FullyDecoded).split(u'/', Qt::SkipEmptyParts);
    const bool ownHost = address.host().contains(".blob."_L1);
    BlobPlace place;
    place.account = ownHost ? address.host().section(u'.', 0, 0) : segments.value(0);
    if (!ownHost && !segments.isEmpty())
        segments.removeFirst();
    place.name = segments.value(0);
    if (place.account.isEmpty() || place.name.isEmpty())
        return std::nullopt;
    segments.removeFirst();
    place.path = segments.join(u'/');
    place.container = address.adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::RemoveUserInfo);
    if (place.container.port() == (place.container.scheme() == "https"_L1 ? 443 : 80))
        place.container.setPort(-1);
    place.container.setPath((ownHost ? QString() : QString(u'/' % place.account)) % u'/' % place.name);
    return place;
}

} // namespace Roost::Wire
