// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wire/errors.h"

#include "models/wire/json.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Roost::Wire {

namespace {

constexpr qsizetype longestDetail = 4000;

struct Said
{
    QString code;
    QString message;
};

QJsonObject anyCase(const QJsonObject &object, const QString &key)
{
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it.key().compare(key, Qt::CaseInsensitive) == 0)
            return it.value().toObject();
    }
    return {};
}

QString anyCaseText(const QJsonObject &object, const QString &key)
{
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it.key().compare(key, Qt::CaseInsensitive) == 0)
            return text(it.value());
    }
    return {};
}

Said saidInJson(const QJsonObject &body)
{
    const auto error = anyCase(body, u"error"_s);
    const auto &source = error.isEmpty() ? body : error;
    Said said{anyCaseText(source, u"code"_s), anyCaseText(source, u"message"_s)};
    if (said.code.isEmpty())
        said.code = text(body.value("error_code"_L1));
    // OAuth's token end points
    if (said.message.isEmpty())
        said.message = text(body.value("error_description"_L1));
    if (said.message.isEmpty() && body.value("error"_L1).isString())
        said.message = text(body.value("error"_L1));
    if (said.message.isEmpty()) {
        for (const auto &one : error.value("details"_L1).toArray()) {
            said.message = anyCaseText(one.toObject(), u"message"_s);
            if (!said.message.isEmpty())
                break;
        }
    }
    return said;
}

QString between(const QString &body, QLatin1StringView tag)
{
    const auto from = body.indexOf(u'<' + tag + u'>');
    const auto to = body.indexOf("</"_L1 + tag + u'>', from);
    if (from < 0 || to < 0)
        return {};
    const auto start = from + tag.size() + 2;
    auto inside = body.mid(start, to - start);
    inside.replace("&lt;"_L1, "<"_L1).replace("&gt;"_L1, ">"_L1).replace("&quot;"_L1, "\""_L1);
    return inside.replace("&amp;"_L1, "&"_L1).trimmed();
}

Said saidIn(const QByteArray &body)
{
    const auto trimmed = body.trimmed();
    if (trimmed.startsWith('{')) {
        if (const auto object = parseObject(trimmed))
            return saidInJson(*object);
    }
    const auto plain = QString::fromUtf8(trimmed.first(std::min<qsizetype>(trimmed.size(), longestDetail)));
    if (!plain.contains(u'<'))
        return {{}, plain};
    Said said{between(plain, "Code"_L1), between(plain, "Message"_L1)};
    if (said.message.isEmpty())
        said.message = between(plain, "title"_L1);
    return said;
}

QString wordOfStatus(int status)
{
    switch (kindOfStatus(status)) {
    case ErrorKind::Denied:
        return u"The server does not know who asks, or does not allow it. Sign in again."_s;
    case ErrorKind::NotFound:
        return u"The server has no such thing."_s;
    case ErrorKind::Conflict:
        return u"It exists already, or was changed meanwhile."_s;
    case ErrorKind::Unreachable:
        return u"The server is busy or does not answer in time."_s;
    case ErrorKind::Rejected:
        return u"The server refused the question."_s;
    case ErrorKind::Unreadable:
    case ErrorKind::Failed:
        break;
    }
    return u"The server failed to answer."_s;
}

QString mlflowCode(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Denied:
        return u"PERMISSION_DENIED"_s;
    case ErrorKind::NotFound:
        return u"RESOURCE_DOES_NOT_EXIST"_s;
    case ErrorKind::Conflict:
        return u"RESOURCE_CONFLICT"_s;
    case ErrorKind::Rejected:
    case ErrorKind::Unreadable:
        return u"INVALID_PARAMETER_VALUE"_s;
    case ErrorKind::Unreachable:
        return u"TEMPORARILY_UNAVAILABLE"_s;
    case ErrorKind::Failed:
        break;
    }
    return u"INTERNAL_ERROR"_s;
}

