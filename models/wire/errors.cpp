// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wire/errors.h"

#include "models/core/words.h"
#include "models/wire/json.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Roost::Wire {

namespace {

constexpr qsizetype longestDetail = 4000;

struct ServerError
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

ServerError errorInJson(const QJsonObject &body)
{
    const auto error = anyCase(body, u"error"_s);
    const auto &source = error.isEmpty() ? body : error;
    ServerError read{anyCaseText(source, u"code"_s), anyCaseText(source, u"message"_s)};
    if (read.code.isEmpty())
        read.code = text(body.value("error_code"_L1));
    // the form of OAuth's token end points
    if (read.message.isEmpty())
        read.message = text(body.value("error_description"_L1));
    if (read.message.isEmpty() && body.value("error"_L1).isString())
        read.message = text(body.value("error"_L1));
    if (read.message.isEmpty()) {
        for (const auto &one : error.value("details"_L1).toArray()) {
            read.message = anyCaseText(one.toObject(), u"message"_s);
            if (!read.message.isEmpty())
                break;
        }
    }
    return read;
}

// Returns the server's most specific code: the end of the chain of inner errors. The resource manager has the chain in
// additionalInfo, the data plane as a member.
QString innermostCode(const QJsonObject &body)
{
    const auto error = anyCase(body, u"error"_s);
    auto inner = error.value("innerError"_L1).toObject();
    for (const auto &one : error.value("additionalInfo"_L1).toArray()) {
        const auto info = one.toObject();
        if (text(info.value("type"_L1)) == "InnerError"_L1)
            inner = info.value("info"_L1).toObject().value("value"_L1).toObject();
    }
    QString code;
    while (!inner.isEmpty()) {
        if (const auto finer = text(inner.value("code"_L1)); !finer.isEmpty())
            code = finer;
        inner = inner.value("innerError"_L1).toObject();
    }
    return code;
}

QString correlationIn(const QByteArray &body)
{
    const auto object = parseObject(body);
    if (!object)
        return {};
    const auto correlation = object->value("correlation"_L1).toObject();
    const auto operation = text(correlation.value("operation"_L1));
    return operation.isEmpty() ? text(correlation.value("request"_L1)) : operation;
}

// Detects the reply of the gateway in front of Azure ML for a workspace that does not exist.
std::optional<Error> workspaceIsGone(const ServerError &error)
{
    if (error.code == "SubscriptionNotFound"_L1 || error.code == "ResourceGroupNotFound"_L1) {
        return Error{ErrorKind::Rejected,
                     Words::tr("%1 Check the subscription and the resource group, or open another workspace.")
                         .arg(error.message),
                     {}};
    }
    static const QRegularExpression named(u"(?:workspaces/|resource ')([^/']+)'"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    const bool below = error.code == "ParentResourceNotFound"_L1;
    const auto name = named.match(error.message).captured(1);
    if (name.isEmpty() || (!below && error.code != "ResourceNotFound"_L1))
        return std::nullopt;
    return Error{below ? ErrorKind::Rejected : ErrorKind::NotFound,
                 Words::tr("There is no workspace %1: it was deleted, or its subscription, resource group or name is "
                           "different. Check them, or open another workspace.")
                     .arg(name),
                 {}};
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

ServerError errorIn(const QByteArray &body)
{
    const auto trimmed = body.trimmed();
    if (trimmed.startsWith('{')) {
        if (const auto object = parseObject(trimmed))
            return errorInJson(*object);
    }
    const auto plain = QString::fromUtf8(trimmed.first(std::min<qsizetype>(trimmed.size(), longestDetail)));
    if (!plain.contains(u'<'))
        return {{}, plain};
    ServerError read{between(plain, "Code"_L1), between(plain, "Message"_L1)};
    if (read.message.isEmpty())
        read.message = between(plain, "title"_L1);
    return read;
}

QString sentenceOfStatus(int status)
{
    switch (kindOfStatus(status)) {
    case ErrorKind::Denied:
        return Words::tr("The server does not know this user, or does not allow the request. Sign in again.");
    case ErrorKind::NotFound:
        return Words::tr("The server does not have the requested object.");
    case ErrorKind::Conflict:
        return Words::tr("It already exists, or was changed meanwhile.");
    case ErrorKind::Unreachable:
        return Words::tr("The server is busy or does not answer in time.");
    case ErrorKind::Rejected:
        return Words::tr("The server refused the request.");
    case ErrorKind::Unreadable:
    case ErrorKind::Failed:
        break;
    }
    return Words::tr("The server failed to answer.");
}

// Names the party at fault; innerCode() names the fault.
QString armCode(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Unreachable:
        return u"ServerBusy"_s;
    case ErrorKind::Failed:
        return u"ServiceError"_s;
    default:
        return u"UserError"_s;
    }
}

QString innerCode(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Denied:
        return u"Forbidden"_s;
    case ErrorKind::NotFound:
        return u"NotFoundError"_s;
    case ErrorKind::Conflict:
        return u"Conflict"_s;
    case ErrorKind::Rejected:
    case ErrorKind::Unreadable:
        return u"BadArgument"_s;
    case ErrorKind::Unreachable:
        return u"ServerBusy"_s;
    case ErrorKind::Failed:
        break;
    }
    return u"InternalServerError"_s;
}

QJsonObject additional(const QString &type, const QJsonValue &value)
{
    return {{u"type"_s, type}, {u"info"_s, QJsonObject{{u"value"_s, value}}}};
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

Error errorFromReply(int status, const QByteArray &body, const QString &correlation)
{
    const auto read = errorIn(body);
    Error error;
    error.kind = kindOfStatus(status);
    error.text = read.message.section(u'\n', 0, 0).trimmed();
    if (error.text.isEmpty())
        error.text = sentenceOfStatus(status);
    if (const auto gone = workspaceIsGone(read); gone && status == 404)
        error = *gone;
    const auto code = finestErrorCode(body);
    const auto id = correlation.isEmpty() ? correlationIn(body) : correlation;
    error.detail = u"HTTP %1"_s.arg(status) + (code.isEmpty() ? QString() : QString(u" "_s + code));
    if (!id.isEmpty())
        error.detail += u"\nCorrelation id: "_s + id;
    error.detail += u'\n' + QString::fromUtf8(body.first(std::min<qsizetype>(body.size(), longestDetail)));
    return error;
}

QString errorCode(const QByteArray &body)
{
    return errorIn(body).code;
}

QString finestErrorCode(const QByteArray &body)
{
    const auto object = parseObject(body);
    const auto inner = object ? innermostCode(*object) : QString();
    return inner.isEmpty() ? errorCode(body) : inner;
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
        return 400;
    case ErrorKind::Unreachable:
        return 503;
    case ErrorKind::Unreadable:
        return 502;
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

QJsonObject armError(const Error &error, const QString &operation, const QString &time)
{
    QJsonArray more{additional(u"ComponentName"_s, u"roostd"_s)};
    if (!operation.isEmpty())
        more.append(additional(u"Correlation"_s, QJsonObject{{u"operation"_s, operation}, {u"request"_s, operation}}));
    if (!time.isEmpty())
        more.append(additional(u"Time"_s, time));
    more.append(
        additional(u"InnerError"_s, QJsonObject{{u"code"_s, innerCode(error.kind)}, {u"innerError"_s, QJsonValue()}}));
    const QJsonObject root{{u"code"_s, armCode(error.kind)},
                           {u"message"_s, error.text},
                           {u"details"_s, QJsonArray()},
                           {u"additionalInfo"_s, more}};
    return {{u"error"_s, root}};
}

QJsonObject noWorkspaceError(const QString &wanted, bool below)
{
    if (below) {
        return armError(
            u"ParentResourceNotFound"_s,
            u"Can not perform requested operation on nested resource. Parent resource '%1' not found."_s.arg(wanted));
    }
    return armError(
        u"ResourceNotFound"_s,
        u"The Resource 'Microsoft.MachineLearningServices/workspaces/%1' was not found on this service."_s.arg(wanted));
}

QJsonObject dataPlaneError(const Error &error, const QString &requestId, const QString &time)
{
    const bool ours = error.kind == ErrorKind::Failed || error.kind == ErrorKind::Unreachable;
    const QJsonValue none;
    // azureml-core iterates over details; without this member it fails to print its own exception.
    const QJsonObject root{{u"code"_s, ours ? u"ServiceError"_s : u"UserError"_s},
                           {u"severity"_s, none},
                           {u"message"_s, error.text},
                           {u"messageFormat"_s, none},
                           {u"messageParameters"_s, QJsonObject()},
                           {u"referenceCode"_s, none},
                           {u"detailsUri"_s, none},
                           {u"target"_s, none},
                           {u"details"_s, QJsonArray()},
                           {u"innerError"_s, QJsonObject{{u"code"_s, innerCode(error.kind)}, {u"innerError"_s, none}}},
                           {u"debugInfo"_s, none},
                           {u"additionalInfo"_s, none}};
    return {{u"error"_s, root},
            {u"correlation"_s, QJsonObject{{u"operation"_s, requestId}, {u"request"_s, requestId}}},
            {u"environment"_s, u"local"_s},
            {u"location"_s, u"local"_s},
            {u"time"_s, time},
            {u"componentName"_s, u"roostd"_s},
            {u"statusCode"_s, statusOfKind(error.kind)}};
}

QByteArray blobError(const QString &code, const QString &message)
{
    return u"<?xml version=\"1.0\" encoding=\"utf-8\"?><Error><Code>%1</Code><Message>%2</Message></Error>"_s
        .arg(code.toHtmlEscaped(), message.toHtmlEscaped())
        .toUtf8();
}

QJsonObject plainError(const QString &code, const QString &mlflowCode, const QString &message)
{
    // azureml-core iterates over details; without this member it fails to print its own exception.
    return {{u"error"_s, QJsonObject{{u"code"_s, code}, {u"message"_s, message}, {u"details"_s, QJsonArray()}}},
            {u"error_code"_s, mlflowCode},
            {u"message"_s, message}};
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
