// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/workspace/session.h"

#include <QPointer>

namespace Roost {

/// How far something that is read of a workspace is there.
class Reading : public QObject
{
    Q_OBJECT
public:
    enum class State {
        Loading, // nothing is there yet
        Ready,
        Stale,   // what is there is older than `error()`
        Failed,  // nothing is there, `error()` says why
        Lacking, // this kind of workspace has no such part
    };

    State state() const { return m_state; }
    const Error &error() const { return m_error; }
    bool hasContent() const { return m_state == State::Ready || m_state == State::Stale; }

    /// While nobody looks, what the session tells is not read; who looks again refreshes.
    virtual void setWatched(bool watched) { m_watched = watched; }
    bool isWatched() const { return m_watched; }

public Q_SLOTS:
    /// Reads anew, now. What is there stays until the answer.
    virtual void refresh() = 0;

Q_SIGNALS:
    void stateChanged();
    /// What was read was handed on; it may be the same as before.
    void arrived();

protected:
    using QObject::QObject;
    void setState(State state, const Error &error = {});

private:
    State m_state = State::Loading;
    Error m_error;
    bool m_watched = true;
};

/// Reads a T of a session's workspace and reads it again whenever the session says that `topic` changed.
template <typename T>
class TopicReading : public Reading
{
public:
    /// Nothing where the workspace lacks the part that would be asked.
    using Ask = std::function<std::optional<Answer<T>>(WorkspaceSession &)>;
    using Take = std::function<void(const T &)>;

    TopicReading(WorkspaceSession *session, const QString &topic, Ask ask, Take take, QObject *parent = nullptr)
        : Reading(parent)
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
        TopicReading::refresh();
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
        m_pending.ask(*answer, [this](Result<T> result) {
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
    Pending<T> m_pending;
};

} // namespace Roost
