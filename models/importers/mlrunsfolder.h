// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/importers/folderfiles.h"
#include "models/importers/importsource.h"
#include "models/yaml/node.h"

#include <QHash>

namespace Roost::Importers {

/// The folder of MLflow's file store, usually called mlruns: a folder for each experiment with a folder for each run,
/// .trash with deleted experiments, and models with registered models.
class MlrunsFolder : public ImportSource
{
public:
    MlrunsFolder(FolderAccess access, Remarks &remarks)
        : m_access(std::move(access))
        , m_remarks(remarks)
    {
    }
    /// Returns whether the folder looks like a file store.
    static bool isOne(const QString &folder);

    QString title() const override { return m_access.folder; }
    Result<QList<SourceRun>> runs(const RunSelection &selection) override;
    StringMap experimentTags(const QString &experiment) override { return m_tags.value(experiment); }
    Result<ImportedRun> read(const SourceRun &run) override;
    Result<void> points(const ImportedRun &run, const PointSink &sink) override;
    Result<QList<ImportedFile>> files(const ImportedRun &run) override;
    Result<QList<ImportedLoggedModel>> loggedModels(const QList<SourceRun> &runs) override;
    Result<QList<ImportedFile>> filesOfModel(const ImportedLoggedModel &model) override;
    Result<QList<ImportedModel>> registeredModels() override;

private:
    void readExperiment(const QString &folder, const RunSelection &selection, QList<SourceRun> &found);
    std::optional<SourceRun> readListed(const QString &folder, const QString &experiment);
    /// Returns the content of each file below a folder, by its path there: params and tags.
    StringMap textsIn(const QString &folder);
    QList<DatasetInput> datasetsOf(const QString &run);
    Result<void> pointsIn(const QString &file, const QString &key, const PointSink &sink);
    Result<QList<ImportedFile>> artifactsAt(const QString &folder, const QString &uri);
    std::optional<ImportedLoggedModel> readLoggedModel(const QString &folder, const QString &experiment);
    std::optional<ImportedModel> readModel(const QString &folder);
    std::optional<ImportedVersion> readVersion(const QString &folder);
    std::optional<Yaml::Node> metaOf(const QString &folder);
    QString inFolder(const QString &path) const;

    FolderAccess m_access;
    Remarks &m_remarks;
    QHash<QString, StringMap> m_tags;       // of experiments, by name
    QHash<QString, QString> m_experiments;  // the folders that contain wanted runs, with their names
    QHash<QString, QString> m_artifactUris; // of runs and logged models, by folder
};

} // namespace Roost::Importers
