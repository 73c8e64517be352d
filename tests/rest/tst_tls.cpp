// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rest/restclient.h"
#include "models/rest/tlsprobe.h"
#include "tests/support/wait.h"

#include <QFile>
#include <QNetworkAccessManager>
#include <QProcess>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslServer>
#include <QSslSocket>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace Roost;
using namespace Roost::Rest;
using namespace Roost::Testing;
using namespace Qt::StringLiterals;

namespace {

/// An https server that answers every request with {}.
class Server : public QSslServer
{
public:
    Server(const QString &certificate, const QString &clientAuthority)
    {
        QFile file(certificate);
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        if (file.open(QIODevice::ReadOnly)) {
            const QByteArray pem = file.readAll();
            configuration.setLocalCertificate(QSslCertificate(pem));
            configuration.setPrivateKey(QSslKey(pem, QSsl::Rsa));
        }
        if (!clientAuthority.isEmpty()) {
            configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
            configuration.setCaCertificates(QSslCertificate::fromPath(clientAuthority));
        }
        setSslConfiguration(configuration);
        connect(this, &QSslServer::pendingConnectionAvailable, this, [this] {
            while (QTcpSocket *socket = nextPendingConnection()) {
                connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
                    if (!socket->readAll().contains("\r\n\r\n"))
                        return;
                    ++requests;
                    socket->write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Type: application/json\r\n\r\n{}");
                });
            }
        });
        listen(QHostAddress::LocalHost);
    }

    QUrl url() const { return QUrl(u"https://localhost:%1/"_s.arg(serverPort())); }
    int requests = 0;
};

} // namespace

