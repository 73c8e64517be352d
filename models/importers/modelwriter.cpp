// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/importers/modelwriter.h"

#include "models/core/words.h"
#include "models/wire/mlflow/client.h"
#include "models/wire/mlflow/copyreplies.h"
#include "models/wire/mlflow/copyrequests.h"
#include "models/wire/mlflow/metricbatch.h"

#include <algorithm>

namespace Roost::Importers {

using namespace Qt::StringLiterals;

namespace {

// A failure that the next request would meet as well.
bool isFatal(const Error &error)
{
    return error.mayPass() || error.kind == ErrorKind::Denied;
}

} // namespace

Result<void> ModelWriter::prepare(const QList<ImportedLoggedModel> &models, const QStringList &targetExperiments)
{
    for (const ImportedLoggedModel &one : models)
        m_modelsOfRuns.insert(one.model.sourceRun, one);
    if (models.isEmpty() || targetExperiments.isEmpty())
        return {};
    return readPages([&](const QString &token) -> Result<QString> {
        const auto reply =
            m_api.query(u"logged-models/search"_s, Wire::loggedModelsSearchBody(targetExperiments, token));
        if (!reply)
            return std::unexpected(reply.error());
        for (const QJsonObject &one : Wire::loggedModelsIn(*reply)) {
            const auto model = Wire::loggedModelFrom(one);
            if (const QString origin = model.tags.value(ImportTag::origin); !origin.isEmpty())
                m_models.insert(origin.section(u':', 1), {model.id, model.artifactUri});
        }
        return Wire::nextPageIn(*reply);
    });
}

Result<void> ModelWriter::writeModelsOf(const ImportedRun &run, const TargetRun &written)
{
    const QString sourceId = run.source.origin.section(u':', 1);
    addRun(sourceId, written);
    const auto models = m_modelsOfRuns.values(sourceId);
    for (const ImportedLoggedModel &one : models) {
        if (m_models.contains(one.model.id))
            continue;
        const auto done = writeLoggedModel(one, written);
        if (!done && isFatal(done.error()))
            return done;
        if (!done)
            m_remarks.leftOut(Words::tr("logged model %1").arg(one.model.name), done.error().text);
    }
    return linkRun(run, written.id);
}

void ModelWriter::removeModelsOf(const QString &sourceRun, TrackingApi &api)
{
    const auto models = m_modelsOfRuns.values(sourceRun);
    for (const ImportedLoggedModel &one : models) {
        if (const auto written = m_models.constFind(one.model.id); written != m_models.constEnd()) {
            // A model that remains refers to a deleted run.
            static_cast<void>(api.remove(u"logged-models/"_s + written->id));
            m_models.erase(written);
            --m_count;
        }
    }
}

Result<void> ModelWriter::writeLoggedModel(const ImportedLoggedModel &model, const TargetRun &run)
{
    Wire::MlflowLoggedModel copy;
    static_cast<LoggedModel &>(copy) = model.model;
    copy.experimentId = run.experimentId;
    copy.sourceRun = run.id;
    copy.params = model.params;
    copy.tags = model.tags;
    copy.tags.remove(QString::fromLatin1(Wire::registrationsTag)); // it names versions of the source
    copy.tags.insert(ImportTag::origin, u"mlflow:"_s + model.model.id);
    const auto created = m_api.post(u"logged-models"_s, Wire::newLoggedModelBody(copy));
    if (!created)
        return std::unexpected(created.error());
    const auto made = Wire::loggedModelFrom(Wire::loggedModelIn(*created));
    m_models.insert(model.model.id, {made.id, made.artifactUri});
    ++m_count;
    const auto files = m_source.filesOfModel(model);
    if (!files)
        return std::unexpected(files.error());
    auto done = m_files.copyFiles(*files, made.artifactUri, Words::tr("logged model %1").arg(copy.name));
    if (done)
        done = writeModelMetrics(model, made.id);
    if (!done)
        return done;
    const bool hasFailed = model.model.status == LoggedModel::Status::UploadFailed;
    const auto status = hasFailed ? LoggedModel::Status::UploadFailed : LoggedModel::Status::Ready;
    return m_api.patch(u"logged-models/"_s + made.id, Wire::loggedModelStatusBody(made.id, status))
        .transform([](const QJsonObject &) {});
}

Result<void> ModelWriter::writeModelMetrics(const ImportedLoggedModel &model, const QString &id)
{
    QHash<QString, QList<LoggedModelMetric>> byRun;
    for (const LoggedModelMetric &metric : model.metrics)
        byRun[metric.run.isEmpty() ? model.model.sourceRun : metric.run] += metric;
    for (const auto &[source, metrics] : byRun.asKeyValueRange()) {
        const auto run = m_runs.constFind(source);
        if (run == m_runs.constEnd()) {
            m_remarks.leftOut(
                Words::tr("logged model %1").arg(model.model.name),
                Words::tr("%Ln metric(s) were logged by a run that is not imported.", nullptr, int(metrics.size())));
            continue;
        }
        Wire::MetricBatch batch(run->id);
        for (const LoggedModelMetric &metric : metrics) {
            batch.add(metric.key, metric.point, id, metric.datasetName, metric.datasetDigest);
            if (batch.size() == Wire::MetricBatch::most) {
                if (auto sent = m_api.postText(u"runs/log-batch"_s, batch.take()); !sent)
                    return sent;
            }
        }
        if (batch.size() > 0) {
            if (auto sent = m_api.postText(u"runs/log-batch"_s, batch.take()); !sent)
                return sent;
        }
    }
    return {};
}

QList<RunModel> ModelWriter::inTarget(const QList<RunModel> &models) const
{
    QList<RunModel> found;
    for (const RunModel &one : models) {
        if (const auto known = m_models.constFind(one.id); known != m_models.constEnd())
            found += RunModel{known->id, one.step};
    }
    return found;
}

Result<void> ModelWriter::linkRun(const ImportedRun &run, const QString &id)
{
    const auto outputs = inTarget(run.modelOutputs);
    const auto inputs = inTarget(run.modelInputs);
    if (outputs.size() != run.modelOutputs.size() || inputs.size() != run.modelInputs.size())
        m_remarks.leftOut(run.source.place, Words::tr("It refers to logged models that are not imported."));
    Result<QJsonObject> sent;
    if (!outputs.isEmpty())
        sent = m_api.query(u"runs/outputs"_s, Wire::runOutputsBody(id, outputs));
    if (sent && !inputs.isEmpty())
        sent = m_api.query(u"runs/log-inputs"_s, Wire::runInputsBody(id, {}, inputs));
    if (!sent && isFatal(sent.error()))
        return std::unexpected(sent.error());
    if (!sent)
        m_remarks.leftOut(run.source.place, Words::tr("Its logged models: %1").arg(sent.error().text));
    return {};
}

Result<qsizetype> ModelWriter::writeRegisteredModels(const QList<ImportedModel> &models, bool allWanted)
{
    qsizetype count = 0;
    for (ImportedModel one : models) {
        if (!allWanted)
            one.versions.removeIf([this](const ImportedVersion &v) { return !m_runs.contains(v.model.runId); });
        const auto written = writeVersions(one);
        if (written) {
            count += *written;
            continue;
        }
        if (isFatal(written.error()))
            return written;
        m_remarks.leftOut(Words::tr("model %1").arg(one.model.name), written.error().text);
    }
    return count;
}

// Returns the versions of a model in the target by their origin. The model may not exist.
Result<QHash<QString, QString>> ModelWriter::versionsInTarget(const QString &name)
{
    QHash<QString, QString> found;
    const TrackingApi::Query query{{u"filter"_s, Wire::versionsOfFilter(name)}, {u"max_results"_s, u"1000"_s}};
    const auto addVersion = [&](const QJsonObject &one) -> Result<void> {
        const auto version = Wire::modelVersionFromMlflow(one);
        if (const QString origin = version.tags.value(ImportTag::origin); !origin.isEmpty())
            found.insert(origin, version.version);
        return {};
    };
    const auto read = m_api.getEach(u"model-versions/search"_s, query, Wire::MlflowList::ModelVersions, addVersion);
    return read ? Result<QHash<QString, QString>>(found) : std::unexpected(read.error());
}

Result<qsizetype> ModelWriter::writeVersions(const ImportedModel &model)
{
    const QString &name = model.model.name;
    const auto known = versionsInTarget(name);
    if (!known)
        return std::unexpected(known.error());
    QHash<QString, QString> numbers; // in the target, by that in the source
    qsizetype written = 0;
    bool isThere = false;
    for (const ImportedVersion &version : model.versions) {
        const QString origin = u"mlflow:%1/%2/%3"_s.arg(name, version.model.version, version.model.runId);
        if (const auto one = known->constFind(origin); one != known->constEnd()) {
            numbers.insert(version.model.version, *one);
            continue;
        }
        if (!isThere) {
            const auto made = m_api.post(u"registered-models/create"_s,
                                         Wire::newModelBody(name, model.model.description, model.model.tags));
            // A model of that name may exist already; its versions and description remain.
            if (!made && isFatal(made.error()))
                return std::unexpected(made.error());
            isThere = true;
        }
        const auto number = writeVersion(version, origin);
        if (!number && isFatal(number.error()))
            return std::unexpected(number.error());
        if (!number) {
            m_remarks.leftOut(Words::tr("model %1, version %2").arg(name, version.model.version), number.error().text);
            continue;
        }
        numbers.insert(version.model.version, *number);
        ++written;
        if (*number != version.model.version)
            m_remarks.changed(Words::tr("model %1, version %2").arg(name, version.model.version),
                              Words::tr("It is version %1 here.").arg(*number));
    }
    if (written == 0)
        return 0;
    const auto named = setAliases(model, numbers);
    return named ? Result<qsizetype>(written) : std::unexpected(named.error());
}

Result<void> ModelWriter::setAliases(const ImportedModel &model, const QHash<QString, QString> &numbers)
{
    const QString &name = model.model.name;
    for (const ModelAlias &alias : model.aliases) {
        const QString version = QString::number(alias.version);
        const bool isWanted = std::ranges::any_of(
            model.versions, [&](const ImportedVersion &one) { return one.model.version == version; });
        if (!isWanted)
            continue;
        const QString number = numbers.value(version);
        if (number.isEmpty()) {
            m_remarks.leftOut(Words::tr("model %1").arg(name),
                              Words::tr("The alias %1 was not set, because its version is left out.").arg(alias.alias));
            continue;
        }
        const auto set = m_api.query(u"registered-models/alias"_s, Wire::modelAliasBody(name, alias.alias, number));
        if (!set && isFatal(set.error()))
            return std::unexpected(set.error());
        if (!set)
            m_remarks.leftOut(Words::tr("model %1").arg(name),
                              Words::tr("The alias %1 was not set: %2").arg(alias.alias, set.error().text));
    }
    return {};
}

Result<QString> ModelWriter::writeVersion(const ImportedVersion &version, const QString &origin)
{
    const auto run = m_runs.constFind(version.model.runId);
    const QString loggedModel = m_models.value(version.loggedModel).id;
    QString source;
    if (!loggedModel.isEmpty())
        source = u"models:/"_s + loggedModel;
    else if (run != m_runs.constEnd() && !version.path.isEmpty())
        source = run->artifactUri + u'/' + version.path;
    if (source.isEmpty()) {
        return failure(
            ErrorKind::Rejected,
            run == m_runs.constEnd()
                ? Words::tr("Its run %1 is not in the target, so its files are not there.").arg(version.model.runId)
                : Words::tr("Its files are at %1, not among those of its run.").arg(version.model.uri));
    }
    StringMap tags = version.model.tags;
    tags.insert(ImportTag::origin, origin);
    const QString runId = run == m_runs.constEnd() ? QString() : run->id;
    const auto body = Wire::withLoggedModel(
        Wire::newModelVersionBody(version.model.name, source, runId, version.model.description, tags), loggedModel);
    const auto reply = m_api.post(u"model-versions/create"_s, body);
    if (!reply)
        return std::unexpected(reply.error());
    const QString number = Wire::modelVersionFromMlflow(Wire::modelVersionIn(*reply)).version;
    if (!version.stage.isEmpty() && version.stage != "None"_L1) {
        const auto moved = m_api.query(u"model-versions/transition-stage"_s,
                                       Wire::modelStageBody(version.model.name, number, version.stage));
        if (!moved && isFatal(moved.error()))
            return std::unexpected(moved.error());
        if (!moved)
            m_remarks.leftOut(Words::tr("model %1, version %2").arg(version.model.name, number),
                              Words::tr("Its stage %1: %2").arg(version.stage, moved.error().text));
    }
    return number;
}

} // namespace Roost::Importers
