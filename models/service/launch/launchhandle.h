// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/launch/allocation.h"
#include "models/service/launch/launchevents.h"

#include <QObject>

namespace Roost::Service::Launch {

/// By what a launcher finds a launch again after a restart of the service. What else it needs (a job number, say) it
/// keeps in the state folder itself.
struct LaunchTicket
{
    QString stateFolder;
    ResourceRequest resources;
};

/// A launch on its way: started, or adopted from an earlier service. It outlives this object. Main thread.
class LaunchHandle : public QObject
{
    Q_OBJECT

public:
    explicit LaunchHandle(LaunchTicket ticket, QObject *parent = nullptr);
    ~LaunchHandle() override;

    const LaunchTicket &ticket() const { return m_ticket; }

    /// Requests that all processes of the run end; `ended` follows. May be called more than once, and before the
    /// launcher has found the processes.
    virtual void cancel() = 0;

Q_SIGNALS:
    /// From the event loop: once when the launcher has found that the run is supervised, then whenever its events
    /// changed.
    void changed(const Roost::Service::Launch::LaunchEvents &events);
    /// Once, from the event loop: no process of the run is left. `events` has no outcome where the run ended without
    /// a record of how.
    void ended(const Roost::Service::Launch::LaunchEvents &events);

private:
    LaunchTicket m_ticket;
};

} // namespace Roost::Service::Launch
