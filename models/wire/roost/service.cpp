// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wire/roost/service.h"

#include "models/wire/json.h"

using namespace Qt::StringLiterals;

namespace Roost::Wire {

QJsonObject toJson(const ServiceStatus &status)
{
    QJsonObject storage;
    for (const auto &[part, bytes] : status.storage.asKeyValueRange())
        storage.insert(part, bytes);
    QJsonObject json{{u"pid"_s, status.pid},
                     {u"version"_s, status.version},
                     {u"workspace"_s, status.workspace},
                     {u"startedUtc"_s, fromUtc(status.started)},
                     {u"activeRuns"_s, status.activeRuns}};
    put(json, u"name"_s, status.name);
    put(json, u"storage"_s, storage);
    put(json, u"storeError"_s, status.storeError);
    return json;
}

ServiceStatus serviceStatusFrom(const QJsonObject &json)
{
    ServiceStatus status{integer(json.value("pid"_L1)),
                         text(json.value("version"_L1)),
                         text(json.value("workspace"_L1)),
                         utc(json.value("startedUtc"_L1)),
                         int(integer(json.value("activeRuns"_L1))),
                         {},
                         text(json.value("storeError"_L1)),
                         text(json.value("name"_L1))};
    const auto storage = json.value("storage"_L1).toObject();
    for (auto it = storage.begin(); it != storage.end(); ++it)
        status.storage.insert(it.key(), integer(it.value()));
    return status;
}

QJsonObject toJson(const Changes &changes)
{
    return {{u"revision"_s, changes.revision},
            {u"topics"_s, QJsonArray::fromStringList(changes.topics)},
            {u"everything"_s, changes.everything}};
}

Changes changesFrom(const QJsonObject &json)
{
    Changes changes{integer(json.value("revision"_L1)), {}, json.value("everything"_L1).toBool()};
    for (const auto &topic : json.value("topics"_L1).toArray()) {
        if (topic.isString())
            changes.topics.append(topic.toString());
    }
    return changes;
}

QJsonObject stopBody(bool isForced)
{
    return {{u"force"_s, isForced}};
}

bool isForcedStop(const QJsonObject &body)
{
    return body.value("force"_L1).toBool();
}

QJsonObject stopReply(int activeRuns)
{
    return {{u"stopping"_s, true}, {u"activeRuns"_s, activeRuns}};
}

QJsonObject stacksReply(const QStringList &files)
{
    return {{u"files"_s, QJsonArray::fromStringList(files)}};
}

QStringList stacksFrom(const QJsonObject &reply)
{
    QStringList files;
    const QJsonArray list = reply.value("files"_L1).toArray();
    for (const QJsonValue file : list)
        files.append(file.toString());
    return files;
}

} // namespace Roost::Wire
