// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/importers/runwriter.h"

namespace Roost::Importers {

/// Writes logged models and registered models into the target.
class ModelWriter
{
public:
    ModelWriter(TrackingApi &api, ImportSource &source, Remarks &remarks, RunWriter &files)
        : m_api(api)
        , m_source(source)
        , m_remarks(remarks)
        , m_files(files)
    {
    }

    /// Reads which logged models are in the target already. Call first, with the models of the source.
    Result<void> prepare(const QList<ImportedLoggedModel> &models, const QStringList &targetExperiments);
    /// Call for each run that is in the target, written now or before, with its id in the source.
    void addRun(const QString &sourceId, const TargetRun &run) { m_runs.insert(sourceId, run); }

    /// Writes the logged models of the run and links the run to them.
    Result<void> writeModelsOf(const ImportedRun &run, const TargetRun &written);
    /// Removes the logged models of a run that could not be completed.
    void removeModelsOf(const QString &sourceRun, TrackingApi &api);
    /// Writes the versions of registered models that are not in the target yet. Returns their number. Unless all runs
    /// are wanted, versions of other runs are omitted without a remark.
    Result<qsizetype> writeRegisteredModels(const QList<ImportedModel> &models, bool allWanted);
    /// Returns the number of logged models that were written.
    qsizetype countLoggedModels() const { return m_count; }

private:
    struct Written
    {
        QString id;
        QString artifactUri;
    };

    Result<void> writeLoggedModel(const ImportedLoggedModel &model, const TargetRun &run);
    Result<void> writeModelMetrics(const ImportedLoggedModel &model, const QString &id);
    Result<void> linkRun(const ImportedRun &run, const QString &id);
    Result<qsizetype> writeVersions(const ImportedModel &model);
    Result<QString> writeVersion(const ImportedVersion &version, const QString &origin);
    Result<void> setAliases(const ImportedModel &model, const QHash<QString, QString> &numbers);
    Result<QHash<QString, QString>> versionsInTarget(const QString &name);
    QList<RunModel> inTarget(const QList<RunModel> &models) const;

    TrackingApi &m_api;
    ImportSource &m_source;
    Remarks &m_remarks;
    RunWriter &m_files;
    QHash<QString, TargetRun> m_runs; // by the id in the source
    QMultiHash<QString, ImportedLoggedModel> m_modelsOfRuns;
    QHash<QString, Written> m_models; // in the target, by the id in the source
    qsizetype m_count = 0;
};

} // namespace Roost::Importers
