// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/submit/submitmemory.h"

#include "models/core/fields.h"
#include "models/core/secrets.h"
#include "models/items/submit/debugaids.h"
#include "models/shell/scriptcommand.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Roost::Items {

using namespace Shell;
using Slot = DraftStore::Slot;

namespace {

// The store is plain text. The names of the variables are kept, so that a draft shows which values are missing.
StringMap withoutSecrets(StringMap map)
{
    map.removeIf([](const auto &entry) { return isSecretVariable(entry.key(), entry.value()); });
    return map;
}

// Data inputs may be signed URLs, whose signature gives access to the data.
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

// Returns the job without the parts that must not be stored in settings, and without its ID, which names one run.
Job storable(Job job)
{
    job.name.clear();
    job.environmentVariables = writtenByControls(job.environmentVariables);
    job.inputs = withoutSecrets(job.inputs);
    job.carried = withoutSecrets(job.carried);
    return job;
}

QJsonObject toJson(const SubmitMemory::Entry &entry)
{
    return {{u"when"_s, entry.when.toString(Qt::ISODate)},
            {u"job"_s, jobToJson(storable(entry.job))},
            {u"variableNames"_s, QJsonArray::fromStringList(entry.job.environmentVariables.keys())}};
}

// Version 0.1.0 stored the fields beside "when", some under other keys, and the distribution as a number.
QJsonObject jobOfEarlierEntry(QJsonObject object)
{
    object.insert(u"environment"_s, QJsonObject{{u"name"_s, object.value("environmentName"_L1)},
                                                {u"version"_s, object.value("environmentVersion"_L1)},
                                                {u"image"_s, object.value("image"_L1)},
                                                {u"condaYaml"_s, object.value("condaYaml"_L1)}});
    static const QStringList distributions{QString(), u"PyTorch"_s, u"Mpi"_s};
    object.insert(u"distribution"_s, distributions.value(object.value("distribution"_L1).toInt()));
    object.insert(u"environmentVariables"_s, object.value("variables"_L1));
    return object;
}

SubmitMemory::Entry fromJson(const QJsonObject &object)
{
    SubmitMemory::Entry entry;
    entry.when = QDateTime::fromString(object.value("when"_L1).toString(), Qt::ISODate);
    const QJsonValue job = object.value("job"_L1);
    entry.job = jobFromJson(job.isObject() ? job.toObject() : jobOfEarlierEntry(object));
    const QJsonArray names = object.value("variableNames"_L1).toArray();
    for (const QJsonValue name : names) {
        if (!entry.job.environmentVariables.contains(name.toString()))
            entry.job.environmentVariables.insert(name.toString(), {});
    }
    return entry;
}

// Jobs with the same identity are versions of one job.
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
