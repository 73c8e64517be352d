// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/collect/collector.h"

#include "models/core/fields.h"
#include "models/service/collect/runcollector.h"
#include "models/service/store/tracking/jobstore.h"
#include "models/service/store/tracking/runstore.h"
#include "models/service/store/workspace/workspacestore.h"

#include <QJsonDocument>

#include <chrono>
#include <shared_mutex>
#include <vector>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Roost::Service::Collect {

using namespace Store;

namespace {

constexpr auto interval = 200ms;
constexpr auto longestSleep = 1h;

/// A job whose processes may write files.
struct RunningJob
{
    RunRow run;
    Job job;
};

bool mayWrite(RunStatus status)
{
    return status == RunStatus::Starting || status == RunStatus::Running || status == RunStatus::CancelRequested ||
           status == RunStatus::Finalizing;
}

Job jobOf(const JobRow &row)
{
    return jobFromJson(QJsonDocument::fromJson(row.spec).object());
}

} // namespace

/// Held by finishers while they work, and by the destructor when it closes it.
struct Collector::Gate
{
    std::shared_mutex mutex;
    Collector *collector = nullptr;
};

Collector::Collector(WorkspaceStore &store)
    : m_store(store)
    , m_gate(std::make_shared<Gate>())
{
    m_gate->collector = this;
}

Collector::~Collector()
{
    m_isStopped = true;
    {
        const std::unique_lock gate(m_gate->mutex);
        m_gate->collector = nullptr;
    }
    m_wake.notify_all();
    m_store.changes().close();
    if (m_thread.joinable())
        m_thread.join();
}

void Collector::start()
{
    m_thread = std::thread([this] { work(); });
}

void Collector::work()
{
    qint64 seen = -1;
    while (!m_isStopped) {
        if (const qint64 now = m_store.changes().revision(); now != seen) {
            seen = now;
            update();
        }
        std::unique_lock lock(m_mutex);
        const auto runs = m_runs;
        lock.unlock();
        for (const auto &[id, run] : runs) {
            if (!m_isStopped)
                run->collect();
        }
        if (runs.empty())
            m_store.changes().wait(seen, longestSleep);
        // Also after a change, because clients may log thousands of times a second.
        lock.lock();
        m_wake.wait_for(lock, interval, [this] { return m_isStopped.load(); });
    }
}

// Adds the jobs that have begun, and removes those that are over.
void Collector::update()
{
    const auto running = m_store.database().read([](Connection &connection) {
        std::map<QString, RunningJob> jobs;
        for (const RunRow &run : RunStore(connection).active(true)) {
            const auto job = mayWrite(run.status) ? JobStore(connection).find(run.seq) : std::nullopt;
            if (job)
                jobs[run.id] = {run, jobOf(*job)};
        }
        return jobs;
    });
    if (!running)
        return;
    const std::scoped_lock lock(m_mutex);
    std::erase_if(m_runs, [&](const auto &run) { return !running->contains(run.first); });
    for (const auto &[id, job] : *running) {
        if (!m_runs.contains(id))
            m_runs[id] = std::make_shared<RunCollector>(
                m_store, CollectedRun{id, job.job, m_store.folder().run(id) + u"/state"_s}, job.run.seq);
    }
}

std::function<void(const QString &runId)> Collector::finisher()
{
    return [gate = m_gate](const QString &runId) {
        const std::shared_lock lock(gate->mutex);
        if (gate->collector)
            gate->collector->finish(runId);
    };
}

void Collector::finish(const QString &runId)
{
    if (const auto run = collectorOf(runId))
        run->finish(m_isStopped);
}

// The run may have begun and ended since the last update.
std::shared_ptr<RunCollector> Collector::collectorOf(const QString &runId)
{
    update();
    const std::scoped_lock lock(m_mutex);
    const auto run = m_runs.find(runId);
    return run == m_runs.end() ? nullptr : run->second;
}

} // namespace Roost::Service::Collect
