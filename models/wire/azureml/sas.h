// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QUrl>

#include <optional>

namespace Roost::Wire {

/// A service SAS of Azure's blob storage: the granted access, in the terms of the query of a signed address.
struct ServiceSas
{
    QString account;
    QString container;
    QString blob;        // empty: the whole container
    QString permissions; // of "racwdl", in that order
    QString start;       // ISO 8601, UTC, to the second; empty: at once
    QString expiry;
    QString identifier;
    QString addresses;
    QString protocol = QStringLiteral("https"); // or "https,http"; empty for both
    QString version = QStringLiteral("2021-10-04");
};

/// The text that is signed with the account's key, one line per part.
QString textToSign(const ServiceSas &sas);
/// Base64 of HMAC-SHA256; `key` is the account's key, decoded.
QByteArray signatureOf(const ServiceSas &sas, const QByteArray &key);
/// "sv=..&sr=c&sp=rl&se=..&sig=..", to be appended after the '?' of an address; percent-encoded.
QString queryOf(const ServiceSas &sas, const QByteArray &key);

/// Account and container of a blob's address: https://ACCOUNT.blob.SUFFIX/CONTAINER/... or, if accounts have no hosts
/// of their own, http://HOST/ACCOUNT/CONTAINER/...
struct BlobPlace
{
    QUrl container; // without a default port, without a query
    QString account;
    QString name;
    QString path; // below the container, without slashes at the ends
};
std::optional<BlobPlace> blobPlaceFrom(const QUrl &address);

} // namespace Roost::Wire
