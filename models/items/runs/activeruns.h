// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/workspace.h"

#include <QObject>

namespace Roost::Items {

class WorkspaceSession;

/// The runs of a session that have not ended, newest first, kept up to date by its change hub: what the
/// rail counts, the status line sums up and the desktop is told about when one ends.
class ActiveRuns : public QObject
{
    Q_OBJECT
public:
    /// `session` outlives it.
    explicit ActiveRuns(WorkspaceSession &session);

    const QList<Run> &runs() const { return m_runs; }
    /// Whether they were read at least once.
    bool isKnown() const { return m_known; }
    /// Why they could not be read the last time; empty text where they could.
    const Error &error() const { return m_error; }
    int running() const;
    int waiting() const { return int(m_runs.size()) - running(); }
    /// Why the first waiting run waits; empty where none says.
    QString queueReason() const;

Q_SIGNALS:
    void changed();
    /// A run that was active has ended, as it is now.
    void ended(const Roost::Run &run);

private:
    void ask();
    void show(QList<Run> runs);
    void askNextEnded();

    WorkspaceSession &m_session;
    QList<Run> m_runs;
    QStringList m_gone;
    Error m_error;
    bool m_known = false;
    bool m_again = false;
    PendingReply<Page<Run>> m_asking;
    PendingReply<Run> m_askingEnded;
};

} // namespace Roost::Items
