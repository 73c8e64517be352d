// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wire/azureml/sentparts.h"

#include "models/core/secrets.h"

#include <QJsonDocument>
#include <QStringList>

#include <utility>

using namespace Qt::StringLiterals;

namespace Roost::Wire {

namespace {

QJsonObject withoutSecrets(const QJsonObject &request)
{
    QJsonObject kept;
    for (auto it = request.begin(); it != request.end(); ++it) {
        if (it.value().isObject())
            kept.insert(it.key(), withoutSecrets(it.value().toObject()));
        else if (!it.value().isNull() && !(it.value().isString() && isSecretVariable(it.key(), it.value().toString())))
            kept.insert(it.key(), it.value());
    }
    return kept;
}

QStringList knownKeys(SentKind kind)
{
    switch (kind) {
    case SentKind::Run:
        return {u"runId"_s,      u"parentRunId"_s,     u"rootRunId"_s,   u"status"_s, u"startTimeUtc"_s,
                u"endTimeUtc"_s, u"displayName"_s,     u"description"_s, u"hidden"_s, u"tags"_s,
                u"properties"_s, u"dataContainerId"_s, u"queueingInfo"_s};
    case SentKind::Job:
        // These may change later or contain secrets, so replies contain the service's own values.
        return {u"tags"_s, u"description"_s, u"properties"_s, u"environmentVariables"_s, u"isArchived"_s};
    case SentKind::Compute:
        return {};
    case SentKind::Environment:
        return {u"condaFile"_s,        u"image"_s,      u"build"_s,       u"description"_s, u"tags"_s,
                u"osType"_s,           u"properties"_s, u"isAnonymous"_s, u"isArchived"_s,  u"environmentType"_s,
                u"provisioningState"_s};
    case SentKind::Model:
        return {u"modelUri"_s,  u"description"_s, u"tags"_s,       u"properties"_s,
                u"modelType"_s, u"jobName"_s,     u"isArchived"_s, u"provisioningState"_s};
    }
    std::unreachable();
}

QJsonObject parsed(const QString &text)
{
    return QJsonDocument::fromJson(text.toUtf8()).object();
}

} // namespace

QJsonObject sentParts(SentKind kind, const QJsonObject &request)
{
    QJsonObject sent = withoutSecrets(request);
    for (const QString &key : knownKeys(kind))
        sent.remove(key);
    return sent;
}

QJsonObject withSent(QJsonObject answer, const QJsonObject &sent)
{
    for (auto it = sent.begin(); it != sent.end(); ++it) {
        const QJsonValue own = answer.value(it.key());
        if (own.isUndefined())
            answer.insert(it.key(), it.value());
        else if (own.isObject() && it.value().isObject())
            answer.insert(it.key(), withSent(own.toObject(), it.value().toObject()));
    }
    return answer;
}

void storeSent(StringMap &properties, const QJsonObject &sent)
{
    if (sent.isEmpty())
        return;
    QJsonObject whole = parsed(properties.value(sentKey()));
    for (auto part = sent.begin(); part != sent.end(); ++part)
        whole.insert(part.key(), part.value());
    properties.insert(sentKey(), QString::fromUtf8(QJsonDocument(whole).toJson(QJsonDocument::Compact)));
}

QJsonObject extractSent(StringMap &properties)
{
    return parsed(properties.take(sentKey()));
}

QString sentKey()
{
    return u"roost.sent"_s;
}

} // namespace Roost::Wire
