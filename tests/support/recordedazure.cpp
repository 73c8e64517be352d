// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/recordedazure.h"

#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMessageAuthenticationCode>
#include <QUrl>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace Roost::Testing {

namespace {

// A JSON document is an object or a list; null and strings are not documents.
QByteArray printed(const QJsonValue &value)
{
    if (value.isNull())
        return "null";
    return QJsonDocument(value.toObject()).toJson(QJsonDocument::Indented).replace("    ", "  ");
}

QString expanded(QString text)
{
    return text.replace("{WS}"_L1, RecordedAzure::workspacePath()).replace("{S}"_L1, RecordedAzure::subscriptionPath());
}

// The check that a storage account applies to the signature of a container of version 2020-12-06 and later. It is
// implemented a second time here, so that the client's implementation is not tested against itself.
QString whyNotSigned(const QUrl &url)
{
    const QUrlQuery query(url);
    const auto item = [&query](const QString &name) { return query.queryItemValue(name, QUrl::FullyDecoded); };
    const QString container = url.path().section(u'/', 1, 1);
    const QString text = item(u"sp"_s) + u'\n' + item(u"st"_s) + u'\n' + item(u"se"_s) + u"\n/blob/birdsacct/"_s +
                         container + u"\n\n\n"_s + item(u"spr"_s) + u'\n' + item(u"sv"_s) + u"\nc\n\n\n\n\n\n\n"_s;
    QByteArray key;
    for (char byte = 0; byte < 64; ++byte)
        key.append(byte);
    const auto wanted = QMessageAuthenticationCode::hash(text.toUtf8(), key, QCryptographicHash::Sha256).toBase64();
    if (item(u"sig"_s).toLatin1() != wanted)
        return u"Signature did not match. String to sign used was %1"_s.arg(text);
    const auto expiry = QDateTime::fromString(item(u"se"_s), Qt::ISODate);
    const auto now = QDateTime::currentDateTimeUtc();
    if (item(u"sr"_s) != "c"_L1 || item(u"sp"_s) != "rl"_L1 || expiry <= now || expiry > now.addSecs(3600))
        return u"The signature allows too much or too long: %1"_s.arg(url.query());
    return {};
}

} // namespace

RecordedAzure::RecordedAzure(FakeNetworkAccess &network, const QString &file)
{
    QFile answers(file);
    if (answers.open(QIODevice::ReadOnly)) {
        const auto all = QJsonDocument::fromJson(expanded(QString::fromUtf8(answers.readAll())).toUtf8()).object();
        for (auto it = all.begin(); it != all.end(); ++it)
            m_answers.insert(it.key(), it.value().toObject());
    }
    network.answer = [this](const FakeRequest &request) -> std::optional<FakeAnswer> { return answer(request); };
}

QString RecordedAzure::workspacePath()
{
    return u"/subscriptions/s/resourceGroups/g/providers/Microsoft.MachineLearningServices/workspaces/birds"_s;
}

void RecordedAzure::set(const QString &key, const QJsonObject &answer)
{
    m_answers.insert(expanded(key), answer);
}

FakeAnswer RecordedAzure::told(const QJsonObject &answer) const
{
    FakeAnswer said;
    said.status = answer.value("status"_L1).toInt(200);
    const auto headers = answer.value("headers"_L1).toObject();
    for (auto it = headers.begin(); it != headers.end(); ++it) {
        if (it.value().isString())
            said.headers.emplaceBack(it.key().toLatin1(), it.value().toString().toLatin1());
    }
    if (headers.contains("arm"_L1)) {
        said.headers += {{"x-ms-correlation-request-id", "11111111-2222-4333-8444-555555555555"},
                         {"x-ms-request-id", "11111111-2222-4333-8444-555555555555"},
                         {"x-ms-ratelimit-remaining-subscription-reads", "249"},
                         {"X-Cache", "CONFIG_NOCACHE"}};
    }
    if (answer.contains("text"_L1)) {
        said.headers.emplaceBack("Content-Type", "application/xml");
        said.body = answer.value("text"_L1).toString().toUtf8();
    } else if (answer.contains("body"_L1)) {
        said.headers.emplaceBack("Content-Type", "application/json; charset=utf-8");
        said.body = printed(answer.value("body"_L1));
    }
    return said;
}

FakeAnswer RecordedAzure::storage(const FakeRequest &request)
{
    if (const auto why = whyNotSigned(request.url); !why.isEmpty()) {
        m_refusals.append(why);
        FakeAnswer refused;
        refused.status = 403;
        refused.headers = {{"x-ms-error-code", "AuthenticationFailed"}};
        refused.body = "\xef\xbb\xbf<?xml version=\"1.0\" encoding=\"utf-8\"?><Error><Code>AuthenticationFailed</Code>"
                       "<Message>Server failed to authenticate the request.</Message></Error>";
        return refused;
    }
    return told(
        m_answers.value(QString::fromLatin1(request.method) + u" blob "_s + request.url.path(), {{u"status"_s, 404}}));
}

FakeAnswer RecordedAzure::answer(const FakeRequest &request)
{
    if (request.url.host().endsWith(".blob.core.windows.net"_L1))
        return storage(request);
    const auto path = request.url.path();
    if (m_isGone && request.url.host() == "management.azure.com"_L1) {
        const bool itself = path == workspacePath();
        const auto text =
            itself
                ? u"The Resource 'Microsoft.MachineLearningServices/workspaces/birds' under resource group 'g' was not found. For more details please go to https://aka.ms/ARMResourceNotFoundFix"_s
                : u"Can not perform requested operation on nested resource. Parent resource 'birds' not found."_s;
        const QJsonObject error{{u"code"_s, itself ? u"ResourceNotFound"_s : u"ParentResourceNotFound"_s},
                                {u"message"_s, text}};
        return told({{u"status"_s, 404},
                     {u"headers"_s, QJsonObject{{u"arm"_s, true}, {u"x-ms-failure-cause"_s, u"gateway"_s}}},
                     {u"body"_s, QJsonObject{{u"error"_s, error}}}});
    }
    const QString line = QString::fromLatin1(request.method) + u' ' + path;
    for (auto it = m_answers.cbegin(); it != m_answers.cend(); ++it) {
        const auto cut = it.key().indexOf(u'?');
        if (cut > 0 && it.key().first(cut) == line && request.url.query().contains(it.key().sliced(cut + 1)))
            return told(*it);
    }
    return told(m_answers.value(line, {{u"status"_s, 404}, {u"headers"_s, QJsonObject{{u"arm"_s, true}}}}));
}

} // namespace Roost::Testing
