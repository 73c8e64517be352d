// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rest/tlsprobe.h"

#include "models/core/words.h"

#include <QLocale>
#include <QSslCertificate>
#include <QSslCipher>
#include <QSslSocket>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace Roost::Rest {

namespace {

QString nameOf(const QStringList &names)
{
    return names.isEmpty() ? u"?"_s : names.join(u", "_s);
}

TlsFindings findingsOf(const QSslSocket &socket)
{
    TlsFindings findings;
    const auto leaf = socket.peerCertificate();
    findings.protocol = socket.sessionCipher().protocolString();
    findings.fingerprint = leaf.isNull() ? QString() : fingerprintOf(leaf);
    const auto subject = leaf.subjectInfo(QSslCertificate::CommonName);
    const auto issuer = leaf.issuerInfo(QSslCertificate::CommonName);
    findings.certificate =
        Words::tr("issued to %1 by %2, valid until %3")
            .arg(nameOf(subject), nameOf(issuer), QLocale().toString(leaf.expiryDate().date(), QLocale::ShortFormat));
    for (const QSslError &error : socket.sslHandshakeErrors())
        findings.faults.append(error.errorString());
    return findings;
}

} // namespace

Future<TlsFindings> probeTls(const QUrl &url, const TlsOptions &options, int timeoutMs)
{
    const auto configuration = sslConfigurationFrom(options);
    if (!configuration)
        return readyFuture<TlsFindings>(std::unexpected(configuration.error()));
    constexpr int usualPort = 443;
    const auto address = url.host() + u':' + QString::number(url.port(usualPort));
    Promise<TlsFindings> promise;
    auto *socket = new QSslSocket;
    socket->setSslConfiguration(*configuration);
    const auto end = [promise, socket](Result<TlsFindings> result) {
        promise.resolve(std::move(result));
        socket->deleteLater();
    };
    promise.onCancel([socket] { socket->deleteLater(); });
    // Nothing is sent on this connection, so it may continue whatever the certificate is.
    QObject::connect(socket, &QSslSocket::sslErrors, socket, [socket] { socket->ignoreSslErrors(); });
    QObject::connect(socket, &QSslSocket::encrypted, socket, [end, socket] { end(findingsOf(*socket)); });
    QObject::connect(socket, &QSslSocket::errorOccurred, socket, [end, socket, address] {
        end(failure(ErrorKind::Unreachable, Words::tr("%1 does not answer: %2.").arg(address, socket->errorString())));
    });
    QTimer::singleShot(timeoutMs, socket, [end, address, timeoutMs] {
        end(failure(ErrorKind::Unreachable,
                    Words::tr("%1 does not answer: no connection within %2 s.").arg(address).arg(timeoutMs / 1000)));
    });
    socket->connectToHostEncrypted(url.host(), quint16(url.port(usualPort)));
    return promise.future();
}

} // namespace Roost::Rest
