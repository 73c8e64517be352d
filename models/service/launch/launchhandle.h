// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/launch/allocation.h"
#include "models/service/launch/launchevents.h"

#include <QObject>

namespace Roost::Service::Launch {

/// The data by which a launcher finds a launch again after a restart of the service. A launcher stores any further data
/// (for example a job number) in the state folder.
struct LaunchTicket
{
    QString stateFolder;
    ResourceRequest resources;
};

/// A launch in progress: started, or adopted from an earlier service. The launch outlives this object. Main thread.
class LaunchHandle : public QObject
{
    Q_OBJECT

public:
    explicit LaunchHandle(LaunchTicket ticket, QObject *parent = nullptr);
    ~LaunchHandle() override;

    const LaunchTicket &ticket() const { return m_ticket; }

    /// Requests the end of all processes of the run; `ended` follows. May be called repeatedly, and before the
    /// launcher has found the processes.
    virtual void cancel() = 0;

Q_SIGNALS:
    /// Emitted from the event loop: once when the launcher has found the supervisor of the run, then after each
    /// change of the events.
    void changed(const Roost::Service::Launch::LaunchEvents &events);
    /// Emitted once, from the event loop, when no process of the run is left. `events` has no outcome if the run
    /// ended without recording one.
    void ended(const Roost::Service::Launch::LaunchEvents &events);

private:
    LaunchTicket m_ticket;
};

} // namespace Roost::Service::Launch
