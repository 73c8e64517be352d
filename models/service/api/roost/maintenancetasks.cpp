// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/api/roost/maintenancetasks.h"

#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Roost::Service::Extensions {

using namespace Store;

namespace {
constexpr auto clientCheck = std::chrono::milliseconds(500);
}

MaintenanceTasks::~MaintenanceTasks()
{
    const std::scoped_lock lock(m_mutex);
    if (m_task)
        m_task->control.cancel();
}

Result<QString> MaintenanceTasks::begin(const QString &name, Work work)
{
    const std::scoped_lock lock(m_mutex);
    if (m_task && !m_task->result) {
        return failure(ErrorKind::Conflict,
                       u"The workspace is busy with a %1. Wait until it is over, or cancel it."_s.arg(m_task->name));
    }
    m_task = std::make_shared<Task>();
    m_task->id = QUuid::createUuid().toString(QUuid::Id128);
    m_task->name = name;
    m_thread = std::jthread([this, task = m_task, work = std::move(work)] {
        auto result = work(task->control);
        const std::scoped_lock ended(m_mutex);
        task->result = std::move(result);
        m_finished.notify_all();
    });
    return m_task->id;
}

Result<Wire::TaskState> MaintenanceTasks::wait(const QString &id, std::chrono::milliseconds timeout,
                                               const Http::Request &request)
{
    std::unique_lock lock(m_mutex);
    const auto task = m_task;
    if (!task || task->id != id)
        return failure(ErrorKind::NotFound, u"There is no task '%1'."_s.arg(id));
    const auto end = std::chrono::steady_clock::now() + timeout;
    while (!task->result && std::chrono::steady_clock::now() < end) {
        m_finished.wait_until(lock, std::min(end, std::chrono::steady_clock::now() + clientCheck));
        if (!task->result && request.isAbandoned())
            task->control.cancel();
    }
    Wire::TaskState state{!task->result, task->control.done(), task->control.total(), {}};
    if (task->result && !*task->result)
        return std::unexpected(task->result->error());
    if (task->result)
        state.result = **task->result;
    return state;
}

} // namespace Roost::Service::Extensions