/// Certificates of authorities that the system does not know, accepted certificates, and certificates of clients, at a
/// real server on loopback.
class TestTls : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QNetworkAccessManager m_network;

    QString at(const QString &name) const { return m_folder.filePath(name); }

    bool openssl(const QStringList &arguments) const
    {
        QProcess process;
        process.setWorkingDirectory(m_folder.path());
        process.start(u"openssl"_s, arguments);
        return process.waitForFinished(30000) && process.exitCode() == 0;
    }

    // Writes NAME.pem with a certificate of the authority and its key.
    bool makeCertificate(const QString &name, const QString &extension) const
    {
        QFile extensions(at(name + u".ext"_s));
        if (!extensions.open(QIODevice::WriteOnly))
            return false;
        extensions.write(extension.toUtf8());
        extensions.close();
        const bool isMade = openssl({u"req"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-keyout"_s, name + u".key"_s,
                                     u"-out"_s, name + u".csr"_s, u"-subj"_s, u"/CN="_s + name}) &&
                            openssl({u"x509"_s, u"-req"_s, u"-in"_s, name + u".csr"_s, u"-CA"_s, u"ca.crt"_s,
                                     u"-CAkey"_s, u"ca.key"_s, u"-CAcreateserial"_s, u"-days"_s, u"30"_s, u"-extfile"_s,
                                     name + u".ext"_s, u"-out"_s, name + u".crt"_s});
        QFile both(at(name + u".pem"_s));
        if (!isMade || !both.open(QIODevice::WriteOnly))
            return false;
        for (const auto &part : {u".crt"_s, u".key"_s}) {
            QFile file(at(name + part));
            if (!file.open(QIODevice::ReadOnly))
                return false;
            both.write(file.readAll());
        }
        return true;
    }

    Result<QJsonObject> request(const Server &server, const TlsOptions &options)
    {
        QNetworkAccessManager network; // connections are not shared between options
        RestClient client(&network);
        client.setRetryPolicy({.retries = 0});
        if (const auto usable = client.setTls(options); !usable)
            return std::unexpected(usable.error());
        return waitFor(client.get(server.url()));
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(u"openssl"_s).isEmpty())
            QSKIP("openssl is not installed.");
        QVERIFY(openssl({u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-keyout"_s, u"ca.key"_s,
                         u"-out"_s, u"ca.crt"_s, u"-days"_s, u"30"_s, u"-subj"_s, u"/CN=Test authority"_s}));
        QVERIFY(makeCertificate(u"server"_s, u"subjectAltName=DNS:localhost"_s));
        QVERIFY(makeCertificate(u"client"_s, u"extendedKeyUsage=clientAuth"_s));
    }

    void anUnknownAuthorityIsRefused()
    {
        const Server server(at(u"server.pem"_s), {});
        const auto refused = request(server, {});
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Denied);
        QVERIFY2(refused.error().text.contains(u"No trusted connection"_s), qPrintable(refused.error().text));
        QCOMPARE(server.requests, 0);
    }

    void anAuthorityOfTheUsersIsTrusted()
    {
        const Server server(at(u"server.pem"_s), {});
        const auto answer = request(server, {.caFile = at(u"ca.crt"_s)});
        QVERIFY2(answer, answer ? "" : describe(answer.error()).constData());
    }

    void onlyTheAcceptedCertificateIsAccepted()
    {
        const Server server(at(u"server.pem"_s), {});
        ROOST_GET(findings, probeTls(server.url(), {}));
        QVERIFY(!findings.faults.isEmpty());
        QVERIFY2(findings.certificate.contains(u"issued to server by Test authority"_s),
                 qPrintable(findings.certificate));
        QCOMPARE(server.requests, 0); // the probe sends nothing
        const auto answer = request(server, {.acceptedFingerprint = findings.fingerprint});
        QVERIFY2(answer, answer ? "" : describe(answer.error()).constData());
        auto other = findings.fingerprint;
        other[0] = other[0] == u'0' ? u'1' : u'0';
        QVERIFY(!request(server, {.acceptedFingerprint = other}));
        ROOST_GET(trusted, probeTls(server.url(), {.caFile = at(u"ca.crt"_s)}));
        QVERIFY2(trusted.faults.isEmpty(), qPrintable(trusted.faults.join(u' ')));
    }

    void aServerMayAskForTheClientsCertificate()
    {
        const Server server(at(u"server.pem"_s), at(u"ca.crt"_s));
        QVERIFY(!request(server, {.caFile = at(u"ca.crt"_s)}));
        const auto answer = request(server, {.caFile = at(u"ca.crt"_s), .clientCertificateFile = at(u"client.pem"_s)});
        QVERIFY2(answer, answer ? "" : describe(answer.error()).constData());
    }

    void unusableFilesAreNamed()
    {
        const auto missing = sslConfigurationFrom({.caFile = at(u"none.pem"_s)});
        QVERIFY(missing.error().text.contains(u"none.pem"_s));
        const auto empty = sslConfigurationFrom({.caFile = at(u"server.ext"_s)});
        QVERIFY(empty.error().text.contains(u"contains no PEM certificate"_s));
        const auto keyless = sslConfigurationFrom({.clientCertificateFile = at(u"client.crt"_s)});
        QVERIFY(keyless.error().text.contains(u"contains no private key"_s));
        QVERIFY(openssl({u"rsa"_s, u"-aes256"_s, u"-passout"_s, u"pass:secret"_s, u"-in"_s, u"client.key"_s, u"-out"_s,
                         u"locked.key"_s}));
        QFile locked(at(u"locked.key"_s));
        QFile certificate(at(u"client.crt"_s));
        QVERIFY(locked.open(QIODevice::ReadWrite | QIODevice::Append) && certificate.open(QIODevice::ReadOnly));
        locked.write(certificate.readAll());
        locked.close();
        const auto passphrase = sslConfigurationFrom({.clientCertificateFile = locked.fileName()});
        QVERIFY2(passphrase.error().text.contains(u"passphrase"_s), qPrintable(passphrase.error().text));
    }

    void aClosedPortIsUnreachable()
    {
        const auto none = waitFor(probeTls(QUrl(u"https://127.0.0.1:1"_s), {}));
        QCOMPARE(none.error().kind, ErrorKind::Unreachable);
    }
};

QTEST_GUILESS_MAIN(TestTls)
#include "tst_tls.moc"
