// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"

#include <QObject>

namespace Roost::Items {

/// Content that is read from a workspace, with its state. Base of all queries.
class LiveQuery : public QObject
{
    Q_OBJECT
public:
    enum class State {
        Loading, // no content yet
        Ready,
        Stale,   // the content is older than the failed read that `error()` describes
        Failed,  // no content; `error()` contains the reason
        Lacking, // this kind of workspace has no such content
    };

    State state() const { return m_state; }
    const Error &error() const { return m_error; }
    bool hasContent() const { return m_state == State::Ready || m_state == State::Stale; }

    /// While the query is not watched, it does not read announced changes. After setting it to true again, call
    /// refresh().
    virtual void setWatched(bool watched) { m_watched = watched; }
    bool isWatched() const { return m_watched; }

public Q_SLOTS:
    /// Reads again at once. The current content is kept until the reply arrives.
    virtual void refresh() = 0;

Q_SIGNALS:
    void stateChanged();
    /// Emitted when the content was read; it may be the same as before.
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
