// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/lastknown.h"
#include "models/core/workspace.h"
#include "models/items/base/poller.h"

#include <QObject>

namespace Roost::Items {

/// One open workspace: the connection, its info, and the signal changed() after which pages read again. The session
/// waits on the workspace's ChangeFeed if there is one, and otherwise polls with back-off. All windows share the
/// session; pages call `workspace()` for each use and do not store its capabilities.
class WorkspaceSession : public QObject
{
    Q_OBJECT
public:
    enum class State {
        Connecting, // no reply yet
        Connected,
        Stale,  // was connected, now or earlier; the content dates from `updated()`, and the session keeps retrying
        Failed, // `error()` contains the reason; open() tries again
    };
    using Opener = std::function<Future<std::shared_ptr<Workspace>>()>;
    /// Returns what is kept of the workspace from earlier connections.
    using Keeper = std::function<LastKnown()>;
    using TimerMaker = std::function<std::unique_ptr<PollTimer>()>;

    /// `address` identifies the workspace (a folder, a config.json, a URL); `title` is shown until its name is known.
    WorkspaceSession(QString address, QString title, Opener opener, const TimerMaker &timers = eventLoopTimer);

    /// Sets what is shown until the workspace answers. Call before open(), which then keeps trying while the workspace
    /// is out of reach.
    void setKeeper(Keeper keeper) { m_keeper = std::move(keeper); }
    /// Connects. In State::Failed and State::Stale it tries again at once.
    void open();
    /// Reads the info again and emits changed() for all topics.
    void refresh();
    /// Call after an action whose effect should be visible soon: polls at once if the service does not announce
    /// changes.
    void pollNow();
    /// No request is sent while the session is not watched, which is the case if no window shows the workspace.
    void setWatched(bool watched);

    QString address() const { return m_address; }
    /// Returns the workspace's own name when it is known.
    QString title() const;
    State state() const { return m_state; }
    const Error &error() const { return m_error; }
    const WorkspaceInfo &info() const { return m_info; }
    /// Returns whether info() contains a reply. The state may be Connected shortly before.
    bool isInfoKnown() const { return m_infoKnown; }
    /// The time of the workspace's last reply, in UTC.
    QDateTime updated() const { return m_updated; }
    /// Returns whether the service announces changes, so that the session need not poll.
    bool isLive() const { return m_live; }

    /// Null until the workspace was opened once. Reopening replaces it; pointers that were returned earlier stay valid
    /// as long as the session exists.
    Workspace *workspace() const { return m_workspace.get(); }
    RunHistory *runHistory() const { return m_workspace ? m_workspace->runHistory() : nullptr; }
    FileReader *files() const { return m_workspace ? m_workspace->files() : nullptr; }
    JobService *jobs() const { return m_workspace ? m_workspace->jobs() : nullptr; }
    RunProbe *probe() const { return m_workspace ? m_workspace->probe() : nullptr; }
    HeldRuns *heldRuns() const { return m_workspace ? m_workspace->heldRuns() : nullptr; }
    ComputeCatalog *computes() const { return m_workspace ? m_workspace->computes() : nullptr; }
    EnvironmentCatalog *environments() const { return m_workspace ? m_workspace->environments() : nullptr; }
    ModelRegistry *models() const { return m_workspace ? m_workspace->models() : nullptr; }
    MetricWindows *metricWindows() const { return m_workspace ? m_workspace->metricWindows() : nullptr; }
    ActivityFeed *activity() const { return m_workspace ? m_workspace->activity() : nullptr; }

    /// Returns what is kept of the workspace; null if nothing is. Read from it only what the workspace itself did not
    /// answer.
    Workspace *lastKnown() const { return m_lastKnown.workspace.get(); }
    /// Returns whether the content dates from an earlier answer of a server that is out of reach now.
    bool isShowingLastKnown() const { return m_keeper && m_state == State::Stale; }
    /// Returns the error of content that comes from lastKnown() or was read before the connection was lost: its age,
    /// and why there is no newer content.
    Error ageOfLastKnown() const;

    /// Returns a sentence that explains why no run can be started in this workspace; empty if one can, or while that is
    /// not known.
    QString whyNoNewRun() const;

    /// Returns whether `topics` of changed() include `topic`. "runs" also matches "runs/<id>", and an empty list
    /// matches all topics.
    static bool concerns(const QStringList &topics, const QString &topic);

Q_SIGNALS:
    void stateChanged();
    void infoChanged();
    /// Emitted when the content of these topics may have changed: "runs/<id>", "computes", "environments", "models". An
    /// empty list means all topics.
    void changed(const QStringList &topics);

private:
    void onOpened(Result<std::shared_ptr<Workspace>> result);
    void findLastKnown();
    void reopen(std::function<void(Poller::Outcome)> done);
    void requestInfo(std::function<void(Poller::Outcome)> done);
    void waitForChange(std::function<void(Poller::Outcome)> done);
    Poller::Outcome onAnswer();
    Poller::Outcome onFailure(const Error &error);
    void setState(State state);

    QString m_address;
    QString m_title;
    Opener m_opener;
    Keeper m_keeper;
    LastKnown m_lastKnown;
    PendingReply<WorkspaceInfo> m_lastKnownInfo;
    State m_state = State::Connecting;
    Error m_error;
    WorkspaceInfo m_info;
    QDateTime m_updated;
    qint64 m_revision = -1;
    int m_unanswered = 0;
    bool m_live = false;
    bool m_infoKnown = false;
    // Pages may still use capabilities of a workspace that was reopened since.
    QList<std::shared_ptr<Workspace>> m_former;
    std::shared_ptr<Workspace> m_workspace;
    PendingReply<std::shared_ptr<Workspace>> m_opening;
    PendingReply<WorkspaceInfo> m_infoQuery;
    PendingReply<Changes> m_changesQuery;
    Poller m_infoPoller;
    Poller m_feedPoller;
};

} // namespace Roost::Items
