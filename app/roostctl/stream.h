// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/roostctl/mergedoutput.h"
#include "models/items/runlogs/logfollower.h"

#include <QObject>

#include <map>

namespace Roost::Ctl {

/// Follows a run until it is terminal: prints its phases to stderr and its log lines to stdout, ordered by time if
/// there are several processes. With --json each event is one line on stdout.
class Stream : public QObject
{
    Q_OBJECT

public:
    Stream(std::shared_ptr<Workspace> workspace, const QString &runId, LogLines lines);

    /// Returns an exit code: Done only if the run completed. Ctrl+C does not affect the run and returns
    /// RunNotCompleted.
    int exec();

Q_SIGNALS:
    /// Emitted when everything has been printed.
    void ended();

private:
    struct Followed
    {
        std::unique_ptr<Items::LogFollower> follower;
        bool ended = false;
    };

    void poll(const std::function<void(Items::Poller::Outcome)> &done);
    void onRun(const Run &run);
    void follow(const QList<FileRef> &logs);
    void followOne(const QString &path);
    bool isMerged(const QString &path) const;
    void merge();
    void finishLogs();
    void endIfRead();

    std::shared_ptr<Workspace> m_workspace;
    RunHistory *m_history;
    QString m_runId;
    bool m_asJson;
    LogLines m_lines;
    bool m_lastLines; // print only the last lines of the logs that exist at the start
    Run m_run;
    QString m_printedPhase;
    Error m_error;
    bool m_ended = false;
    bool m_finishing = false;
    QList<FileRef> m_listed; // at the last poll
    std::map<QString, Followed> m_logs;
    std::unique_ptr<MergedOutput> m_merged; // null until a log of one of several processes exists
    bool m_mergedEnded = false;
    PendingReply<Run> m_pendingRun;
    PendingReply<QList<FileRef>> m_pendingLogs;
    Items::Poller m_poller;
};

/// Prints that the run continues although its logs are no longer printed. Returns RunNotCompleted.
int printStopped();
/// Prints that the run has no such log. Returns Trouble.
int printNoLog(const QString &runId, const QString &path);
/// Prints the result of a run. Returns Done only if it completed.
int printEnd(const Run &run);

/// Prints one log of a run up to its present end or, with `follow`, until the run is terminal. Returns RunNotCompleted
/// after Ctrl+C.
int showLog(RunHistory *history, FileReader *files, const QString &runId, const QString &path, bool follow,
            LogLines &lines);

} // namespace Roost::Ctl
