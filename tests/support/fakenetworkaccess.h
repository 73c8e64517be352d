// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTimer>
#include <QUrl>

#include <functional>
#include <optional>
#include <utility>

namespace Roost::Testing {

/// The reply of the network to one request.
struct FakeAnswer
{
    enum class How {
        Answer, // status, headers, body
        Error,  // the connection fails with `error` before any status
        Hang,   // the request is accepted, but never answered
        Cut,    // status, headers and `body`, after which the connection is interrupted
    };
    How how = How::Answer;
    int status = 200;
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;
    QNetworkReply::NetworkError error = QNetworkReply::ConnectionRefusedError;
    /// The delay before the answer.
    int delayMs = 0;

    static FakeAnswer json(const QByteArray &body, int status = 200);
    static FakeAnswer refused();
    static FakeAnswer hang();
    static FakeAnswer cut(const QByteArray &body, QList<std::pair<QByteArray, QByteArray>> headers = {});
};

/// A request that the network received.
struct FakeRequest
{
    QByteArray method;
    QUrl url;
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;
    bool aborted = false;

    QByteArray header(QByteArrayView name) const;
    /// Returns "GET /path?query".
    QString line() const;
};

/// A network that returns the answers that the test has recorded. A rule matches if its method is that of the request
/// and its path is that of the URL (including the query, if the rule has one). Each answer of a rule is used once, the
/// last one repeatedly. A request without a matching rule receives status 404.
class FakeNetworkAccess : public QNetworkAccessManager
{
    Q_OBJECT

public:
    void on(const QByteArray &method, const QString &path, QList<FakeAnswer> answers);
    void on(const QByteArray &method, const QString &path, const FakeAnswer &one) { on(method, path, QList{one}); }
    /// Called before the rules; an empty optional means that the rules apply.
    std::function<std::optional<FakeAnswer>(const FakeRequest &)> answer;

    QList<FakeRequest> requests;
    /// Returns the number of requests of "METHOD path".
    qsizetype count(const QByteArray &method, const QString &path) const;
    /// Returns the last such request, or an empty one if there was none.
    FakeRequest last(const QByteArray &method, const QString &path) const;

protected:
    QNetworkReply *createRequest(Operation operation, const QNetworkRequest &request, QIODevice *body) override;

private:
    struct Rule
    {
        QByteArray method;
        QString path;
        QList<FakeAnswer> answers;
    };
    FakeAnswer answerTo(const FakeRequest &request);

    QList<Rule> m_rules;
};

} // namespace Roost::Testing
