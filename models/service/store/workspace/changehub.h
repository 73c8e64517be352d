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

/// Wakes waiting clients when data has changed. `bump` and `wait` may be called from any thread. The topics are those
/// of models/core/topic.h. Revisions keep growing when the service restarts.
class ChangeHub
{
public:
    ChangeHub();

    /// Call after the commit, never inside the transaction.
    void bump(const QString &topic);

    /// Returns the topics that changed after `since`: at once if there are any, otherwise none after `timeout`. If
    /// `since` is negative or was returned by an earlier process of the service, returns `everything` at once. `isGone`
    /// is called every half second; if it returns true, the wait ends.
    Changes wait(qint64 since, std::chrono::milliseconds timeout, const std::function<bool()> &isGone = {});

    qint64 revision() const;

    /// Ends all current waits, and makes later ones return at once. Call when the service stops.
    void close();

private:
    Changes since(qint64 revision) const;
    void forgetOldest();

    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    QHash<QString, qint64> m_topics; // the revision of the last change of each topic
    qint64 m_floor;                  // changes up to this revision are no longer known
    qint64 m_revision;
    bool m_closed = false;
};

} // namespace Roost::Service::Store
