// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/importers/importsource.h"
#include "models/importers/remarks.h"
#include "models/importers/trackingapi.h"
#include "models/wire/mlflow/run.h"

#include <QHash>

namespace Roost::Importers {

/// Any server with MLflow's protocol: MLflow 2 and 3, or the service of another workspace.
class MlflowServer : public ImportSource
{
public:
    MlflowServer(QNetworkAccessManager *network, const TrackingServer &server, const Stop &stop, Remarks &remarks)
        : m_api(network, server, stop)
        , m_remarks(remarks)
    {
    }

    QString title() const override { return m_api.base().toString(); }
    Result<QList<SourceRun>> runs(const RunSelection &selection) override;
    StringMap experimentTags(const QString &experiment) override { return m_tags.value(experiment); }
    Result<ImportedRun> read(const SourceRun &run) override;
    Result<void> points(const ImportedRun &run, const PointSink &sink) override;
    Result<QList<ImportedFile>> files(const ImportedRun &run) override;
    Result<QString> fetch(const ImportedFile &file, const QString &scratch) override;
    Result<QList<ImportedLoggedModel>> loggedModels(const QList<SourceRun> &runs) override;
    Result<QList<ImportedFile>> filesOfModel(const ImportedLoggedModel &model) override;
    Result<QList<ImportedModel>> registeredModels() override;

private:
    Result<void> readExperiments(const RunSelection &selection);
    Result<void> pointsOf(const QString &runId, const QString &key, const PointSink &sink);
    /// `list` requests one folder; its answer may have several pages.
    Result<QList<ImportedFile>>
    walk(const std::function<Result<QJsonObject>(const QString &folder, const QString &token)> &list,
         const std::function<QUrl(const QString &path)> &address);
    Result<QList<ImportedVersion>> versionsOf(const QString &model);

    TrackingApi m_api;
    Remarks &m_remarks;
    QHash<QString, QString> m_names;       // of experiments, by id
    QHash<QString, StringMap> m_tags;      // of experiments, by name
    QStringList m_wanted;                  // ids of experiments
    QHash<QString, QStringList> m_metrics; // the keys of the run that was read last, by its id
    QHash<QString, QString> m_artifacts;   // the roots of runs, by id
};

} // namespace Roost::Importers
