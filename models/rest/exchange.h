// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/future.h"
#include "models/rest/credential.h"
#include "models/rest/restrequest.h"
#include "models/rest/tlsoptions.h"

#include <QBuffer>
#include <QFile>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPointer>
#include <QTimer>

#include <optional>

namespace Roost::Rest {

/// When a request is repeated after a temporary failure.
struct RetryPolicy
{
    int retries = 3;
    /// Doubles with each retry.
    int firstDelayMs = 400;
    /// The longest accepted Retry-After of a server.
    int longestDelayMs = 60000;
    int connectMs = 10000;
};

/// One request with all its attempts until its reply: pauses between attempts, a new token after a 401. Deletes itself
/// when the reply was delivered or the request was canceled.
class Exchange : public QObject
{
    Q_OBJECT

public:
    struct Tools
    {
        QPointer<QNetworkAccessManager> network;
        std::shared_ptr<Credential> credential; // if null, no Authorization header is sent
        std::shared_ptr<Reconnector> reconnector;
        std::function<bool(const QUrl &)> trusts; // returns whether a URL may receive the token
        RetryPolicy policy;
        std::optional<QSslConfiguration> tls; // if empty, the default of Qt
        QString acceptedFingerprint;          // see TlsOptions
    };

    Exchange(RestRequest request, Tools tools, Promise<RestReply> promise, QObject *owner);
    ~Exchange() override;

    void start();

private:
    void authorize();
    void attempt(const QByteArray &token);
    std::optional<Error> whyNotTo(const QUrl &url, const QByteArray &token) const;
    bool hasSecret(const QUrl &url, const QByteArray &token) const;
    /// `once`: Qt must not repeat the request by itself.
    QNetworkReply *sendNow(QNetworkRequest request, bool once);
    QIODevice *openBody(bool once);
    void watch();
    void onReadable();
    /// Opens the file of the reply; ends the exchange if that fails.
    bool openReplyFile();
    bool isSaved() const;
    void save();
    void endUnsaved();
    void onFinished();
    void onStatus(int status);
    void onBroken(QNetworkReply::NetworkError error, const QString &words);
    void reconnect();
    void repeatAfter(int delayMs);
    bool mayTryAgain() const;
    int delay() const;
    void dropReply();
    void end(Result<RestReply> result);

    RestRequest m_request;
    Tools m_tools;
    Promise<RestReply> m_promise;
    QPointer<QNetworkReply> m_reply;
    QFile m_file;
    QFile m_saved;
    QBuffer m_buffer;
    QPointer<QIODevice> m_onceBody;
    QByteArray m_received;
    QTimer m_silence;
    QTimer m_connecting;
    PendingReply<QByteArray> m_token;
    PendingReply<void> m_reconnecting;
    int m_attempts = 0;
    bool m_hasNewToken = false;
    bool m_hasReconnected = false;
    bool m_hasEnded = false;
};

} // namespace Roost::Rest
