// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/metrics/metricsboard.h"
#include "models/items/runs/artifactsmodel.h"
#include "models/items/workspace/topicquery.h"

#include <QTimer>

namespace Roost::Items {

class RunRanks;

/// When the phases of a run were entered and left, all four in their order. Where the back end keeps no
/// times they are concluded from when the run was created, started and ended.
QList<PhaseTimes> phasesOf(const Run &run);
/// The process that failed first; empty where none did or it is not known.
std::optional<RankOutcome> firstFailure(const Run &run);
/// The log in which the cause of a failure is to be looked for: that of the first rank that failed, else the
/// first driver log. Empty where there is no log.
QString failingLog(const Run &run, const QStringList &paths);

/// One run as its page shows it: details, logs, files and metrics, kept fresh while somebody watches.
class RunDocument final : public LiveQuery
{
    Q_OBJECT
public:
    enum class Extent {
        Everything,
        Logs, // details and logs only: nobody looks at metrics and files
    };

    /// `session` outlives it.
    RunDocument(WorkspaceSession &session, const QString &runId, QObject *parent = nullptr,
                Extent extent = Extent::Everything);
    ~RunDocument() override;

    WorkspaceSession &session() const { return m_session; }
    QString runId() const { return m_runId; }
    /// Only its id is set until it was read.
    const Run &run() const { return m_run; }
    bool isActive() const { return hasContent() && !isTerminal(m_run.status); }
    const QList<FileRef> &logs() const { return m_logs; }
    QStringList logPaths() const;
    bool areLogsKnown() const { return m_logsKnown; }
    /// Why they could not be listed, the last time they were asked for.
    const Error &logsError() const { return m_logsError; }
    ArtifactsModel *artifacts() { return &m_artifacts; }
    const Error &artifactsError() const { return m_artifactsError; }
    bool areArtifactsKnown() const { return m_artifactsKnown; }
    MetricsBoard *metrics() { return &m_metrics; }
    /// The ranks and what their logs do; read from the first call on, as long as somebody watches.
    RunRanks *ranks();

    /// The run's folder on this machine; empty where the workspace is elsewhere.
    QString localFolder() const;
    /// Where a file of the run lies on this machine; empty where it does not.
    QString localPath(const QString &path) const;

    void setWatched(bool watched) override;
    void refresh() override;

Q_SIGNALS:
    void runChanged();
    /// Other logs, or another error.
    void logsChanged();
    void artifactsChanged();
    /// Somebody deleted the run.
    void gone();

private:
    void askRun();
    void askFiles();
    void askLater();
    void askMetrics(const QStringList &keys);
    void take(const Run &run);

    WorkspaceSession &m_session;
    QString m_runId;
    Extent m_extent;
    Run m_run;
    QList<FileRef> m_logs;
    ArtifactsModel m_artifacts;
    Error m_logsError;
    Error m_artifactsError;
    MetricsBoard m_metrics;
    std::unique_ptr<RunRanks> m_ranks;
    bool m_logsKnown = false;
    bool m_artifactsKnown = false;
    bool m_again = false;
    bool m_filesAgain = false;
    bool m_missed = false; // something changed while nobody watched
    QTimer m_filesTimer;
    PendingReply<Run> m_askingRun;
    PendingReply<QList<FileRef>> m_askingLogs;
    PendingReply<QList<Artifact>> m_askingArtifacts;
};

} // namespace Roost::Items
