// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/api/azureml/operations.h"

using namespace Qt::StringLiterals;

namespace Roost::Service::AzureMl {

using namespace Store;

Operations::Operations(Database &database)
    : m_store(database)
{
    if (const auto left = m_store.running()) {
        m_abandoned = *left;
        for (const Operation &operation : *left)
            end(operation.id, Error{ErrorKind::Failed, u"The service was stopped while this was going on."_s, {}});
    }
    m_thread = std::jthread([this](const std::stop_token &stop) { run(stop); });
}

Operations::~Operations() = default;

Result<Operation> Operations::start(const QString &kind, const QString &target, Work work)
{
    auto operation = m_store.add(kind, target);
    if (!operation)
        return operation;
    const std::scoped_lock lock(m_mutex);
    m_queue.emplace_back(operation->id, std::move(work));
    m_more.notify_one();
    return operation;
}

void Operations::run(const std::stop_token &stop)
{
    while (true) {
        std::unique_lock lock(m_mutex);
        if (!m_more.wait(lock, stop, [this] { return !m_queue.empty(); }))
            return;
        auto [id, work] = std::move(m_queue.front());
        m_queue.pop_front();
        lock.unlock();
        const Result<void> result = work();
        end(id, result ? std::optional<Error>() : std::optional<Error>(result.error()));
    }
}

// An operation whose end cannot be stored counts as running until the next start, which ends it.
void Operations::end(const QString &id, const std::optional<Error> &error)
{
    static_cast<void>(m_store.end(id, error));
}

} // namespace Roost::Service::AzureMl
