// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wire/mlflow/client.h"

#include "models/wire/json.h"
#include "models/wire/mlflow/run.h"

#include <QJsonArray>

#include <utility>

using namespace Qt::StringLiterals;

namespace Roost::Wire {

namespace {

QLatin1StringView keyOf(MlflowList list)
{
    switch (list) {
    case MlflowList::Experiments:
        return "experiments"_L1;
    case MlflowList::Files:
        return "files"_L1;
    case MlflowList::Metrics:
        return "metrics"_L1;
    case MlflowList::ModelVersions:
        return "model_versions"_L1;
    case MlflowList::RegisteredModels:
        return "registered_models"_L1;
    case MlflowList::Runs:
        return "runs"_L1;
    }
    std::unreachable();
}

QJsonArray newestFirst()
{
    return {u"attributes.start_time DESC"_s};
}

} // namespace

MlflowPage mlflowPageFrom(const QJsonObject &reply, MlflowList list)
{
    MlflowPage page;
    const QJsonArray items = reply.value(keyOf(list)).toArray();
    for (const QJsonValue one : items)
        page.items.append(one.toObject());
    page.next = text(reply.value("next_page_token"_L1));
    return page;
}

QJsonObject experimentsSearchBody(const QString &pageToken, int most)
{
    QJsonObject body{{u"max_results"_s, most}};
    put(body, u"page_token"_s, pageToken);
    return body;
}

QJsonObject runsSearchBody(const QStringList &experimentIds, qint64 most, const QString &pageToken, bool activeOnly)
{
    QJsonObject body{{u"experiment_ids"_s, QJsonArray::fromStringList(experimentIds)},
                     {u"max_results"_s, most},
                     {u"order_by"_s, newestFirst()}};
    put(body, u"page_token"_s, pageToken);
    // The grammar has no OR.
    if (activeOnly)
        body.insert(u"filter"_s, u"attributes.status != 'FINISHED' AND attributes.status != 'FAILED' AND "
                                 "attributes.status != 'KILLED'"_s);
    return body;
}

QJsonObject runsSearchBody(const QStringList &experimentIds, const QStringList &runIds)
{
    QStringList quoted;
    for (const QString &id : runIds) {
        if (!id.contains(u'\''))
            quoted += u'\'' + id + u'\'';
    }
    return {{u"experiment_ids"_s, QJsonArray::fromStringList(experimentIds)},
            {u"filter"_s, u"attributes.run_id IN (%1)"_s.arg(quoted.join(u','))},
            {u"max_results"_s, runIds.size()}};
}

QJsonObject runsSearchBodyUntil(const QStringList &experimentIds, const QDateTime &until, qint64 most)
{
    return {{u"experiment_ids"_s, QJsonArray::fromStringList(experimentIds)},
            {u"filter"_s, u"attributes.start_time <= %1"_s.arg(until.toMSecsSinceEpoch())},
            {u"max_results"_s, most},
            {u"order_by"_s, newestFirst()}};
}

QJsonObject runTagBody(const QString &runId, const QString &key, const QString &value)
{
    QJsonObject body{{u"run_id"_s, runId}, {u"key"_s, key}};
    if (!value.isNull())
        body.insert(u"value"_s, value);
    return body;
}

QJsonObject runNameBody(const QString &runId, const QString &displayName)
{
    return {{u"run_id"_s, runId}, {u"run_name"_s, displayName}};
}

QJsonObject newModelVersionBody(const QString &name, const QString &source, const QString &runId,
                                const QString &description, const StringMap &tags)
{
    QJsonObject body{{u"name"_s, name}, {u"source"_s, source}, {u"run_id"_s, runId}};
    put(body, u"description"_s, description);
    put(body, u"tags"_s, toPairs(tags));
    return body;
}

QJsonObject modelNameBody(const QString &name)
{
    return {{u"name"_s, name}};
}

QJsonObject modelVersionBody(const QString &name, const QString &version)
{
    return {{u"name"_s, name}, {u"version"_s, version}};
}

QJsonObject runIn(const QJsonObject &reply)
{
    return reply.value("run"_L1).toObject();
}

QJsonObject experimentIn(const QJsonObject &reply)
{
    return reply.value("experiment"_L1).toObject();
}

QJsonObject modelVersionIn(const QJsonObject &reply)
{
    return reply.value("model_version"_L1).toObject();
}

QHash<QString, QStringList> aliasesIn(const QJsonObject &reply)
{
    QHash<QString, QStringList> aliases;
    for (const QJsonValue one : reply.value("registered_model"_L1).toObject().value("aliases"_L1).toArray())
        aliases[text(one.toObject().value("version"_L1))].append(text(one.toObject().value("alias"_L1)));
    return aliases;
}

QJsonObject readCredentialsBody(const QString &runId, const QString &path)
{
    return {{u"run_id"_s, runId}, {u"path"_s, QJsonArray{path}}};
}

SignedAddress signedAddressIn(const QJsonObject &reply)
{
    const auto info = reply.value("credential_infos"_L1).toArray().at(0).toObject();
    SignedAddress address{text(info.value("signed_uri"_L1)), {}};
    for (const QJsonValue one : info.value("headers"_L1).toArray()) {
        const auto header = one.toObject();
        address.headers.emplaceBack(text(header.value("name"_L1)).toUtf8(), text(header.value("value"_L1)).toUtf8());
    }
    return address;
}

QString artifactRootIn(const QJsonObject &reply)
{
    return text(runIn(reply).value("info"_L1).toObject().value("artifact_uri"_L1));
}

} // namespace Roost::Wire
