// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/backends/mlflow/mlflowcontext.h"

namespace Roost::Mlflow {

class MlflowRunHistory : public RunHistory
{
public:
    explicit MlflowRunHistory(ContextPtr context)
        : m_context(std::move(context))
    {
    }
    Answer<Page<Run>> runs(const RunQuery &query, const QString &page = {}) override;
    Answer<Run> run(const QString &id) override;
    /// Artifacts below logs/ and with names that end in .log; MLflow has no logs of its own.
    Answer<QList<FileRef>> logs(const QString &runId) override;
    Answer<QList<Artifact>> artifacts(const QString &runId, const QString &prefix = {}) override;
    Answer<FileRef> file(const QString &runId, const QString &path) override;
    Answer<Chunk> read(const FileRef &file, qint64 offset, qint64 limit) override;
    Answer<MetricHistory> metric(const QString &runId, const QString &key, const QString &cursor = {}) override;
    Answer<Run> setTag(const QString &runId, const QString &key, const QString &value) override;
    Answer<Run> rename(const QString &runId, const QString &displayName) override;

private:
    ContextPtr m_context;
};

} // namespace Roost::Mlflow
