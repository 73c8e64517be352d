// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/workspace.h"

#include <QObject>

namespace Roost::Items {

class WorkspaceSession;

/// The runs of a session that have not ended, newest first, read again when the session announces changes. The
/// navigation rail counts them, the status line summarizes them, and the desktop shows a notification when one ends.
class ActiveRuns : public QObject
{
    Q_OBJECT
public:
    /// `session` must outlive this object.
    explicit ActiveRuns(WorkspaceSession &session);

    const QList<Run> &runs() const { return m_runs; }
    /// Returns whether the runs were read at least once.
    bool isKnown() const { return m_known; }
    /// Why the last attempt to read the runs failed; its text is empty if it succeeded.
    const Error &error() const { return m_error; }
    int running() const;
    int waiting() const { return int(m_runs.size()) - running(); }
    /// Returns why the first waiting run waits; empty if no run reports a reason.
    QString queueReason() const;

Q_SIGNALS:
    void changed();
    /// Emitted when a run that was active has ended. `run` is its current state.
    void ended(const Roost::Run &run);

private:
    void request();
    void show(QList<Run> runs);
    void requestNextEnded();

    WorkspaceSession &m_session;
    QList<Run> m_runs;
    QStringList m_endedIds;
    Error m_error;
    bool m_known = false;
    bool m_requestAgain = false;
    PendingReply<Page<Run>> m_runsQuery;
    PendingReply<Run> m_endedQuery;
};

} // namespace Roost::Items
