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

/// Wakes waiting clients when something changed. Any thread may bump, any thread may wait.
/// Topics: "runs/<id>", "computes", "environments", "models". Revisions grow over restarts of the service.
class ChangeHub
{
public:
    ChangeHub();

    /// Call after the commit, never inside the transaction.
    void bump(const QString &topic);

    /// The topics that changed after `since`: returns at once when there are some, else after `timeout` with none. A
    /// `since` that is negative or comes from an earlier process of the service returns `everything` at once.
    /// `isGone` is called every half second; true ends the wait.
    Changes wait(qint64 since, std::chrono::milliseconds timeout, const std::function<bool()> &isGone = {});

    qint64 revision() const;

    /// Ends all waits, present and future ones. Call when the service stops.
    void close();

private:
    Changes since(qint64 revision) const;
    void forgetOldest();

    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    QHash<QString, qint64> m_topics; // the revision of the last change of each
    qint64 m_floor;                  // changes up to this revision are not known any more
    qint64 m_revision;
    bool m_closed = false;
};

} // namespace Roost::Service::Store
