// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/api/azureml/arm.h"

#include "models/service/api/azureml/historyruns.h"
#include "models/service/api/azureml/sentparts.h"
#include "models/service/store/database/columns.h"
#include "models/service/store/tracking/experimentstore.h"
#include "models/wire/errors.h"
#include "models/wire/json.h"

#include <QHash>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

// Run history's own ways to make and change runs: PATCH adds a run or modifies it, events say how it goes. azureml-core
// makes its child runs so.
namespace Roost::Service::AzureMl {

using namespace Http;
using namespace Store;

namespace {

struct StatusChange
{
    RunStatus status = RunStatus::NotStarted;
    qint64 atMs = 0;
    QString errorText;
};

std::optional<RunStatus> statusFromWord(const QString &word)
{
    static const QList<RunStatus> known{RunStatus::NotStarted,   RunStatus::Queued,          RunStatus::Preparing,
                                        RunStatus::Provisioning, RunStatus::Starting,        RunStatus::Running,
                                        RunStatus::Finalizing,   RunStatus::CancelRequested, RunStatus::Completed,
                                        RunStatus::Failed,       RunStatus::Canceled};
    for (const RunStatus status : known) {
        if (toWord(status).compare(word, Qt::CaseInsensitive) == 0)
            return status;
    }
    return std::nullopt;
}

qint64 millisecondsOf(const QJsonValue &time)
{
    const QDateTime at = Wire::utc(time);
    return at.isValid() ? at.toMSecsSinceEpoch() : QDateTime::currentMSecsSinceEpoch();
}

// How a job goes is known by the service, which runs it; its script may say what it likes. What is over stays so.
void changeStatus(Connection &connection, const RunRow &run, const StatusChange &change)
{
    if (!run.isJob && !isTerminal(run.status))
        RunStore(connection).setStatus(run.seq, change.status, change.atMs, change.errorText);
}

Result<bool> addProperties(Connection &connection, const RunRow &run, const StringMap &properties)
{
    const StringMap known = RunStore(connection).properties(run.seq);
    for (const auto &[key, value] : properties.asKeyValueRange()) {
        if (const QString old = known.value(key); !old.isEmpty() && old != value)
            return failure(ErrorKind::Rejected,
                           u"The property '%1' of a run cannot be changed, only new ones be added."_s.arg(key));
        RunStore(connection).setProperty(run.seq, key, value);
    }
    return true;
}

// What the service has no use for: primaryMetricName, inputDatasets and the like.
void keepSent(Connection &connection, const RunRow &run, const QJsonObject &body)
{
    static const QStringList known{u"runId"_s,        u"parentRunId"_s, u"rootRunId"_s,   u"status"_s,
                                   u"startTimeUtc"_s, u"endTimeUtc"_s,  u"displayName"_s, u"description"_s,
                                   u"hidden"_s,       u"tags"_s,        u"properties"_s,  u"dataContainerId"_s,
                                   u"queueingInfo"_s};
    QJsonObject sent = sentParts(body);
    for (const QString &key : known)
        sent.remove(key);
    if (sent.isEmpty())
        return;
    const QString before = RunStore(connection).properties(run.seq).value(sentProperty);
    QJsonObject whole = QJsonDocument::fromJson(before.toUtf8()).object();
    for (auto part = sent.begin(); part != sent.end(); ++part)
        whole.insert(part.key(), part.value());
    RunStore(connection)
        .setProperty(run.seq, sentProperty, QString::fromUtf8(QJsonDocument(whole).toJson(QJsonDocument::Compact)));
}

// Tags are merged; a null value takes one away. What `hidden` says is what a job's isArchived says.
Result<bool> change(Connection &connection, const RunRow &run, const QJsonObject &body)
{
    const qint64 seq = run.seq;
    if (body.value("displayName"_L1).isString())
        RunStore(connection).rename(seq, body.value("displayName"_L1).toString());
    if (const auto hidden = body.value("hidden"_L1); hidden.isBool())
        RunStore(connection).setProperty(seq, archivedProperty, hidden.toBool() ? u"true"_s : u"false"_s);
    if (body.contains("description"_L1))
        RunStore(connection).setDescription(seq, Wire::text(body.value("description"_L1)));
    const QJsonObject tags = body.value("tags"_L1).toObject();
    for (auto it = tags.begin(); it != tags.end(); ++it) {
        if (it.value().isNull())
            RunStore(connection).removeTag(seq, it.key());
        else
            RunStore(connection).setTag(seq, it.key(), Wire::text(it.value()));
    }
    if (const QString word = Wire::text(body.value("status"_L1)); !word.isEmpty()) {
        const auto status = statusFromWord(word);
        if (!status)
            return failure(ErrorKind::Rejected, u"status is '%1', which is no status of a run."_s.arg(word));
        const QJsonValue at = body.value(isTerminal(*status) ? "endTimeUtc"_L1 : "startTimeUtc"_L1);
        if (*status != run.status)
            changeStatus(connection, run, {*status, millisecondsOf(at), {}});
    }
    keepSent(connection, run, body);
    return addProperties(connection, run, Wire::strings(body.value("properties"_L1)));
}

// A run of the id, for a PATCH that names none that is there: a child, or one that a script starts by itself.
Result<RunRow> add(Connection &connection, const QString &id, const QString &experiment, const QJsonObject &body)
{
    if (const QString why = whyNotAJobName(id); !why.isEmpty())
        return failure(ErrorKind::Rejected, why);
    NewRun run;
    run.id = id;
    run.status = RunStatus::NotStarted;
    run.displayName = Wire::text(body.value("name"_L1));
    run.user = qEnvironmentVariable("USER", qEnvironmentVariable("LOGNAME"));
    QString home = experiment;
    if (const QString parent = Wire::text(body.value("parentRunId"_L1)); !parent.isEmpty()) {
        const auto row = RunStore(connection).find(parent);
        if (!row)
            return std::unexpected(row.error());
        run.tags.insert(u"mlflow.parentRunId"_s, parent);
        if (home.isEmpty())
            home = row->experimentName;
    }
    const auto experimentId = ExperimentStore(connection).getOrCreate(home.isEmpty() ? u"Default"_s : home);
    if (!experimentId)
        return std::unexpected(experimentId.error());
    run.experiment = *experimentId;
    return RunStore(connection).create(run);
}

/// Adds the run or modifies it. `experiment` is empty where the route names none.
Result<bool> addOrModify(AzureMlApi &azure, const QString &id, const QString &experiment, const QJsonObject &body)
{
    const auto done = azure.store().database().write([&](Connection &connection) -> Result<bool> {
        auto run = RunStore(connection).find(id);
        if (!run)
            run = add(connection, id, experiment, body);
        if (!run)
            return std::unexpected(run.error());
        if (run->deleted)
            return failure(ErrorKind::NotFound, u"The run '%1' was deleted."_s.arg(id));
        return change(connection, *run, body);
    });
    if (done)
        azure.store().changes().bump(u"runs/"_s % id);
    return done;
}

// An experiment that is named and not there is made with its first run; a number must be of one that is there.
Result<QString> experimentNamedBy(const Request &request, AzureMlApi &azure)
{
    if (request.captures.contains(u"experiment"_s))
        return request.capture(u"experiment");
    return experimentOfRequest(request, azure);
}

Result<Response> patch(Request &request, AzureMlApi &azure)
{
    const auto body = request.json();
    if (!body)
        return std::unexpected(body.error());
    const QString id = request.capture(u"run");
    if (const auto there = findRun(azure, id)) {
        if (const auto ofThisExperiment = runOfRequest(request, azure); !ofThisExperiment)
            return std::unexpected(ofThisExperiment.error());
    }
    const auto experiment = experimentNamedBy(request, azure);
    if (!experiment)
        return std::unexpected(experiment.error());
    if (const auto done = addOrModify(azure, id, *experiment, *body); !done)
        return std::unexpected(done.error());
    return runAnswer(request, azure);
}

Result<Response> modify(Request &request, AzureMlApi &azure)
{
    if (const auto whole = runOfRequest(request, azure); !whole)
        return std::unexpected(whole.error());
    return patch(request, azure);
}

Result<Response> patchBatch(Request &request, AzureMlApi &azure)
{
    const auto body = request.json();
    if (!body)
        return std::unexpected(body.error());
    const auto experiment = experimentNamedBy(request, azure);
    if (!experiment)
        return std::unexpected(experiment.error());
    QJsonObject runs;
    QJsonObject errors;
    const QJsonArray wanted = body->value("runs"_L1).toArray();
    for (const QJsonValue one : wanted) {
        const QString id = Wire::text(one.toObject().value("runId"_L1));
        const auto done = addOrModify(azure, id, *experiment, one.toObject());
        const auto whole = done ? findRun(azure, id) : Result<RunAggregate>(std::unexpected(done.error()));
        if (whole)
            runs.insert(id, historyRunOf(*whole));
        else
            errors.insert(id, Wire::dataPlaneError(whole.error(), {}, {}));
    }
    return Response::json({{u"runs"_s, runs}, {u"errors"_s, errors}});
}

// What an event makes of the run; nothing for one that only says that the script is alive.
Result<std::optional<StatusChange>> statusOfEvent(const QJsonObject &event)
{
    static const QHash<QString, RunStatus> statuses{
        {u"Start"_s, RunStatus::Running},       {u"Queued"_s, RunStatus::Queued},
        {u"Completed"_s, RunStatus::Completed}, {u"Failed"_s, RunStatus::Failed},
        {u"Canceled"_s, RunStatus::Canceled},   {u"CancelRequested"_s, RunStatus::CancelRequested}};
    const QString name = Wire::text(event.value("name"_L1));
    const QString what = name.section(u'.', -1);
    const QJsonObject data = event.value("data"_L1).toObject();
    if (const auto status = statuses.find(what); status != statuses.end()) {
        const QJsonValue time = data.value(isTerminal(*status) ? "EndTime"_L1 : "StartTime"_L1);
        return StatusChange{*status, millisecondsOf(time.isString() ? time : event.value("timestamp"_L1)), {}};
    }
    if (what == "Heartbeat"_L1 || what == "QueueingInfo"_L1)
        return std::nullopt;
    return failure(ErrorKind::Rejected,
                   u"The event '%1' is not kept here. Print what it says, and it stands in the run's log."_s.arg(name));
}

QString errorOfEvent(const QJsonObject &event)
{
    const QJsonObject error = event.value("data"_L1).toObject().value("ErrorResponse"_L1).toObject();
    return Wire::text(error.value("error"_L1).toObject().value("message"_L1));
}

Result<bool> applyEvent(AzureMlApi &azure, const RunAggregate &whole, const QJsonObject &event)
{
    const bool isError = Wire::text(event.value("name"_L1)).endsWith(".Error"_L1);
    const auto change = isError ? Result<std::optional<StatusChange>>() : statusOfEvent(event);
    if (!change)
        return std::unexpected(change.error());
    if (whole.job && *change && (*change)->status == RunStatus::CancelRequested)
        return azure.jobs().cancel(whole.run.id);
    const auto done = azure.store().database().write([&](Connection &connection) -> Result<bool> {
        const RunRow run = RunStore(connection).bySeq(whole.row.seq);
        // The error is told before the end of the run or after it.
        if (isError && !run.isJob)
            connection.run("UPDATE runs SET error_text = ?2 WHERE seq = ?1", run.seq, errorOfEvent(event));
        if (*change) {
            StatusChange next = **change;
            next.errorText = run.errorText;
            changeStatus(connection, run, next);
        }
        return true;
    });
    azure.store().changes().bump(u"runs/"_s % whole.run.id);
    return done;
}

Result<Response> event(Request &request, AzureMlApi &azure)
{
    const auto body = request.json();
    if (!body)
        return std::unexpected(body.error());
    const auto whole = runOfRequest(request, azure);
    if (!whole)
        return std::unexpected(whole.error());
    if (const auto applied = applyEvent(azure, *whole, *body); !applied)
        return std::unexpected(applied.error());
    return Response::json({});
}

Result<Response> eventBatch(Request &request, AzureMlApi &azure)
{
    const auto body = request.json();
    if (!body)
        return std::unexpected(body.error());
    QJsonArray errors;
    const QJsonArray events = body->value("events"_L1).toArray();
    for (const QJsonValue one : events) {
        const QString id = Wire::text(one.toObject().value("data"_L1).toObject().value("RunId"_L1));
        const auto whole = findRun(azure, id);
        const auto applied =
            whole ? applyEvent(azure, *whole, one.toObject()) : Result<bool>(std::unexpected(whole.error()));
        if (!applied)
            errors.append(QJsonObject{{u"key"_s, one}, {u"value"_s, Wire::dataPlaneError(applied.error(), {}, {})}});
    }
    return Response::json({{u"errors"_s, errors}});
}

} // namespace

void addRunChangeRoutes(Router &router, AzureMlApi &azure)
{
    const auto add = [&](const QByteArray &method, const QByteArray &pattern,
                         Result<Response> (*handler)(Request &, AzureMlApi &)) {
        addData(router, azure, "history/v1.0", method, pattern,
                [&azure, handler](Request &request) { return handler(request, azure); });
    };
    for (const QByteArray &scope :
         {QByteArray("/experiments/{experiment}"), QByteArray("/experimentids/{experimentId}"), QByteArray()}) {
        add("PATCH", scope + "/runs/{run}", patch);
        add("PATCH", scope + "/runs/{run}/modify", modify);
        add("POST", scope + "/runs/{run}/events", event);
        add("PATCH", scope + "/batch/runs", patchBatch);
        add("POST", scope + "/batch/events", eventBatch);
    }
}

} // namespace Roost::Service::AzureMl
