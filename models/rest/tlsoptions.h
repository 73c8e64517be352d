// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"

#include <QByteArray>
#include <QSslConfiguration>
#include <QString>

class QNetworkReply;

namespace Roost::Rest {

/// How a server's certificate is checked, and the client's own certificate.
struct TlsOptions
{
    /// A PEM file with the certificates of authorities that are trusted beside those of the system.
    QString caFile = {};
    /// A PEM file with the client's certificate and its private key.
    QString clientCertificateFile = {};
    /// The SHA-256 fingerprint of a certificate that is accepted although no authority confirms it.
    QString acceptedFingerprint = {};

    bool operator==(const TlsOptions &) const = default;
};

/// Returns "AB:CD:..." of a certificate.
QString fingerprintOf(const QSslCertificate &certificate);

/// Reads the files. The error names the file and what is wrong with it.
Result<QSslConfiguration> sslConfigurationFrom(const TlsOptions &options);

/// Lets `reply` continue if the server's certificate is the accepted one.
void acceptFingerprint(QNetworkReply *reply, const QString &fingerprint);

} // namespace Roost::Rest
