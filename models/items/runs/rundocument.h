// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/metrics/metricsboard.h"
#include "models/items/runs/artifactsmodel.h"
#include "models/items/workspace/topicquery.h"

#include <QTimer>

namespace Roost::Items {

/// The details, logs, files and metrics of one run, updated while the document is watched.
class RunDocument final : public LiveQuery
{
    Q_OBJECT
public:
    enum class Extent {
        Everything,
        Logs, // details and logs only, without metrics and files
    };

    /// `session` must outlive this object.
    RunDocument(WorkspaceSession &session, const QString &runId, QObject *parent = nullptr,
                Extent extent = Extent::Everything);

    WorkspaceSession &session() const { return m_session; }
    QString runId() const { return m_runId; }
    /// Contains only the ID until the run has been read.
    const Run &run() const { return m_run; }
    bool isActive() const { return hasContent() && !isTerminal(m_run.status); }
    const QList<FileRef> &logs() const { return m_logs; }
    QStringList logPaths() const;
    bool areLogsKnown() const { return m_logsKnown; }
    /// Why the last attempt to list the logs failed; its text is empty if it succeeded.
    const Error &logsError() const { return m_logsError; }
    ArtifactsModel *artifacts() { return &m_artifacts; }
    const Error &artifactsError() const { return m_artifactsError; }
    bool areArtifactsKnown() const { return m_artifactsKnown; }
    MetricsBoard *metrics() { return &m_metrics; }

    /// Returns the run's folder on this machine; empty if the workspace is on another machine.
    QString localFolder() const;
    /// Returns the path of a file of the run on this machine; empty if the file is not on this machine.
    QString localPath(const QString &path) const;

    void setWatched(bool watched) override;
    void refresh() override;

Q_SIGNALS:
    void runChanged();
    /// Emitted when the list of logs, or the error of listing them, has changed.
    void logsChanged();
    void artifactsChanged();
    /// Emitted when the run was deleted in the workspace.
    void deleted();

private:
    /// Shows what is kept of the run. Returns false if nothing is.
    bool readLastKnown();
    void readFilesLastKnown(RunHistory *history);
    void requestRun();
    void requestFiles();
    void scheduleFiles();
    void requestMetrics(const QStringList &keys);
    void onRun(const Run &run);

    WorkspaceSession &m_session;
    QString m_runId;
    Extent m_extent;
    Run m_run;
    QList<FileRef> m_logs;
    ArtifactsModel m_artifacts;
    Error m_logsError;
    Error m_artifactsError;
    MetricsBoard m_metrics;
    bool m_logsKnown = false;
    bool m_artifactsKnown = false;
    bool m_runAgain = false;
    bool m_filesAgain = false;
    bool m_isKept = false;           // the content is what was kept of the workspace
    bool m_changedUnwatched = false; // a change was announced while the document was not watched
    QTimer m_filesTimer;
    PendingReply<Run> m_runQuery;
    PendingReply<QList<FileRef>> m_logsQuery;
    PendingReply<QList<Artifact>> m_artifactsQuery;
};

} // namespace Roost::Items
