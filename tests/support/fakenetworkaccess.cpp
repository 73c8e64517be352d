// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakenetworkaccess.h"

#include <QUrl>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Roost::Testing {

namespace {

class FakeReply : public QNetworkReply
{
public:
    FakeReply(const QNetworkRequest &request, const QByteArray &verb, FakeAnswer answer, std::function<void()> onAbort,
              qint64 sent, QObject *parent)
        : QNetworkReply(parent)
        , m_answer(std::move(answer))
        , m_onAbort(std::move(onAbort))
        , m_sent(sent)
    {
        setRequest(request);
        setUrl(request.url());
        setAttribute(QNetworkRequest::CustomVerbAttribute, verb);
        open(QIODevice::ReadOnly);
        QTimer::singleShot(m_answer.delayMs, this, [this] { begin(); });
    }

    qint64 bytesAvailable() const override
    {
        return (m_started ? m_answer.body.size() - m_at : 0) + QNetworkReply::bytesAvailable();
    }
    bool isSequential() const override { return true; }

    void abort() override
    {
        if (isFinished())
            return;
        m_onAbort();
        m_answer.how = FakeAnswer::How::Hang;
        fail(OperationCanceledError, u"canceled"_s);
    }

protected:
    qint64 readData(char *data, qint64 most) override
    {
        const auto part = std::min<qint64>(most, m_answer.body.size() - m_at);
        if (part <= 0)
            return isFinished() ? -1 : 0;
        std::copy_n(m_answer.body.constData() + m_at, part, data);
        m_at += part;
        return part;
    }

private:
    void fail(NetworkError error, const QString &words)
    {
        setError(error, words);
        setFinished(true);
        Q_EMIT errorOccurred(error);
        Q_EMIT finished();
    }

    void begin()
    {
        if (isFinished() || m_answer.how == FakeAnswer::How::Hang)
            return;
        if (m_answer.how == FakeAnswer::How::Error)
            return fail(m_answer.error, u"recorded failure"_s);
        if (m_sent > 0)
            Q_EMIT uploadProgress(m_sent, m_sent);
        if (isFinished())
            return;
        m_started = true;
        setAttribute(QNetworkRequest::HttpStatusCodeAttribute, m_answer.status);
        for (const auto &[name, value] : m_answer.headers)
            setRawHeader(name, value);
        if (!hasRawHeader("Content-Length"))
            setRawHeader("Content-Length", QByteArray::number(m_answer.body.size()));
        Q_EMIT metaDataChanged();
        if (!isFinished() && !m_answer.body.isEmpty())
            Q_EMIT readyRead();
        if (isFinished())
            return;
        if (m_answer.how == FakeAnswer::How::Cut)
            return fail(RemoteHostClosedError, u"connection closed"_s);
        // Qt also reports a status of 400 and above as an error.
        if (m_answer.status >= 400)
            setError(m_answer.status >= 500 ? UnknownServerError : UnknownContentError, u"status"_s);
        setFinished(true);
        Q_EMIT finished();
    }

    FakeAnswer m_answer;
    std::function<void()> m_onAbort;
    qint64 m_sent;
    qint64 m_at = 0;
    bool m_started = false;
};

QByteArray verbOf(QNetworkAccessManager::Operation operation, const QNetworkRequest &request)
{
    switch (operation) {
    case QNetworkAccessManager::HeadOperation:
        return "HEAD";
    case QNetworkAccessManager::GetOperation:
        return "GET";
    case QNetworkAccessManager::PutOperation:
        return "PUT";
    case QNetworkAccessManager::PostOperation:
        return "POST";
    case QNetworkAccessManager::DeleteOperation:
        return "DELETE";
    case QNetworkAccessManager::CustomOperation:
    case QNetworkAccessManager::UnknownOperation:
        break;
    }
    return request.attribute(QNetworkRequest::CustomVerbAttribute).toByteArray();
}

bool fits(const QString &path, const QUrl &url)
{
    if (path.contains(u'?'))
        return url.path() + u'?' + url.query() == path;
    return url.path() == path;
}

} // namespace

FakeAnswer FakeAnswer::json(const QByteArray &body, int status)
{
    FakeAnswer answer;
    answer.status = status;
    answer.headers = {{"Content-Type", "application/json"}};
    answer.body = body;
    return answer;
}

FakeAnswer FakeAnswer::refused()
{
    FakeAnswer answer;
    answer.how = How::Error;
    return answer;
}

FakeAnswer FakeAnswer::hang()
{
    FakeAnswer answer;
    answer.how = How::Hang;
    return answer;
}

FakeAnswer FakeAnswer::cut(const QByteArray &body, QList<std::pair<QByteArray, QByteArray>> headers)
{
    FakeAnswer answer;
    answer.how = How::Cut;
    answer.headers = std::move(headers);
    answer.body = body;
    return answer;
}

QByteArray FakeRequest::header(QByteArrayView name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

QString FakeRequest::line() const
{
    const auto query = url.hasQuery() ? u'?' + url.query() : QString();
    return QString::fromLatin1(method) + u' ' + url.path() + query;
}

void FakeNetworkAccess::on(const QByteArray &method, const QString &path, QList<FakeAnswer> answers)
{
    Q_ASSERT(!answers.isEmpty());
    m_rules.prepend({method, path, std::move(answers)});
}

qsizetype FakeNetworkAccess::count(const QByteArray &method, const QString &path) const
{
    return std::ranges::count_if(requests,
                                 [&](const FakeRequest &r) { return r.method == method && fits(path, r.url); });
}

FakeRequest FakeNetworkAccess::last(const QByteArray &method, const QString &path) const
{
    for (qsizetype i = requests.size() - 1; i >= 0; --i) {
        if (requests.at(i).method == method && fits(path, requests.at(i).url))
            return requests.at(i);
    }
    return {};
}

FakeAnswer FakeNetworkAccess::answerTo(const FakeRequest &request)
{
    if (answer) {
        if (auto given = answer(request))
            return *given;
    }
    for (auto &rule : m_rules) {
        if (rule.method == request.method && fits(rule.path, request.url))
            return rule.answers.size() > 1 ? rule.answers.takeFirst() : rule.answers.first();
    }
    return FakeAnswer::json(R"({"error":{"code":"NotFound","message":"No rule fits."}})", 404);
}

QNetworkReply *FakeNetworkAccess::createRequest(Operation operation, const QNetworkRequest &request, QIODevice *body)
{
    FakeRequest asked{verbOf(operation, request), request.url(), {}, body ? body->readAll() : QByteArray(), false};
    for (const auto &name : request.rawHeaderList())
        asked.headers.emplaceBack(name, request.rawHeader(name));
    const auto number = requests.size();
    requests.append(asked);
    const auto onAbort = [this, number] { requests[number].aborted = true; };
    return new FakeReply(request, asked.method, answerTo(asked), onAbort, asked.body.size(), this);
}

} // namespace Roost::Testing
