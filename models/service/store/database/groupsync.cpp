// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/store/database/groupsync.h"

namespace Roost::Service::Store {

Result<void> GroupSync::sync()
{
    std::unique_lock lock(m_mutex);
    // A sync that is running may have begun before the caller's data were written.
    const quint64 wanted = m_newest + 1;
    m_finished.wait(lock, [&] { return m_done >= wanted || !m_isRunning; });
    // The system reports a failure once; a later sync may succeed although the data of the failed one are lost.
    if (m_done >= wanted)
        return m_failed >= wanted ? std::unexpected(m_failure) : Result<void>();
    m_isRunning = true;
    ++m_newest;
    lock.unlock();
    const auto result = m_syncNow();
    lock.lock();
    m_isRunning = false;
    m_done = m_newest;
    if (!result) {
        m_failed = m_newest;
        m_failure = result.error();
    }
    m_finished.notify_all();
    return result;
}

} // namespace Roost::Service::Store
