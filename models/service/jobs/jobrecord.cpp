// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/jobs/jobrecord.h"

#include "models/cause/sentences.h"
#include "models/core/fields.h"
#include "models/core/runkeys.h"
#include "models/core/secrets.h"
#include "models/service/store/tracking/experimentstore.h"
#include "models/service/store/tracking/jobstore.h"
#include "models/service/store/tracking/runstore.h"
#include "models/wire/azureml/cause.h"
#include "models/wire/azureml/job.h"
#include "models/wire/azureml/runproperties.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Roost::Service::Jobs {

using namespace Causes;
using namespace Store;

namespace {

constexpr qsizetype longestTag = 300;

QByteArray compact(const QJsonArray &array)
{
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

JobRecord recordOf(Connection &connection, const RunRow &row, const JobRow &job)
{
    JobRecord record;
    record.seq = row.seq;
    record.job = jobOfSpec(job.spec);
    record.job.name = row.id;
    record.codeHash = job.codeHash;
    record.submitted = job.submitted;
    record.cancelRequested = job.cancelRequested;
    for (const auto &gpu : QJsonDocument::fromJson(job.gpus).array())
        record.gpus += gpu.toInt();
    record.status = row.status;
    record.created = row.created;
    record.started = row.started;
    record.ended = row.ended;
    record.errorText = row.errorText;
    const auto properties = RunStore(connection).properties(row.seq);
    record.queueReason = properties.value(PropertyName::queueReason);
    record.held = !properties.value(PropertyName::held).isEmpty();
    record.phases = Wire::phasesFromText(properties.value(PropertyName::phases));
    record.ranks = Wire::ranksFromText(properties.value(PropertyName::ranks));
    record.cause = Wire::causeFromText(properties.value(PropertyName::cause));
    return record;
}

void saveCause(Connection &connection, qint64 seq, const FirstCause &cause)
{
    RunStore(connection).setProperty(seq, PropertyName::cause, Wire::causeToText(cause));
    RunStore(connection).setTag(seq, TagName::cause, CauseText::of(cause, false).left(longestTag));
    RunStore(connection).setTag(seq, TagName::causeKind, toWord(cause.first().kind));
    if (!cause.isTie())
        RunStore(connection).setTag(seq, TagName::causeRank, QString::number(cause.first().rank));
}

// A job that is submitted again may contain keys with this prefix, which are the service's own data about the earlier
// run.
StringMap withoutOurs(StringMap map)
{
    map.removeIf([](const auto &entry) { return entry.key().startsWith("roost."_L1); });
    return map;
}

} // namespace

bool JobRecord::isFileOutput(const QString &name) const
{
    return Wire::isFileOutput(submitted, name);
}

namespace JobRows {

Result<JobRecord> create(Connection &connection, const JobRecord &record)
{
    const auto experiment = ExperimentStore(connection).getOrCreate(record.job.experiment);
    if (!experiment)
        return std::unexpected(experiment.error());
    NewRun run;
    run.id = record.job.name;
    run.experiment = *experiment;
    run.displayName = record.job.displayName.isEmpty() ? record.job.name : record.job.displayName;
    run.status = RunStatus::NotStarted;
    run.isJob = true;
    run.user = qEnvironmentVariable("USER", qEnvironmentVariable("LOGNAME"));
    run.tags = withoutOurs(record.job.tags);
    run.tags.insert(TagName::sourceType, u"JOB"_s);
    if (!run.user.isEmpty())
        run.tags.insert(TagName::user, run.user);
    run.properties = withoutOurs(record.job.properties);
    if (!record.job.metrics.isEmpty())
        run.properties.insert(PropertyName::metrics, Wire::metricsToText(record.job.metrics));
    const auto row = RunStore(connection).create(run);
    if (!row)
        return std::unexpected(row.error());
    if (!record.job.description.isEmpty())
        RunStore(connection).setDescription(row->seq, record.job.description);
    JobStore(connection).insert({row->seq, specOf(record.job), record.codeHash, record.submitted, false, {}});
    return find(connection, run.id);
}

Result<JobRecord> find(Connection &connection, const QString &runId)
{
    const auto row = RunStore(connection).find(runId);
    if (!row)
        return std::unexpected(row.error());
    const auto job = JobStore(connection).find(row->seq);
    if (!job)
        return failure(ErrorKind::NotFound, u"The run \"%1\" was logged, not submitted as a job."_s.arg(runId));
    return recordOf(connection, *row, *job);
}

QList<JobRecord> active(Connection &connection)
{
    QList<JobRecord> records;
    const auto rows = RunStore(connection).active(true);
    for (const RunRow &row : rows) {
        if (const auto job = JobStore(connection).find(row.seq))
            records += recordOf(connection, row, *job);
    }
    return records;
}

void save(Connection &connection, const JobRecord &record, const QDateTime &at, std::optional<int> exitCode)
{
    RunStore(connection).setStatus(record.seq, record.status, at.toMSecsSinceEpoch(), record.errorText);
    const auto property = [&](QLatin1StringView name, const QString &value) {
        RunStore(connection).setProperty(record.seq, name, value);
    };
    property(PropertyName::phases, Wire::phasesToText(record.phases));
    property(PropertyName::queueReason, record.queueReason);
    if (record.held)
        property(PropertyName::held, u"true"_s);
    else
        RunStore(connection).removeProperty(record.seq, PropertyName::held);
    if (!record.ranks.isEmpty())
        property(PropertyName::ranks, Wire::ranksToText(record.ranks));
    if (isTerminal(record.status))
        RunStore(connection).removeProperty(record.seq, PropertyName::progress);
    if (record.cause)
        saveCause(connection, record.seq, *record.cause);
    if (exitCode)
        property(PropertyName::exitCode, QString::number(*exitCode));
    QJsonArray gpus;
    for (const int gpu : record.gpus)
        gpus += gpu;
    JobStore(connection).setGpus(record.seq, compact(gpus));
}

void forgetSecrets(Connection &connection, const JobRecord &record)
{
    Job job = record.job;
    job.environmentVariables = withSecretsMasked(job.environmentVariables);
    if (job.environmentVariables == record.job.environmentVariables) {
        JobStore(connection).setMasked(record.seq);
        return;
    }
    const QByteArray submitted = Wire::withVariables(record.submitted, job.environmentVariables);
    JobStore(connection).setMasked(record.seq, specOf(job), submitted);
}

QList<JobRecord> withSecretsKept(Connection &connection)
{
    QList<JobRecord> records;
    const auto unmasked = JobStore(connection).unmasked();
    for (const UnmaskedJob &job : unmasked) {
        JobRecord &record = records.emplace_back();
        record.seq = job.run;
        record.job = jobOfSpec(job.spec);
        record.job.name = job.runId;
        record.submitted = job.submitted;
    }
    return records;
}

void requestCancel(Connection &connection, const QString &runId)
{
    JobStore(connection).requestCancel(runId);
}

} // namespace JobRows

QByteArray specOf(Job job)
{
    job.codePath.clear();
    job.carried = {};
    return QJsonDocument(jobToJson(job)).toJson(QJsonDocument::Compact);
}

Job jobOfSpec(const QByteArray &spec)
{
    return jobFromJson(QJsonDocument::fromJson(spec).object());
}

} // namespace Roost::Service::Jobs
