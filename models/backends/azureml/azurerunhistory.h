// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/backends/azureml/azurecontext.h"

#include <QHash>

namespace Roost::AzureMl {

/// Run history, and reading of files. An expired address of a run's file is renewed through run history.
class AzureRunHistory : public RunHistory, public FileReader
{
public:
    explicit AzureRunHistory(ContextPtr context);
    Future<Page<Run>> runs(const RunQuery &query, const QString &page = {}) override;
    Future<Run> run(const QString &id) override;
    Future<QList<FileRef>> logs(const QString &runId) override;
    Future<QList<Artifact>> artifacts(const QString &runId, const QString &prefix = {}) override;
    Future<FileRef> file(const QString &runId, const QString &path) override;
    Future<Chunk> read(const FileRef &file, qint64 offset, qint64 limit) override;
    Future<MetricHistory> metric(const QString &runId, const QString &key, const QString &cursor = {}) override;
    Future<Run> setTag(const QString &runId, const QString &key, const QString &value) override;
    Future<Run> rename(const QString &runId, const QString &displayName) override;

private:
    /// The state between requests. Continuations refer to it, not to the AzureRunHistory.
    struct Memory
    {
        /// The jobs by run id. A submitted job does not change, so it is requested only once.
        QHash<QString, std::optional<Run>> jobs;
        /// The run and the path of each address, and the newer address that replaces an expired one.
        QHash<QString, std::pair<QString, QString>> files;
        QHash<QString, QString> renewed;
        /// The container of a run's files, by run id: a reused step of a pipeline has no container of its own.
        QHash<QString, QString> containers;
        /// Whether the service supports runs:query for the whole workspace.
        bool queriesWorkspace = true;

        void remember(const QString &runId, const FileRef &file);
        void rememberContainer(const QString &runId, const QJsonObject &historyRun);
    };

    static Future<std::optional<Run>> job(const ContextPtr &context, const std::shared_ptr<Memory> &memory,
                                          const QString &id);
    static Future<QString> container(const ContextPtr &context, const std::shared_ptr<Memory> &memory,
                                     const QString &id);
    static Future<Run> runNow(const ContextPtr &context, const std::shared_ptr<Memory> &memory, const QString &id);
    static Future<Chunk> readAgain(const ContextPtr &context, const std::shared_ptr<Memory> &memory,
                                   const FileRef &file, qint64 offset, qint64 limit, const Error &why);

    ContextPtr m_context;
    std::shared_ptr<Memory> m_memory;
};

} // namespace Roost::AzureMl
