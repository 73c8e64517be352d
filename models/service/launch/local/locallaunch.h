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

/// A run of this machine: follows the events that its supervisor writes and watches the supervisor itself. When the
/// supervisor ends without a last event, ends what it left behind.
class LocalLaunch : public LaunchHandle
{
    Q_OBJECT

public:
    /// `supervisor` is known where this service has just started it; else the events name it.
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
    void end(const LaunchEvents &events);

    Allocation m_allocation;
    std::function<bool()> m_hasMoved;
    QFileSystemWatcher m_files;
    QTimer m_safetyNet;
    std::unique_ptr<Process::ProcessWatch> m_supervisor;
    qint64 m_eventsRead = -1; // size of the file when it was last read
    int m_silentEnds = 0;     // times a supervisor ended before it had written anything
    bool m_cancelRequested = false;
    bool m_cancelSent = false;
    bool m_ended = false;
};

} // namespace Roost::Service::Launch
