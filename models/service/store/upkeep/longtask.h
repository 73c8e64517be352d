// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"

#include <QString>

#include <atomic>

namespace Roost::Service::Store {

/// What a long task and the client that waits for it tell each other. Thread-safe.
class LongTask
{
public:
    void cancel() { m_isCanceled = true; }
    bool isCanceled() const { return m_isCanceled; }
    /// Adds to the amount of work that is done; `done` and `total` are bytes.
    void addDone(qint64 bytes) { m_done += bytes; }
    void setTotal(qint64 bytes) { m_total = bytes; }
    qint64 done() const { return m_done; }
    qint64 total() const { return m_total; }

    /// Returns the error of a task that was canceled.
    static std::unexpected<Error> canceled()
    {
        return failure(ErrorKind::Failed, QStringLiteral("The task was canceled."));
    }

private:
    std::atomic<bool> m_isCanceled = false;
    std::atomic<qint64> m_done = 0;
    std::atomic<qint64> m_total = 0;
};

} // namespace Roost::Service::Store
