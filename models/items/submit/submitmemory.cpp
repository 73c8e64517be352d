// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/submit/submitmemory.h"

#include "models/core/secrets.h"
#include "models/items/submit/debugaids.h"
#include "models/shell/scriptcommand.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Roost::Items {

using namespace Shell;
using Slot = DraftStore::Slot;

namespace {

QJsonObject toJson(const StringMap &map)
{
    QJsonObject object;
    for (const auto &[name, value] : map.asKeyValueRange())
        object.insert(name, value);
    return object;
}

// The store is plain text. The names of the variables are kept, so that a draft shows which values are missing.
StringMap withoutSecrets(StringMap map)
{
    map.removeIf([](const auto &entry) { return isSecretVariable(entry.key(), entry.value()); });
    return map;
}

// Data inputs may be signed addresses, and the signature gives access to the data.
bool holdsSecret(const QJsonValue &value)
{
    if (value.isString())
        return isSecretVariable({}, value.toString());
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        return std::ranges::any_of(array, [](const QJsonValue &one) { return holdsSecret(one); });
    }
    const QJsonObject object = value.toObject();
    return std::ranges::any_of(object, [](const QJsonValue &one) { return holdsSecret(one); });
}

CarriedParts withoutSecrets(CarriedParts carried)
{
    for (const QString &key : carried.body.keys()) {
        if (!holdsSecret(carried.body.value(key)))
            continue;
        QJsonObject parts = carried.body.value(key).toObject();
        const QString singular = key.chopped(1);
        for (const QString &part : parts.keys()) {
            if (!holdsSecret(parts.value(part)))
                continue;
            parts.remove(part);
            carried.names.removeAll(singular + u' ' + part);
        }
        if (parts.isEmpty()) {
            carried.body.remove(key);
            carried.names.removeAll(key);
        } else {
            carried.body.insert(key, parts);
        }
    }
    return carried;
}

StringMap toMap(const QJsonValue &value)
{
    StringMap map;
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        map.insert(it.key(), it.value().toString());
    return map;
}

QJsonObject toJson(const SubmitMemory::Entry &entry)
{
    const Job &job = entry.job;
    const CarriedParts carried = withoutSecrets(job.carried);
    return {
        {u"when"_s, entry.when.toString(Qt::ISODate)},
        {u"displayName"_s, job.displayName},
        {u"experiment"_s, job.experiment},
        {u"description"_s, job.description},
        {u"command"_s, job.command},
        {u"codePath"_s, job.codePath},
        {u"codeId"_s, job.codeId},
        {u"environmentName"_s, job.environment.name},
        {u"environmentVersion"_s, job.environment.version},
        {u"image"_s, job.environment.image},
        {u"condaYaml"_s, job.environment.condaYaml},
        {u"compute"_s, job.compute},
        {u"distribution"_s, int(job.distribution.type)},
        {u"processesPerNode"_s, job.distribution.processesPerNode},
        {u"instanceCount"_s, job.instanceCount},
        {u"shmSize"_s, job.shmSize},
        {u"timeoutSeconds"_s, job.timeoutSeconds},
        {u"variables"_s, toJson(writtenByControls(job.environmentVariables))},
        {u"variableNames"_s, QJsonArray::fromStringList(job.environmentVariables.keys())},
        {u"inputs"_s, toJson(withoutSecrets(job.inputs))},
        {u"tags"_s, toJson(job.tags)},
        {u"properties"_s, toJson(job.properties)},
        {u"carried"_s, QJsonObject{{u"body"_s, carried.body},
                                   {u"names"_s, QJsonArray::fromStringList(carried.names)},
                                   {u"distribution"_s, carried.distribution},
                                   {u"serverlessSize"_s, carried.serverlessSize}}},
    };
}

