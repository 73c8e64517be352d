// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rest/tlsoptions.h"

#include "models/core/words.h"

#include <QFile>
#include <QNetworkReply>
#include <QSslCertificate>
#include <QSslKey>

using namespace Qt::StringLiterals;

namespace Roost::Rest {

namespace {

Result<QByteArray> contentOf(const QString &name)
{
    constexpr qint64 longest = 4 << 20;
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::Rejected, Words::tr("%1 cannot be read: %2.").arg(name, file.errorString()));
    return file.read(longest);
}

Result<QSslKey> keyIn(const QString &file, const QByteArray &pem)
{
    for (const auto algorithm : {QSsl::Rsa, QSsl::Ec, QSsl::Dsa}) {
        if (const QSslKey key(pem, algorithm); !key.isNull())
            return key;
    }
    if (pem.contains("ENCRYPTED")) {
        return failure(ErrorKind::Rejected,
                       Words::tr("The private key in %1 is protected by a passphrase. Save it without one in a file "
                                 "that only you can read.")
                           .arg(file));
    }
    return failure(ErrorKind::Rejected,
                   Words::tr("%1 contains no private key. Append the key of the certificate to the file.").arg(file));
}

} // namespace

QString fingerprintOf(const QSslCertificate &certificate)
{
    return QString::fromLatin1(certificate.digest(QCryptographicHash::Sha256).toHex(':')).toUpper();
}

Result<QSslConfiguration> sslConfigurationFrom(const TlsOptions &options)
{
    auto configuration = QSslConfiguration::defaultConfiguration();
    if (!options.caFile.isEmpty()) {
        const auto pem = contentOf(options.caFile);
        if (!pem)
            return std::unexpected(pem.error());
        const auto authorities = QSslCertificate::fromData(*pem, QSsl::Pem);
        if (authorities.isEmpty())
            return failure(ErrorKind::Rejected, Words::tr("%1 contains no PEM certificate.").arg(options.caFile));
        configuration.addCaCertificates(authorities);
    }
    if (!options.clientCertificateFile.isEmpty()) {
        const auto pem = contentOf(options.clientCertificateFile);
        if (!pem)
            return std::unexpected(pem.error());
        const auto chain = QSslCertificate::fromData(*pem, QSsl::Pem);
        if (chain.isEmpty())
            return failure(ErrorKind::Rejected,
                           Words::tr("%1 contains no PEM certificate.").arg(options.clientCertificateFile));
        const auto key = keyIn(options.clientCertificateFile, *pem);
        if (!key)
            return std::unexpected(key.error());
        configuration.setLocalCertificateChain(chain);
        configuration.setPrivateKey(*key);
    }
    return configuration;
}

void acceptFingerprint(QNetworkReply *reply, const QString &fingerprint)
{
    if (fingerprint.isEmpty())
        return;
    QObject::connect(reply, &QNetworkReply::sslErrors, reply, [reply, fingerprint](const QList<QSslError> &errors) {
        const auto leaf = reply->sslConfiguration().peerCertificate();
        if (!leaf.isNull() && fingerprintOf(leaf) == fingerprint)
            reply->ignoreSslErrors(errors);
    });
}

} // namespace Roost::Rest
