// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/jobs/jobrun.h"

#include "models/process/orphans.h"
#include "models/process/processwatch.h"
#include "models/service/launch/launchevents.h"
#include "models/service/launch/launchplan.h"
#include "models/service/store/workspace/workspacestore.h"

#include <QFileInfo>

#include <chrono>
#include <csignal>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// While a supervisor has the run: what it writes down, and whether it is there at all.
namespace Roost::Service::Jobs {

using namespace Process;
using namespace Launch;

namespace {

constexpr int patienceWithSilence = 3;

} // namespace

void JobRun::watch()
{
    m_files.addPath(m_folder.state());
    m_safetyNet.start();
    m_eventsRead = -1;
    // From the event loop: who adopts a run may want to connect to it first.
    QMetaObject::invokeMethod(this, &JobRun::readOn, Qt::QueuedConnection);
}

void JobRun::watchSupervisor(const ProcessKey &supervisor)
{
    if (m_supervisor && m_supervisor->process() == supervisor)
        return;
    if (m_supervisor)
        ProcessWatch::reapInBackground(std::move(m_supervisor));
    m_supervisor = std::make_unique<ProcessWatch>(supervisor);
    connect(m_supervisor.get(), &ProcessWatch::ended, this, &JobRun::supervisorGone);
}

void JobRun::readOn()
{
    // What is missing at the old path of a moved workspace says nothing of the run.
    if (m_over || !m_context.store.whyMoved().isEmpty())
        return;
    const QString file = eventsFile(m_folder.state());
    const QFileInfo info(file);
    if (info.exists() && !m_files.files().contains(file))
        m_files.addPath(file);
    const qint64 size = info.exists() ? info.size() : 0;
    if (size == m_eventsRead && m_supervisor)
        return;
    m_eventsRead = size;

    const auto events = readEvents(file);
    if (events.outcome) {
        finish(events);
        return;
    }
    if (!m_supervisor && !isSupervised(events)) {
        supervisorGone();
        return;
    }
    if (!m_supervisor)
        watchSupervisor(*events.supervisor);
    if (!events.ranks.isEmpty() && events.ranks != m_record.ranks) {
        m_record.ranks = events.ranks;
        const bool leaving = m_record.status == RunStatus::CancelRequested;
        if (!commit(leaving ? RunStatus::CancelRequested : RunStatus::Running,
                    m_record.status == RunStatus::Starting ? events.ranks.first().started : now()))
            return;
    }
    if (m_record.cancelRequested && !m_askedToLeave)
        endSupervised();
}

// The process that the file names gets signals, so it must be the one that writes the file.
bool JobRun::isSupervised(const LaunchEvents &events) const
{
    return events.supervisor && !events.fromEarlierBoot && hasOpen(*events.supervisor, eventsFile(m_folder.state()));
}

void JobRun::endSupervised()
{
    if (m_record.status != RunStatus::CancelRequested && !commit(RunStatus::CancelRequested, now()))
        return;
    // Where it is not known yet, `readOn` finds it and comes here again.
    if (!m_supervisor)
        return;
    sendSignal(m_supervisor->process(), SIGTERM);
    m_askedToLeave = true;
}

void JobRun::supervisorGone()
{
    if (m_over || !m_context.store.whyMoved().isEmpty())
        return;
    const auto events = readEvents(eventsFile(m_folder.state()));
    if (!events.outcome && isSupervised(events)) {
        // Ours was the second; the one before the restart has the run.
        watchSupervisor(*events.supervisor);
        m_askedToLeave = false;
        if (m_record.cancelRequested)
            endSupervised();
        return;
    }
    if (!events.outcome && !events.supervisor && !m_record.cancelRequested && m_silences++ < patienceWithSilence) {
        // Another one may be just about to write its first line.
        if (m_supervisor)
            ProcessWatch::reapInBackground(std::move(m_supervisor));
        QTimer::singleShot(500ms, this, &JobRun::readOn);
        return;
    }
    if (!events.outcome) {
        // Of the plan, for a workspace that was moved since bears another path than its processes.
        const auto launched = LaunchPlan::load(m_folder.launchFile());
        killMarked(launchMark(launched ? launched->stateFolder : m_folder.state()));
        Orphans::clear();
    }
    finish(events);
}

} // namespace Roost::Service::Jobs
