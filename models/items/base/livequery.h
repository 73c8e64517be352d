// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"

#include <QObject>

namespace Roost::Items {

/// How far something that is read of a workspace is there.
class LiveQuery : public QObject
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

} // namespace Roost::Items
