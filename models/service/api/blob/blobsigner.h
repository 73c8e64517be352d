// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QUrlQuery>

namespace Roost::Service::Blob {

/// The access that a signed blob URL grants. An empty `path` grants the whole container.
struct BlobGrant
{
    QString container;
    QString path;
    /// A subset of "r" (read), "w" (write), "l" (list), in that order.
    QString permissions;
    QDateTime expires; // UTC
};

/// Signs and checks blob URLs by the rules of a storage account's service SAS (models/wire/azureml/sas.h), so that a
/// client that has the account's key can sign URLs itself. The key is valid only until the service stops, so that the
/// workspace contains no secret; after a restart, clients must request new URLs.
class BlobSigner
{
public:
    explicit BlobSigner(QByteArray key);
    /// Creates a signer with a random key.
    static BlobSigner random();
    /// Returns the account of all containers.
    static QString account() { return QStringLiteral("blob"); }
    const QByteArray &key() const { return m_key; }

    /// Returns "sv=2021-10-04&se=...&sr=b&sp=r&sig=...", to be appended after the '?' of the URL.
    QString query(const BlobGrant &grant) const;

    enum class Verdict { Allowed, Unsigned, Forged, Expired, NotPermitted };
    /// Checks whether `query` allows `permission` ('r', 'l' or 'w') on `path` of `container` at `now`.
    Verdict check(const QString &container, const QString &path, const QUrlQuery &query, QChar permission,
                  const QDateTime &now = QDateTime::currentDateTimeUtc()) const;

private:
    QByteArray m_key;
};

} // namespace Roost::Service::Blob
