// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QUrlQuery>

namespace Roost::Service::Blob {

/// What a signed blob URL allows. An empty `path` grants the whole container.
struct BlobGrant
{
    QString container;
    QString path;
    /// Of "r" (read), "w" (write), "l" (list); in that order.
    QString permissions;
    QDateTime expires; // UTC
};

/// Signs blob URLs and checks them, by the rules of a storage account's service SAS (models/wire/azureml/sas.h): a
/// client that holds the account's key makes signatures of its own. The key is made for one life of the service, so
/// that nothing secret lies in the workspace; a client takes fresh URLs after it.
class BlobSigner
{
public:
    explicit BlobSigner(QByteArray key);
    /// With a random key.
    static BlobSigner random();
    /// The account that all containers are of.
    static QString account() { return QStringLiteral("blob"); }
    const QByteArray &key() const { return m_key; }

    /// "sv=2021-10-04&se=...&sr=b&sp=r&sig=...", to be put behind the '?' of the URL.
    QString query(const BlobGrant &grant) const;

    enum class Verdict { Allowed, Unsigned, Forged, Expired, NotPermitted };
    /// Whether `query` allows `permission` ('r', 'l' or 'w') on `path` of `container` at `now`.
    Verdict check(const QString &container, const QString &path, const QUrlQuery &query, QChar permission,
                  const QDateTime &now = QDateTime::currentDateTimeUtc()) const;

private:
    QByteArray m_key;
};

} // namespace Roost::Service::Blob
