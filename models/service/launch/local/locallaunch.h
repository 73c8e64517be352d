// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/process/processtree.h"
#include "models/service/launch/launchhandle.h"

#include <QFileSystemWatcher>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

namespace Roost::Process {
class ProcessWatch;
} // namespace Roost::Process

namespace Roost::Service::Launch {

/// A run on this machine: follows the events of its supervisor and watches the supervisor process. If the supervisor
/// ends without a last event, the remaining processes of the run are ended.
class LocalLaunch : public LaunchHandle
{
    Q_OBJECT

public:
    /// `supervisor` is set if this service has just started the process; otherwise the supervisor is found in the
    /// events.
    LocalLaunch(LaunchTicket ticket, Allocation allocation, std::function<bool()> hasMoved,
                std::optional<Process::ProcessKey> supervisor = std::nullopt);
    ~LocalLaunch() override;

    void cancel() override;

private:
    void poll();
    void watchSupervisor(const Process::ProcessKey &supervisor);
    void unwatchSupervisor();
    void onSupervisorEnded();
    bool isSupervised(const LaunchEvents &events) const;
    void forwardCancel();
    void end(LaunchEvents events);

    Allocation m_allocation;
    std::function<bool()> m_hasMoved;
    QFileSystemWatcher m_files;
    QTimer m_pollTimer;
    std::unique_ptr<Process::ProcessWatch> m_supervisor;
    qint64 m_eventsRead = -1; // size of the file when it was last read
    int m_silentEnds = 0;     // number of supervisors that ended without an event
    bool m_cancelRequested = false;
    bool m_cancelSent = false;
    bool m_ended = false;
};

} // namespace Roost::Service::Launch
