// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/future.h"
#include "models/items/base/livequery.h"
#include "models/items/workspace/session.h"

#include <QPointer>

namespace Roost::Items {

/// Reads a T of a session's workspace and reads it again whenever the session says that `topic` changed.
template <typename T>
class TopicQuery : public LiveQuery
{
public:
    /// Nothing where the workspace lacks the part that would be asked.
    using Ask = std::function<std::optional<Future<T>>(WorkspaceSession &)>;
    using Take = std::function<void(const T &)>;

    TopicQuery(WorkspaceSession *session, const QString &topic, Ask ask, Take take, QObject *parent = nullptr)
        : LiveQuery(parent)
        , m_session(session)
        , m_ask(std::move(ask))
        , m_take(std::move(take))
    {
        connect(session, &WorkspaceSession::stateChanged, this, [this] {
            if (!hasContent() && state() != State::Lacking)
                refresh();
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
            if (m_session && m_session->state() == WorkspaceSession::State::Failed)
                setState(State::Failed, m_session->error());
            else
                setState(State::Loading);
            return;
        }
        auto answer = m_ask(*m_session);
        if (!answer) {
            m_pending.cancel();
            setState(State::Lacking);
            return;
        }
        if (state() == State::Failed)
            setState(State::Loading);
        m_pending.watch(*answer, [this](Result<T> result) {
            if (!result) {
                setState(hasContent() ? State::Stale : State::Failed, result.error());
                return;
            }
            m_take(*result);
            setState(State::Ready);
            Q_EMIT arrived();
        });
    }

private:
    QPointer<WorkspaceSession> m_session;
    Ask m_ask;
    Take m_take;
    PendingReply<T> m_pending;
};

} // namespace Roost::Items
