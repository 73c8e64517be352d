// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/http/request.h"
#include "models/service/store/upkeep/longtask.h"
#include "models/wire/roost/maintenance.h"

#include <QJsonObject>

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

namespace Roost::Service::Extensions {

/// Runs one long task of maintenance at a time, in a thread of its own. Thread-safe. The destructor cancels the task
/// and waits for its end.
class MaintenanceTasks
{
public:
    using Work = std::function<Result<QJsonObject>(Store::LongTask &)>;

    MaintenanceTasks() = default;
    ~MaintenanceTasks();
    MaintenanceTasks(const MaintenanceTasks &) = delete;
    MaintenanceTasks &operator=(const MaintenanceTasks &) = delete;

    /// Begins the work and returns the id of the task. Conflict if another task runs; `name` is for that sentence.
    Result<QString> begin(const QString &name, Work work);
    /// Waits for the end of the task, at most for `timeout`, and returns its state, or the error with which it failed.
    /// NotFound if it is not the last task. If the client of the request disappears, the task is canceled.
    Result<Wire::TaskState> wait(const QString &id, std::chrono::milliseconds timeout, const Http::Request &request);

private:
    struct Task
    {
        QString id;
        QString name;
        Store::LongTask control;
        std::optional<Result<QJsonObject>> result;
    };

    std::mutex m_mutex;
    std::condition_variable m_finished;
    std::shared_ptr<Task> m_task; // the last one
    std::jthread m_thread;
};

} // namespace Roost::Service::Extensions
