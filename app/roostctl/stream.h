// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/roostctl/mergedoutput.h"
#include "models/items/runlogs/logfollower.h"

#include <QObject>

#include <map>

namespace Roost::Ctl {

/// Follows a run until it is terminal: prints its phases to stderr and its log lines to stdout, those of several
/// processes ordered by time. With --json each event is one line on stdout.
class Stream : public QObject
{
    Q_OBJECT

public:
    Stream(std::shared_ptr<Workspace> workspace, const QString &runId, LogLines lines);

    /// Returns an exit code: Done only when the run completed. Ctrl+C leaves the run alone and returns RunNotCompleted.
    int exec();

Q_SIGNALS:
    /// Everything is printed.
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
    bool m_lastLines; // only the last lines of what exists at the start
    Run m_run;
    QString m_printedPhase;
    Error m_error;
    bool m_ended = false;
    bool m_finishing = false;
    QList<FileRef> m_listed; // at the last poll
    std::map<QString, Followed> m_logs;
    std::unique_ptr<MergedOutput> m_merged; // null until a log of several processes exists
    bool m_mergedEnded = false;
    PendingReply<Run> m_pendingRun;
    PendingReply<QList<FileRef>> m_pendingLogs;
    Items::Poller m_poller;
};

/// Prints how a run ended. Returns Done only when it completed.
int printEnd(const Run &run);

/// Prints one log of a run to its present end or, with `follow`, until the run is terminal. Ctrl+C returns
/// RunNotCompleted.
int showLog(RunHistory *history, FileReader *files, const QString &runId, const QString &path, bool follow,
            LogLines &lines);

} // namespace Roost::Ctl