QString armCode(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Denied:
        return u"Forbidden"_s;
    case ErrorKind::NotFound:
        return u"NotFound"_s;
    case ErrorKind::Conflict:
        return u"Conflict"_s;
    case ErrorKind::Rejected:
    case ErrorKind::Unreadable:
        return u"UserError"_s;
    case ErrorKind::Unreachable:
        return u"ServerBusy"_s;
    case ErrorKind::Failed:
        break;
    }
    return u"ServiceError"_s;
}

} // namespace

ErrorKind kindOfStatus(int status)
{
    switch (status) {
    case 401:
    case 403:
        return ErrorKind::Denied;
    case 404:
    case 410:
        return ErrorKind::NotFound;
    case 409:
    case 412:
        return ErrorKind::Conflict;
    case 408:
    case 429:
    case 502:
    case 503:
    case 504:
        return ErrorKind::Unreachable;
    case 501:
        return ErrorKind::Rejected;
    default:
        return status >= 400 && status < 500 ? ErrorKind::Rejected : ErrorKind::Failed;
    }
}

Error errorFromReply(int status, const QByteArray &body)
{
    const auto said = saidIn(body);
    Error error;
    error.kind = kindOfStatus(status);
    error.text = said.message.section(u'\n', 0, 0).trimmed();
    if (error.text.isEmpty())
        error.text = wordOfStatus(status);
    error.detail =
        u"HTTP %1\n"_s.arg(status) + QString::fromUtf8(body.first(std::min<qsizetype>(body.size(), longestDetail)));
    return error;
}

QString errorCode(const QByteArray &body)
{
    return saidIn(body).code;
}

int statusOfKind(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Denied:
        return 403;
    case ErrorKind::NotFound:
        return 404;
    case ErrorKind::Conflict:
        return 409;
    case ErrorKind::Rejected:
    case ErrorKind::Unreadable:
        return 400;
    case ErrorKind::Unreachable:
        return 503;
    case ErrorKind::Failed:
        break;
    }
    return 500;
}

QJsonObject armError(const QString &code, const QString &message, const QString &target)
{
    QJsonObject error{{u"code"_s, code}, {u"message"_s, message}};
    put(error, u"target"_s, target);
    return {{u"error"_s, error}};
}

QJsonObject armError(const Error &error)
{
    return armError(armCode(error.kind), error.text);
}

QJsonObject dataPlaneError(const Error &error, const QString &requestId, const QString &time)
{
    const bool ours = error.kind == ErrorKind::Failed || error.kind == ErrorKind::Unreachable;
    const QJsonObject root{{u"code"_s, ours ? u"ServiceError"_s : u"UserError"_s},
                           {u"message"_s, error.text},
                           {u"innerError"_s, QJsonObject{{u"code"_s, armCode(error.kind)}}}};
    return {{u"error"_s, root},
            {u"correlation"_s, QJsonObject{{u"request"_s, requestId}}},
            {u"time"_s, time},
            {u"componentName"_s, u"roostd"_s}};
}

QJsonObject mlflowError(const QString &code, const QString &message)
{
    return {{u"error_code"_s, code}, {u"message"_s, message}};
}

QJsonObject mlflowError(const Error &error)
{
    return mlflowError(mlflowCode(error.kind), error.text);
}

QByteArray blobError(const QString &code, const QString &message)
{
    return u"<?xml version=\"1.0\" encoding=\"utf-8\"?><Error><Code>%1</Code><Message>%2</Message></Error>"_s
        .arg(code.toHtmlEscaped(), message.toHtmlEscaped())
        .toUtf8();
}

QString runErrorText(const QJsonObject &error)
{
    const auto inner = error.value("error"_L1).toObject();
    const auto &source = inner.isEmpty() ? error : inner;
    const auto message = text(source.value("message"_L1));
    return message.isEmpty() ? text(source.value("code"_L1)) : message;
}

QJsonObject runError(const QString &text)
{
    if (text.isEmpty())
        return {};
    return {{u"error"_s, QJsonObject{{u"code"_s, u"UserError"_s}, {u"message"_s, text}}}};
}

} // namespace Roost::Wire
