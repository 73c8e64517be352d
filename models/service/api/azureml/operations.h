// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/store/assets/operationstore.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace Roost::Service::AzureMl {

/// Runs long operations on a thread of its own, one at a time, and stores the state of each, so that clients can poll.
/// Operations that a stopped service left running are marked as failed by the next service.
class Operations
{
public:
    using Work = std::function<Result<void>()>;

    explicit Operations(Store::Database &database);
    /// Waits for the running operation. The operations that have not begun are marked as failed at the next start.
    ~Operations();
    Operations(const Operations &) = delete;
    Operations &operator=(const Operations &) = delete;

    Result<Store::Operation> start(const QString &kind, const QString &target, Work work);
    Result<Store::Operation> operation(const QString &id) const { return m_store.operation(id); }
    /// Returns the operations that an earlier service left running; the constructor marks them as failed.
    const QList<Store::Operation> &abandoned() const { return m_abandoned; }

private:
    void run(const std::stop_token &stop);
    void end(const QString &id, const std::optional<Error> &error);

    Store::OperationStore m_store;
    QList<Store::Operation> m_abandoned;
    std::mutex m_mutex;
    std::condition_variable_any m_more;
    std::deque<std::pair<QString, Work>> m_queue;
    std::jthread m_thread;
};

} // namespace Roost::Service::AzureMl
