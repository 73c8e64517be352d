// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/runkeys.h"
#include "models/core/topic.h"
#include "models/service/api/azureml/arm.h"

#include "models/service/api/azureml/historyruns.h"
#include "models/service/store/database/columns.h"
#include "models/wire/azureml/runchange.h"
#include "models/wire/azureml/sentparts.h"

using namespace Qt::StringLiterals;

// Run history's creation and change of runs: PATCH adds a run or modifies it, and events report its progress.
// azureml-core creates its child runs this way.
namespace Roost::Service::AzureMl {

using namespace Http;
using namespace Store;
using namespace Wire;

namespace {

// Changes the status of a run that is not a job. The service runs a job itself and determines its status, so a report
// of a script does not change it. A finished run stays finished.
void changeStatus(Connection &connection, const RunRow &run, RunStatus status, const QDateTime &at,
                  const QString &errorText = {})
{
    const qint64 ms = at.isValid() ? at.toMSecsSinceEpoch() : nowMs();
    if (!run.isJob && !isTerminal(run.status))
        RunStore(connection).setStatus(run.seq, status, ms, errorText);
}

void addProperties(Connection &connection, const RunRow &run, const StringMap &properties)
{
    RunStore store(connection);
    const StringMap known = store.properties(run.seq);
    for (const auto &[key, value] : properties.asKeyValueRange()) {
        if (const QString old = known.value(key); !old.isEmpty() && old != value)
            throw ApiError(ErrorKind::Rejected,
                           u"The property '%1' of a run cannot be changed, only new ones be added."_s.arg(key));
        store.setProperty(run.seq, key, value);
    }
}

// Stores the parts for which the service has no field: primaryMetricName, inputDatasets and the like.
void storeSentParts(Connection &connection, const RunRow &run, const QJsonObject &sent)
{
    if (sent.isEmpty())
        return;
    StringMap properties = RunStore(connection).properties(run.seq);
    Wire::storeSent(properties, sent);
    RunStore(connection).setProperty(run.seq, Wire::sentKey(), properties.value(Wire::sentKey()));
}

// Applies a change. Tags are merged; a hidden run is the same as an archived job.
void change(Connection &connection, const RunRow &run, const Wire::RunChange &wanted)
{
    RunStore store(connection);
    if (wanted.displayName)
        store.rename(run.seq, *wanted.displayName);
    if (wanted.isHidden)
        store.setArchived(run.seq, *wanted.isHidden);
    if (wanted.description)
        store.setDescription(run.seq, *wanted.description);
    for (const auto &[key, value] : wanted.tags.asKeyValueRange())
        store.setTag(run.seq, key, value);
    for (const QString &key : wanted.removedTags)
        store.removeTag(run.seq, key);
    if (!wanted.status.isEmpty()) {
        const auto status = Wire::reportedStatus(wanted.status);
        if (!status)
            throw ApiError(ErrorKind::Rejected, u"status is '%1', which is no status of a run."_s.arg(wanted.status));
        if (*status != run.status)
            changeStatus(connection, run, *status, isTerminal(*status) ? wanted.ended : wanted.started);
    }
    storeSentParts(connection, run, wanted.sent);
    addProperties(connection, run, wanted.properties);
}

// Creates the run of a PATCH whose id does not exist yet: a child run, or a run that a script starts by itself.
RunRow add(Connection &connection, const QString &id, const QString &experiment, const Wire::RunChange &wanted)
{
    if (const QString why = whyNotAJobName(id); !why.isEmpty())
        throw ApiError(ErrorKind::Rejected, why);
    NewRun run;
    run.id = id;
    run.status = RunStatus::NotStarted;
    run.displayName = wanted.name;
    run.user = qEnvironmentVariable("USER", qEnvironmentVariable("LOGNAME"));
    QString home = experiment;
    if (!wanted.parentRunId.isEmpty()) {
        const auto row = valueOf(RunStore(connection).find(wanted.parentRunId));
        run.tags.insert(TagName::parentRun, wanted.parentRunId);
        if (home.isEmpty())
            home = row.experimentName;
    }
    run.experiment = valueOf(ExperimentStore(connection).getOrCreate(home.isEmpty() ? u"Default"_s : home));
    return valueOf(RunStore(connection).create(run));
}

// Adds or modifies a run. `experiment` is empty if the route names none.
void addOrModify(AzureMlApi &azure, const QString &id, const QString &experiment, const Wire::RunChange &wanted)
{
    valueOf(azure.store().database().write([&](Connection &connection) {
        const auto known = RunStore(connection).find(id);
        const RunRow run = known ? *known : add(connection, id, experiment, wanted);
        if (run.deleted)
            throw ApiError(ErrorKind::NotFound, u"The run '%1' was deleted."_s.arg(id));
        change(connection, run, wanted);
    }));
    azure.store().changes().bump(Topic::run(id));
}

// Returns the experiment of the route. A missing experiment is created with its first run if the route contains a name,
// but not if it contains a number.
QString experimentNamedBy(const Request &request, AzureMlApi &azure)
{
    if (request.captures.contains(u"experiment"_s))
        return request.capture(u"experiment");
    return experimentNameOfRequest(request, azure);
}

Response patch(Request &request, AzureMlApi &azure)
{
    const auto body = valueOf(request.json());
    const QString id = request.capture(u"run");
    // Throws if the run is in another experiment.
    if (findRun(azure, id))
        runOfRequest(request, azure);
    addOrModify(azure, id, experimentNamedBy(request, azure), Wire::runChangeFrom(body));
    return runAnswer(request, azure);
}

Response modify(Request &request, AzureMlApi &azure)
{
    runOfRequest(request, azure);
    return patch(request, azure);
}

Response patchBatch(Request &request, AzureMlApi &azure)
{
    const auto body = valueOf(request.json());
    const QString experiment = experimentNamedBy(request, azure);
    QJsonObject runs;
    QList<std::pair<QString, Error>> failed;
    for (const Wire::RunChange &wanted : Wire::runChangesFrom(body)) {
        const auto whole = resultOf([&] {
            addOrModify(azure, wanted.runId, experiment, wanted);
            return valueOf(findRun(azure, wanted.runId));
        });
        if (whole)
            runs.insert(wanted.runId, historyRunOf(*whole));
        else
            failed.append({wanted.runId, whole.error()});
    }
    return Response::json(Wire::runChangesReply(runs, failed));
}

void applyEvent(AzureMlApi &azure, const RunAggregate &whole, const Wire::RunEvent &event)
{
    using Kind = Wire::RunEvent::Kind;
    if (event.kind == Kind::Unknown)
        throw ApiError(
            ErrorKind::Rejected,
            u"The event '%1' is not kept here. Print what it says, and it stands in the run's log."_s.arg(event.name));
    if (whole.job && event.kind == Kind::Status && event.status == RunStatus::CancelRequested) {
        valueOf(azure.jobs().cancel(whole.run.id));
        return;
    }
    valueOf(azure.store().database().write([&](Connection &connection) {
        const RunRow run = RunStore(connection).bySeq(whole.row.seq);
        // The event with the error may arrive before or after the end of the run.
        if (event.kind == Kind::Error && !run.isJob)
            RunStore(connection).setErrorText(run.seq, event.errorText);
        if (event.kind == Kind::Status)
            changeStatus(connection, run, event.status, event.time, run.errorText);
    }));
    azure.store().changes().bump(Topic::run(whole.run.id));
}

Response event(Request &request, AzureMlApi &azure)
{
    const auto body = valueOf(request.json());
    const auto whole = runOfRequest(request, azure);
    applyEvent(azure, whole, Wire::runEventFrom(body));
    return Response::json({});
}

Response eventBatch(Request &request, AzureMlApi &azure)
{
    const auto body = valueOf(request.json());
    QList<std::pair<Wire::RunEvent, Error>> failed;
    for (const Wire::RunEvent &one : Wire::runEventsFrom(body)) {
        const auto applied = resultOf([&] { applyEvent(azure, valueOf(findRun(azure, one.runId)), one); });
        if (!applied)
            failed.append({one, applied.error()});
    }
    return Response::json(Wire::runEventsReply(failed));
}

} // namespace

void addRunChangeRoutes(Router &router, AzureMlApi &azure)
{
    addHistory(router, azure, "PATCH", "/runs/{run}", patch);
    addHistory(router, azure, "PATCH", "/runs/{run}/modify", modify);
    addHistory(router, azure, "POST", "/runs/{run}/events", event);
    addHistory(router, azure, "PATCH", "/batch/runs", patchBatch);
    addHistory(router, azure, "POST", "/batch/events", eventBatch);
}

} // namespace Roost::Service::AzureMl