SubmitMemory::Entry fromJson(const QJsonObject &object)
{
    SubmitMemory::Entry entry;
    const auto text = [&object](const QString &key) { return object.value(key).toString(); };
    entry.when = QDateTime::fromString(text(u"when"_s), Qt::ISODate);
    Job &job = entry.job;
    job.displayName = text(u"displayName"_s);
    job.experiment = text(u"experiment"_s);
    job.description = text(u"description"_s);
    job.command = text(u"command"_s);
    job.codePath = text(u"codePath"_s);
    job.codeId = text(u"codeId"_s);
    job.environment = {text(u"environmentName"_s), text(u"environmentVersion"_s), text(u"image"_s),
                       text(u"condaYaml"_s)};
    job.compute = text(u"compute"_s);
    const int type = qBound(0, object.value("distribution"_L1).toInt(), int(Distribution::Type::Mpi));
    job.distribution = {Distribution::Type(type), qMax(1, object.value("processesPerNode"_L1).toInt(1))};
    job.instanceCount = qMax(1, object.value("instanceCount"_L1).toInt(1));
    job.shmSize = text(u"shmSize"_s);
    job.timeoutSeconds = object.value("timeoutSeconds"_L1).toInteger();
    job.environmentVariables = toMap(object.value("variables"_L1));
    const QJsonArray names = object.value("variableNames"_L1).toArray();
    for (const QJsonValue name : names) {
        if (!job.environmentVariables.contains(name.toString()))
            job.environmentVariables.insert(name.toString(), {});
    }
    job.inputs = toMap(object.value("inputs"_L1));
    job.tags = toMap(object.value("tags"_L1));
    job.properties = toMap(object.value("properties"_L1));
    const QJsonObject carried = object.value("carried"_L1).toObject();
    job.carried = {carried.value("body"_L1).toObject(), carried.value("names"_L1).toVariant().toStringList(),
                   carried.value("distribution"_L1).toString(), carried.value("serverlessSize"_L1).toString()};
    return entry;
}

// Two jobs with one identity are versions of one job.
QString identity(const Job &job)
{
    const auto parts = splitCommand(job.command);
    return job.codePath + u'\n' + (parts ? parts->script : job.command);
}

} // namespace

SubmitMemory::SubmitMemory(std::shared_ptr<DraftStore> store)
    : m_store(std::move(store))
{
}

QList<SubmitMemory::Entry> SubmitMemory::recent() const
{
    QList<Entry> entries;
    const QJsonArray array = QJsonDocument::fromJson(m_store->read(Slot::Recent)).array();
    for (const QJsonValue value : array)
        entries += fromJson(value.toObject());
    return entries;
}

void SubmitMemory::remember(const Job &job)
{
    QList<Entry> entries = recent();
    entries.removeIf([&job](const Entry &entry) { return identity(entry.job) == identity(job); });
    entries.prepend({job, QDateTime::currentDateTimeUtc()});
    entries.resize(qMin(entries.size(), qsizetype(most)));
    QJsonArray array;
    for (const Entry &entry : std::as_const(entries))
        array += toJson(entry);
    m_store->write(Slot::Recent, QJsonDocument(array).toJson(QJsonDocument::Compact));
}

std::optional<SubmitMemory::Entry> SubmitMemory::unfinished() const
{
    const QByteArray json = m_store->read(Slot::Unfinished);
    if (json.isEmpty())
        return std::nullopt;
    return fromJson(QJsonDocument::fromJson(json).object());
}

void SubmitMemory::setUnfinished(const Job &job)
{
    const Entry entry{job, QDateTime::currentDateTimeUtc()};
    m_store->write(Slot::Unfinished, QJsonDocument(toJson(entry)).toJson(QJsonDocument::Compact));
}

void SubmitMemory::clearUnfinished()
{
    m_store->write(Slot::Unfinished, {});
}

QString SubmitMemory::folderOf(const QString &codeId) const
{
    const QJsonArray array = QJsonDocument::fromJson(m_store->read(Slot::Folders)).array();
    for (const QJsonValue value : array) {
        if (!codeId.isEmpty() && value["code"_L1].toString() == codeId)
            return value["folder"_L1].toString();
    }
    return {};
}

void SubmitMemory::rememberFolder(const QString &codeId, const QString &folder)
{
    if (codeId.isEmpty() || folder.isEmpty())
        return;
    constexpr int Most = 200;
    const QJsonArray before = QJsonDocument::fromJson(m_store->read(Slot::Folders)).array();
    QJsonArray after{QJsonObject{{u"code"_s, codeId}, {u"folder"_s, folder}}};
    for (const QJsonValue value : before) {
        if (after.size() < Most && value["code"_L1].toString() != codeId)
            after += value;
    }
    m_store->write(Slot::Folders, QJsonDocument(after).toJson(QJsonDocument::Compact));
}

} // namespace Roost::Items
