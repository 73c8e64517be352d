// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/roostctl/mergedoutput.h"
#include "models/items/openrun/logfollower.h"

#include <QObject>

#include <map>

namespace Roost::Ctl {

/// Shows a run as it goes: its phases on stderr, lines of its logs on stdout until it is terminal, those of several
/// processes by time. With JSON each event is one line on stdout.
class Stream : public QObject
{
    Q_OBJECT

public:
    Stream(std::shared_ptr<Workspace> workspace, const QString &runId, LogLines lines);

    /// An exit code: Done only when the run completed. Ctrl+C leaves the run alone and gives RunNotCompleted.
    int exec();

Q_SIGNALS:
    /// All there is has been told.
    void ended();

private:
    struct Followed
    {
        std::unique_ptr<Items::LogFollower> follower;
        bool ended = false;
    };

    void look(const std::function<void(Items::Poller::Outcome)> &done);
    void take(const Run &run);
    void follow(const QList<FileRef> &logs);
    void followOne(const QString &path);
    bool isMerged(const QString &path) const;
    void merge();
    void settle();
    void endIfRead();

    std::shared_ptr<Workspace> m_workspace;
    RunHistory *m_history;
    QString m_runId;
    bool m_asJson;
    LogLines m_lines;
    bool m_lastLines; // only the last ones of what is there when it begins
    Run m_run;
    QString m_told;
    Error m_error;
    bool m_ended = false;
    bool m_settling = false;
    QList<FileRef> m_listed; // at the last look
    std::map<QString, Followed> m_logs;
    std::unique_ptr<MergedOutput> m_merged; // null until there is something for it
    bool m_mergedEnded = false;
    PendingReply<Run> m_asking;
    PendingReply<QList<FileRef>> m_listing;
    Items::Poller m_poller;
};

/// Says how a run ended; Done only when it completed.
int sayEnd(const Run &run);

/// One log of a run to stdout, to its end as it is now or, with `follow`, until the run is terminal. Ctrl+C gives
/// RunNotCompleted.
int showLog(RunHistory *history, const QString &runId, const QString &path, bool follow, LogLines &lines);

} // namespace Roost::Ctl
