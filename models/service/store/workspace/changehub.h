// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/workspace.h"

#include <QHash>
#include <QString>

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>

namespace Roost::Service::Store {

/// Tells waiting clients that something changed. Any thread may bump, any thread may wait.
/// Topics: "runs/<id>", "computes", "environments", "models". Revisions grow over restarts of the service.
class ChangeHub
{
public:
    ChangeHub();

    /// Call it after the change was committed, never inside the transaction.
    void bump(const QString &topic);

    /// What changed after `since`: at once when something did, else after `timeout` with no topics. A `since`
    /// that is negative or of another service's life is answered at once with `everything`.
    /// `gone` is asked now and then; true ends the wait.
    Changes wait(qint64 since, std::chrono::milliseconds timeout, const std::function<bool()> &gone = {});

    qint64 revision() const;

    /// Ends all waits, now and later. For the stop of the service.
    void close();

private:
    Changes since(qint64 revision) const;
    void forgetOldest();

    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    QHash<QString, qint64> m_topics; // when each changed last
    qint64 m_floor;                  // what happened before is not known
    qint64 m_revision;
    bool m_closed = false;
};

} // namespace Roost::Service::Store
