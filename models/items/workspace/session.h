// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/workspace.h"
#include "models/items/base/poller.h"

#include <QObject>

namespace Roost::Items {

/// One workspace as the window has it open: the connection, what is known of it, and the hub that tells
/// every page when to read anew. It waits on the workspace's ChangeFeed where there is one and polls with
/// back-off where not. Shared by all windows; pages ask `workspace()` for its parts each time.
class WorkspaceSession : public QObject
{
    Q_OBJECT
public:
    enum class State {
        Connecting, // nothing is known yet
        Connected,
        Stale,  // was connected; what is shown is of `updated()`, and it keeps trying
        Failed, // `error()` says why; open() tries again
    };
    using Opener = std::function<Future<std::shared_ptr<Workspace>>()>;
    using TimerMaker = std::function<std::unique_ptr<PollTimer>()>;

    /// `address` identifies it (a folder, a config.json, a URL), `title` names it until it tells its name.
    WorkspaceSession(QString address, QString title, Opener opener, const TimerMaker &timers = eventLoopTimer);

    /// Connects; in Failed and Stale it tries again at once.
    void open();
    /// Reads everything anew: info, and changed() for every topic.
    void refresh();
    /// Somebody did something whose effect should be seen soon: polling starts from its quickest again.
    void quicken();
    /// While no window shows it, nothing is asked.
    void setWatched(bool watched);

    QString address() const { return m_address; }
    /// The workspace's own name once known.
    QString title() const;
    State state() const { return m_state; }
    const Error &error() const { return m_error; }
    const WorkspaceInfo &info() const { return m_info; }
    /// Whether info() was answered yet; connected it may be a moment before.
    bool isInfoKnown() const { return m_infoKnown; }
    /// When the workspace last answered, UTC.
    QDateTime updated() const { return m_updated; }
    /// Whether changes are told by the service rather than found by polling.
    bool isLive() const { return m_live; }

    /// Null until it was opened once; then valid for the session's life. `workspace()` may be replaced
    /// when it is opened anew, but what was handed out before stays valid.
    Workspace *workspace() const { return m_workspace.get(); }
    RunHistory *runHistory() const { return m_workspace ? m_workspace->runHistory() : nullptr; }
    JobService *jobs() const { return m_workspace ? m_workspace->jobs() : nullptr; }
    RunProbe *probe() const { return m_workspace ? m_workspace->probe() : nullptr; }
    HeldRuns *heldRuns() const { return m_workspace ? m_workspace->heldRuns() : nullptr; }
    ComputeCatalog *computes() const { return m_workspace ? m_workspace->computes() : nullptr; }
    EnvironmentCatalog *environments() const { return m_workspace ? m_workspace->environments() : nullptr; }
    ModelRegistry *models() const { return m_workspace ? m_workspace->models() : nullptr; }
    ActivityFeed *activity() const { return m_workspace ? m_workspace->activity() : nullptr; }

    /// Why no run can be started here, in a sentence; empty where one can, or while that is not known.
    QString whyNoNewRun() const;

    /// Whether `topics` of changed() concern `topic`: "runs" matches "runs/<id>" too, and no topics match all.
    static bool concerns(const QStringList &topics, const QString &topic);

Q_SIGNALS:
    void stateChanged();
    void infoChanged();
    /// Something may have changed: "runs/<id>", "computes", "environments", "models". Empty: anything.
    void changed(const QStringList &topics);

private:
    void opened(Result<std::shared_ptr<Workspace>> result);
    void askInfo(std::function<void(Poller::Outcome)> done);
    void waitForChange(std::function<void(Poller::Outcome)> done);
    Poller::Outcome answered();
    Poller::Outcome failed(const Error &error);
    void setState(State state);

    QString m_address;
    QString m_title;
    Opener m_opener;
    State m_state = State::Connecting;
    Error m_error;
    WorkspaceInfo m_info;
    QDateTime m_updated;
    qint64 m_revision = -1;
    int m_misses = 0;
    bool m_live = false;
    bool m_infoKnown = false;
    // Pages may still hold parts of a workspace that was opened anew since.
    QList<std::shared_ptr<Workspace>> m_former;
    std::shared_ptr<Workspace> m_workspace;
    PendingReply<std::shared_ptr<Workspace>> m_opening;
    PendingReply<WorkspaceInfo> m_asking;
    PendingReply<Changes> m_waiting;
    Poller m_infoPoller;
    Poller m_feedPoller;
};

} // namespace Roost::Items
