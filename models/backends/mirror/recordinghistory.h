// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/backends/mirror/mirrorfolder.h"
#include "models/core/workspace.h"

#include <QHash>

namespace Roost::Mirror {

/// Passes all requests on to the run history of a server and keeps the answers in a folder.
class RecordingHistory : public RunHistory
{
public:
    /// `server` must outlive this object.
    RecordingHistory(RunHistory *server, MirrorFolderPtr folder);
    ~RecordingHistory() override;

    Future<Page<Run>> runs(const RunQuery &query, const QString &page = {}) override;
    Future<Run> run(const QString &id) override;
    Future<QList<FileRef>> logs(const QString &runId) override;
    Future<QList<Artifact>> artifacts(const QString &runId, const QString &prefix = {}) override;
    Future<FileRef> file(const QString &runId, const QString &path) override;
    Future<MetricHistory> metric(const QString &runId, const QString &key, const QString &cursor = {}) override;
    Future<Run> setTag(const QString &runId, const QString &key, const QString &value) override;
    Future<Run> rename(const QString &runId, const QString &displayName) override;

private:
    struct State;
    Future<Run> recorded(const Future<Run> &run);

    RunHistory *m_server;
    std::shared_ptr<State> m_state;
};

} // namespace Roost::Mirror
