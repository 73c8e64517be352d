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

/// Does what takes time on a thread of its own, one after the other, and keeps for each how it stands, so that
/// clients can poll. What was running when a service stopped is failed by the next one, never left hanging.
class Operations
{
public:
    using Work = std::function<Result<void>()>;

    explicit Operations(Store::Database &database);
    /// Waits for the one that is at work; the rest are failed at the next start.
    ~Operations();
    Operations(const Operations &) = delete;
    Operations &operator=(const Operations &) = delete;

    Result<Store::Operation> begin(const QString &kind, const QString &target, Work work);
    Result<Store::Operation> operation(const QString &id) const { return m_store.operation(id); }
    /// What an earlier service left running; they are marked as failed by the constructor.
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
