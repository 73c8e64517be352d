// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QUrl>

#include <optional>

namespace Roost::Wire {

/// A service SAS of Azure's blob storage: the granted access, in the terms of the query of a signed address.
struct ServiceSas
{
    QString account;
    QString container;
    QString blob;        // empty means the whole container
    QString permissions; // some of "racwdl", in that order
    QString start;       // ISO 8601, UTC, without fractions; if empty, the SAS is valid at once
    QString expiry;
    QString identifier;
    QString addresses;
    QString protocol = QStringLiteral("https"); // or "https,http"; empty means both
    QString version = QStringLiteral("2021-10-04");
};

/// Writes a time in the form of a SAS: ISO 8601, UTC, to the second.
QString sasTime(const QDateTime &time);
/// Returns the text that is signed with the account's key, one line per part.
QString textToSign(const ServiceSas &sas);
/// Returns the HMAC-SHA256 in base64; `key` is the account's key, decoded.
QByteArray signatureOf(const ServiceSas &sas, const QByteArray &key);
/// Returns "sv=..&sr=c&sp=rl&se=..&sig=..", percent-encoded, to be appended after the '?' of an address.
QString queryOf(const ServiceSas &sas, const QByteArray &key);

/// The account and the container of a blob's address: https://ACCOUNT.blob.SUFFIX/CONTAINER/... or, if accounts have no
/// hosts of their own, http://HOST/ACCOUNT/CONTAINER/...
struct BlobPlace
{
    QUrl container; // without default port and query
    QString account;
    QString name;
    QString path; // relative to the container, without slashes at the ends
};
std::optional<BlobPlace> blobPlaceFrom(const QUrl &address);

} // namespace Roost::Wire
