// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/computeload.h"
#include "models/core/future.h"
#include "models/items/base/livequery.h"
#include "models/items/base/poller.h"
#include "models/items/workspace/workspacesession.h"

namespace Roost::Items {

/// The load of one compute, measured again every few seconds while the query is watched.
class LoadQuery : public LiveQuery
{
    Q_OBJECT
public:
    /// `session` must outlive the query.
    explicit LoadQuery(WorkspaceSession &session, std::unique_ptr<PollTimer> timer = eventLoopTimer(),
                       QObject *parent = nullptr);

    /// Sets which compute is measured; an empty name measures none.
    void setCompute(const QString &name);
    const QString &compute() const { return m_compute; }
    const QList<NodeLoad> &nodes() const { return m_nodes; }

    void setWatched(bool watched) override;
    void refresh() override;

private:
    void request(const std::function<void(Poller::Outcome)> &done);

    WorkspaceSession &m_session;
    QString m_compute;
    QList<NodeLoad> m_nodes;
    PendingReply<QList<NodeLoad>> m_reply;
    Poller m_poller;
};

} // namespace Roost::Items
