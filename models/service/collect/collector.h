// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <atomic>
#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <thread>

namespace Roost::Service::Store {
class WorkspaceStore;
} // namespace Roost::Service::Store

namespace Roost::Service::Collect {

class RunCollector;

/// Reads the metrics of all running jobs from their files, in a thread of its own. It sleeps while no job is running.
class Collector
{
public:
    /// `store` must outlive this object.
    explicit Collector(Store::WorkspaceStore &store);
    /// Stops the thread, after the hub of changes was closed. What was not read yet is read by the next service.
    ~Collector();
    Collector(const Collector &) = delete;
    Collector &operator=(const Collector &) = delete;

    void start();

    /// Returns a function that reads the files of a run to their ends. Call it when the processes of the run have
    /// ended, on any thread; it blocks. It does nothing after this object was destroyed.
    std::function<void(const QString &runId)> finisher();

private:
    struct Gate;

    void work();
    void update();
    void finish(const QString &runId);
    std::shared_ptr<RunCollector> collectorOf(const QString &runId);

    Store::WorkspaceStore &m_store;
    std::shared_ptr<Gate> m_gate; // between finishers and the destructor
    std::atomic_bool m_isStopped = false;
    std::mutex m_mutex; // of all below
    std::condition_variable m_wake;
    std::map<QString, std::shared_ptr<RunCollector>> m_runs;
    std::thread m_thread;
};

} // namespace Roost::Service::Collect
