// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/backends/mlflow/artifactreader.h"

namespace Roost::Mlflow {

class MlflowRunHistory : public RunHistory, public FileReader
{
public:
    explicit MlflowRunHistory(ContextPtr context)
        : m_context(std::move(context))
        , m_artifacts(m_context)
    {
    }
    Future<Page<Run>> runs(const RunQuery &query, const QString &page = {}) override;
    Future<Run> run(const QString &id) override;
    /// Returns the artifacts below logs/ and the artifacts whose names end in .log; MLflow has no logs of its own.
    Future<QList<FileRef>> logs(const QString &runId) override;
    Future<QList<Artifact>> artifacts(const QString &runId, const QString &prefix = {}) override;
    Future<FileRef> file(const QString &runId, const QString &path) override;
    Future<Chunk> read(const FileRef &file, qint64 offset, qint64 limit) override;
    Future<MetricHistory> metric(const QString &runId, const QString &key, const QString &cursor = {}) override;
    Future<Run> setTag(const QString &runId, const QString &key, const QString &value) override;
    Future<Run> rename(const QString &runId, const QString &displayName) override;

private:
    ContextPtr m_context;
    ArtifactReader m_artifacts;
};

} // namespace Roost::Mlflow
