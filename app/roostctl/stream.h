// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/workspace.h"
#include "models/items/logfollower.h"

#include <QObject>

#include <map>

namespace Roost::Ctl {

/// Shows a run as it goes: its phases on stderr, its logs on stdout until it is terminal. Lines of several
/// processes are told apart by "[1] ". With JSON each event is one line on stdout.
class Stream : public QObject
{
    Q_OBJECT

public:
    Stream(RunHistory *history, const QString &runId, bool asJson);

    /// An exit code: Done only when the run completed. Ctrl+C leaves the run alone and gives RunNotCompleted.
    int exec();

Q_SIGNALS:
    /// All there is has been told.
    void ended();

private:
    struct Followed
    {
        std::unique_ptr<LogFollower> follower;
        QByteArray open; // a line that has no end yet
        bool ended = false;
    };

    void look(std::function<void(Poller::Outcome)> done);
    void take(const Run &run);
    void follow(const QList<FileRef> &logs);
    void arrived(const QString &path, const QByteArray &bytes);
    void line(const QString &path, const QByteArray &text);
    void settle();
    void endIfRead();
    QString prefix(const QString &path) const;
    void event(const QJsonObject &object);

    RunHistory *m_history;
    QString m_runId;
    bool m_asJson;
    Run m_run;
    QString m_told;
    Error m_error;
    bool m_known = false;
    bool m_ended = false;
    bool m_settling = false;
    std::map<QString, Followed> m_logs;
    Pending<Run> m_asking;
    Pending<QList<FileRef>> m_listing;
    Poller m_poller;
};

/// One log of a run to stdout, to its end as it is now or, with `follow`, until the run is terminal.
int showLog(RunHistory *history, const QString &runId, const QString &path, bool follow);

} // namespace Roost::Ctl
