// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QUrlQuery>

namespace Roost::Service {

/// What a signed blob URL allows. An empty `path` grants the whole container.
struct BlobGrant
{
    QString container;
    QString path;
    /// Of "r" (read), "l" (list), "w" (write); in that order.
    QString permissions;
    QDateTime expires; // UTC
};

/// Signs blob URLs and checks them, as a storage account does with its shared access signatures. The key is made
/// for one life of the service, so that nothing secret lies in the workspace; a client takes fresh URLs after it.
class BlobSigner
{
public:
    explicit BlobSigner(QByteArray key);
    /// With a random key.
    static BlobSigner random();

    /// "sv=2021-08-06&sr=b&sp=r&se=...&sig=...", to be put behind the '?' of the URL.
    QString query(const BlobGrant &grant) const;

    enum class Verdict { Allowed, Unsigned, Forged, Expired, NotPermitted };
    /// Whether `query` allows `permission` ('r', 'l' or 'w') on `path` of `container` at `now`.
    Verdict check(const QString &container, const QString &path, const QUrlQuery &query, QChar permission,
                  const QDateTime &now = QDateTime::currentDateTimeUtc()) const;

private:
    QByteArray signature(const QString &container, const QString &path, const QString &permissions,
                         const QString &expires) const;

    QByteArray m_key;
};

} // namespace Roost::Service
