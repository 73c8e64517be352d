// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wire/azureml/runchange.h"

#include "models/wire/azureml/sentparts.h"
#include "models/wire/errors.h"
#include "models/wire/json.h"

#include <QHash>
#include <QJsonArray>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace Roost::Wire {

QJsonObject tagChange(const QString &key, const QString &value)
{
    return {{u"tags"_s, QJsonObject{{key, value}}}};
}

QJsonObject nameChange(const QString &displayName)
{
    return {{u"displayName"_s, displayName}};
}

RunChange runChangeFrom(const QJsonObject &body)
{
    RunChange change;
    change.runId = text(body.value("runId"_L1));
    change.name = text(body.value("name"_L1));
    change.parentRunId = text(body.value("parentRunId"_L1));
    if (const QJsonValue name = body.value("displayName"_L1); name.isString())
        change.displayName = name.toString();
    if (body.contains("description"_L1))
        change.description = text(body.value("description"_L1));
    if (const QJsonValue hidden = body.value("hidden"_L1); hidden.isBool())
        change.isHidden = hidden.toBool();
    change.status = text(body.value("status"_L1));
    change.started = utc(body.value("startTimeUtc"_L1));
    change.ended = utc(body.value("endTimeUtc"_L1));
    const QJsonObject tags = body.value("tags"_L1).toObject();
    for (auto it = tags.begin(); it != tags.end(); ++it) {
        if (it.value().isNull())
            change.removedTags.append(it.key());
        else
            change.tags.insert(it.key(), text(it.value()));
    }
    change.properties = strings(body.value("properties"_L1));
    change.sent = sentParts(SentKind::Run, body);
    return change;
}

QList<RunChange> runChangesFrom(const QJsonObject &batch)
{
    QList<RunChange> changes;
    const QJsonArray runs = batch.value("runs"_L1).toArray();
    for (const QJsonValue run : runs)
        changes.append(runChangeFrom(run.toObject()));
    return changes;
}

QJsonObject runChangesReply(const QJsonObject &runs, const QList<std::pair<QString, Error>> &failed)
{
    QJsonObject errors;
    for (const auto &[id, error] : failed)
        errors.insert(id, dataPlaneError(error, {}, {}));
    return {{u"runs"_s, runs}, {u"errors"_s, errors}};
}

std::optional<RunStatus> reportedStatus(const QString &word)
{
    static constexpr std::array known{RunStatus::NotStarted,   RunStatus::Queued,          RunStatus::Preparing,
                                      RunStatus::Provisioning, RunStatus::Starting,        RunStatus::Running,
                                      RunStatus::Finalizing,   RunStatus::CancelRequested, RunStatus::Completed,
                                      RunStatus::Failed,       RunStatus::Canceled};
    for (const RunStatus status : known) {
        if (toWord(status).compare(word, Qt::CaseInsensitive) == 0)
            return status;
    }
    return std::nullopt;
}

RunEvent runEventFrom(const QJsonObject &body)
{
    static const QHash<QString, RunStatus> statuses{
        {u"Start"_s, RunStatus::Running},       {u"Queued"_s, RunStatus::Queued},
        {u"Completed"_s, RunStatus::Completed}, {u"Failed"_s, RunStatus::Failed},
        {u"Canceled"_s, RunStatus::Canceled},   {u"CancelRequested"_s, RunStatus::CancelRequested}};
    const QJsonObject data = body.value("data"_L1).toObject();
    RunEvent event;
    event.body = body;
    event.name = text(body.value("name"_L1));
    event.runId = text(data.value("RunId"_L1));
    const QString word = event.name.section(u'.', -1);
    if (event.name.endsWith(".Error"_L1)) {
        event.kind = RunEvent::Kind::Error;
        const QJsonObject response = data.value("ErrorResponse"_L1).toObject();
        event.errorText = text(response.value("error"_L1).toObject().value("message"_L1));
    } else if (const auto status = statuses.find(word); status != statuses.end()) {
        event.kind = RunEvent::Kind::Status;
        event.status = *status;
        const QJsonValue time = data.value(isTerminal(*status) ? "EndTime"_L1 : "StartTime"_L1);
        event.time = utc(time.isString() ? time : body.value("timestamp"_L1));
    } else if (word == "Heartbeat"_L1 || word == "QueueingInfo"_L1) {
        event.kind = RunEvent::Kind::Alive;
    }
    return event;
}

QList<RunEvent> runEventsFrom(const QJsonObject &batch)
{
    QList<RunEvent> events;
    const QJsonArray list = batch.value("events"_L1).toArray();
    for (const QJsonValue one : list)
        events.append(runEventFrom(one.toObject()));
    return events;
}

QJsonObject runEventsReply(const QList<std::pair<RunEvent, Error>> &failed)
{
    QJsonArray errors;
    for (const auto &[event, error] : failed)
        errors.append(QJsonObject{{u"key"_s, event.body}, {u"value"_s, dataPlaneError(error, {}, {})}});
    return {{u"errors"_s, errors}};
}

} // namespace Roost::Wire
