// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/future.h"
#include "models/items/base/livequery.h"
#include "models/items/workspace/workspacesession.h"

#include <QPointer>

namespace Roost::Items {

/// Reads a T from the workspace of a session, and reads it again when the session announces a change of `topic`.
template <typename T>
class TopicQuery : public LiveQuery
{
public:
    /// Returns nothing if the workspace lacks the capability that would be read.
    using Request = std::function<std::optional<Future<T>>(Workspace &)>;
    using Receiver = std::function<void(const T &)>;

    TopicQuery(WorkspaceSession *session, const QString &topic, Request request, Receiver receive,
               QObject *parent = nullptr)
        : LiveQuery(parent)
        , m_session(session)
        , m_request(std::move(request))
        , m_receive(std::move(receive))
    {
        connect(session, &WorkspaceSession::stateChanged, this, [this] {
            if (!hasContent() && state() != State::Lacking)
                refresh();
            else if (hasContent() && m_session->isShowingLastKnown())
                setState(State::Stale, m_session->ageOfLastKnown());
        });
        connect(session, &WorkspaceSession::changed, this, [this, topic](const QStringList &topics) {
            if (isWatched() && WorkspaceSession::concerns(topics, topic))
                refresh();
        });
        TopicQuery::refresh();
    }

    void refresh() override
    {
        if (!m_session || !m_session->workspace()) {
            if (readLastKnown())
                return;
            if (m_session && m_session->state() == WorkspaceSession::State::Failed)
                setState(State::Failed, m_session->error());
            else
                setState(State::Loading);
            return;
        }
        auto future = m_request(*m_session->workspace());
        if (!future) {
            m_reply.cancel();
            setState(State::Lacking);
            return;
        }
        if (state() == State::Failed)
            setState(State::Loading);
        m_reply.watch(*future, [this](Result<T> result) {
            if (!result) {
                if (!hasContent() && result.error().mayPass() && readLastKnown())
                    return;
                setState(hasContent() ? State::Stale : State::Failed, result.error());
                return;
            }
            m_receive(*result);
            setState(State::Ready);
            Q_EMIT arrived();
        });
    }

private:
    // Shows what is kept of the workspace. Returns false if nothing is kept.
    bool readLastKnown()
    {
        if (!m_session || !m_session->lastKnown() || m_session->state() == WorkspaceSession::State::Failed)
            return false;
        if (hasContent() || m_reply.isWaiting())
            return true;
        auto future = m_request(*m_session->lastKnown());
        if (!future) {
            setState(State::Lacking);
            return true;
        }
        m_reply.watch(*future, [this](Result<T> result) {
            if (!result) {
                const bool isOutOfReach = m_session && m_session->state() == WorkspaceSession::State::Stale;
                setState(isOutOfReach ? State::Failed : State::Loading, result.error());
                return;
            }
            m_receive(*result);
            setState(State::Stale, m_session ? m_session->ageOfLastKnown() : Error());
            Q_EMIT arrived();
        });
        return true;
    }

    QPointer<WorkspaceSession> m_session;
    Request m_request;
    Receiver m_receive;
    PendingReply<T> m_reply;
};

} // namespace Roost::Items
