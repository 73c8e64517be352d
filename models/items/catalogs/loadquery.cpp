// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/catalogs/loadquery.h"

#include <chrono>
#include <utility>

using namespace std::chrono_literals;

namespace Roost::Items {

LoadQuery::LoadQuery(WorkspaceSession &session, std::unique_ptr<PollTimer> timer, QObject *parent)
    : LiveQuery(parent)
    , m_session(session)
    , m_poller([this](std::function<void(Poller::Outcome)> done) { request(done); },
               {.soon = 2s, .idle = 2s, .slowest = 30s}, std::move(timer))
{
    m_poller.setWatched(false);
    connect(&session, &WorkspaceSession::stateChanged, this, [this] {
        if (!hasContent() && !m_compute.isEmpty())
            m_poller.start();
    });
}

void LoadQuery::setCompute(const QString &name)
{
    if (name == m_compute)
        return;
    m_compute = name;
    m_reply.cancel();
    m_poller.stop();
    m_nodes.clear();
    setState(State::Loading);
    if (!name.isEmpty())
        m_poller.start();
}

void LoadQuery::setWatched(bool watched)
{
    LiveQuery::setWatched(watched);
    m_poller.setWatched(watched);
}

void LoadQuery::refresh()
{
    if (!m_compute.isEmpty())
        m_poller.refresh();
}

void LoadQuery::request(const std::function<void(Poller::Outcome)> &done)
{
    if (!m_session.workspace()) {
        done(Poller::Outcome::Stop);
        return;
    }
    ComputeLoad *load = m_session.workspace()->computeLoad();
    if (!load) {
        setState(State::Lacking);
        done(Poller::Outcome::Stop);
        return;
    }
    m_reply.watch(load->load(m_compute), [this, done](Result<QList<NodeLoad>> result) {
        if (result) {
            m_nodes = std::move(*result);
            setState(State::Ready);
            Q_EMIT arrived();
        } else {
            setState(hasContent() ? State::Stale : State::Failed, result.error());
        }
        done(result ? Poller::Outcome::Changed : Poller::Outcome::Unreachable);
    });
}

} // namespace Roost::Items
