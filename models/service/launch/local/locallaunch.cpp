// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/launch/local/locallaunch.h"

#include "models/process/orphans.h"
#include "models/process/processwatch.h"
#include "models/service/launch/launchplan.h"
#include "models/service/launch/local/kernelkills.h"

#include <QFileInfo>

#include <chrono>
#include <csignal>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Roost::Service::Launch {

using namespace Process;

namespace {

constexpr auto pollInterval = 2s; // for file systems that report no changes
constexpr auto retryDelay = 500ms;
constexpr int maxSilentEnds = 3;

} // namespace

LocalLaunch::LocalLaunch(LaunchTicket ticket, Allocation allocation, std::function<bool()> hasMoved,
                         std::optional<ProcessKey> supervisor)
    : LaunchHandle(std::move(ticket))
    , m_allocation(std::move(allocation))
    , m_hasMoved(std::move(hasMoved))
{
    m_pollTimer.setInterval(pollInterval);
    connect(&m_pollTimer, &QTimer::timeout, this, &LocalLaunch::poll);
    connect(&m_files, &QFileSystemWatcher::fileChanged, this, &LocalLaunch::poll);
    connect(&m_files, &QFileSystemWatcher::directoryChanged, this, &LocalLaunch::poll);
    m_files.addPath(this->ticket().stateFolder);
    m_pollTimer.start();
    if (supervisor)
        watchSupervisor(*supervisor);
    // Called from the event loop, because the owner connects to the signals first.
    QMetaObject::invokeMethod(this, &LocalLaunch::poll, Qt::QueuedConnection);
}

LocalLaunch::~LocalLaunch()
{
    // A run is over with the last event of its supervisor, although the supervisor process ends slightly later.
    unwatchSupervisor();
}

void LocalLaunch::cancel()
{
    m_cancelRequested = true;
    m_cancelSent = false;
    forwardCancel();
}

// If the supervisor is not known yet, `poll` finds it and calls this function again.
void LocalLaunch::forwardCancel()
{
    if (!m_cancelRequested || m_cancelSent || !m_supervisor)
        return;
    sendSignal(m_supervisor->process(), SIGTERM);
    m_cancelSent = true;
}

void LocalLaunch::watchSupervisor(const ProcessKey &supervisor)
{
    if (m_supervisor && m_supervisor->process() == supervisor)
        return;
    unwatchSupervisor();
    m_supervisor = std::make_unique<ProcessWatch>(supervisor);
    connect(m_supervisor.get(), &ProcessWatch::ended, this, &LocalLaunch::onSupervisorEnded);
}

void LocalLaunch::unwatchSupervisor()
{
    if (m_supervisor)
        ProcessWatch::reapInBackground(std::move(m_supervisor));
}

void LocalLaunch::poll()
{
    if (m_ended || m_hasMoved())
        return;
    const QString file = eventsFile(ticket().stateFolder);
    const QFileInfo info(file);
    if (info.exists() && !m_files.files().contains(file))
        m_files.addPath(file);
    const qint64 size = info.exists() ? info.size() : 0;
    if (size == m_eventsRead && m_supervisor)
        return;
    m_eventsRead = size;

    const auto events = readEvents(file);
    if (events.outcome) {
        end(events);
        return;
    }
    if (!m_supervisor && !isSupervised(events)) {
        onSupervisorEnded();
        return;
    }
    if (!m_supervisor)
        watchSupervisor(*events.supervisor);
    forwardCancel();
    Q_EMIT changed(events);
}

// Returns whether the process named in the file writes the file. Signals are sent to the named process, so it must be
// that process.
bool LocalLaunch::isSupervised(const LaunchEvents &events) const
{
    return events.supervisor && !events.fromEarlierBoot &&
           hasOpen(*events.supervisor, eventsFile(ticket().stateFolder));
}

void LocalLaunch::onSupervisorEnded()
{
    if (m_ended || m_hasMoved())
        return;
    const auto events = readEvents(eventsFile(ticket().stateFolder));
    if (!events.outcome && isSupervised(events)) {
        // The ended process was a second supervisor. The first one has been running the run since before a restart of
        // the service.
        watchSupervisor(*events.supervisor);
        m_cancelSent = false;
        forwardCancel();
        return;
    }
    if (!events.outcome && !events.supervisor && !m_cancelRequested && m_silentEnds++ < maxSilentEnds) {
        // Another supervisor may be about to write its first event.
        unwatchSupervisor();
        QTimer::singleShot(retryDelay, this, &LocalLaunch::poll);
        return;
    }
    if (!events.outcome) {
        // The mark is read from the plan: after a move of the workspace, its path no longer matches the marks of its
        // processes.
        const auto launched = LaunchPlan::load(launchFile(ticket().stateFolder));
        killMarked(launchMark(launched ? launched->stateFolder : ticket().stateFolder));
        Orphans::clear();
    }
    end(events);
}

void LocalLaunch::end(LaunchEvents events)
{
    m_ended = true;
    m_pollTimer.stop();
    addKernelKills(events);
    Q_EMIT ended(events);
}

} // namespace Roost::Service::Launch
