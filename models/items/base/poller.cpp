// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/base/poller.h"

#include <QTimer>

#include <algorithm>
#include <utility>

namespace Roost::Items {

namespace {

class EventLoopTimer : public PollTimer
{
public:
    EventLoopTimer() { m_timer.setSingleShot(true); }

    void arm(std::chrono::milliseconds delay, std::function<void()> due) override
    {
        m_timer.disconnect();
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [due = std::move(due)] {
            const auto call = due; // `call` may arm the timer again and replace `due` while it runs
            call();
        });
        m_timer.start(delay);
    }

    void disarm() override { m_timer.stop(); }

private:
    QTimer m_timer;
};

} // namespace

std::unique_ptr<PollTimer> eventLoopTimer()
{
    return std::make_unique<EventLoopTimer>();
}

struct Poller::State
{
    Request request;
    Intervals intervals;
    std::unique_ptr<PollTimer> timer;
    std::chrono::milliseconds delay{0};
    int serial = 0; // of the request in flight; replies to older requests are ignored
    bool running = false;
    bool requesting = false;
    bool again = false;
    bool watched = true;
    bool due = false; // a request became due while the Poller was not watched
};

Poller::Poller(Request request, Intervals intervals, std::unique_ptr<PollTimer> timer)
    : m_state(std::make_shared<State>())
{
    m_state->request = std::move(request);
    m_state->intervals = intervals;
    m_state->timer = std::move(timer);
    m_state->delay = intervals.soon;
}

Poller::~Poller()
{
    stop();
}

void Poller::start()
{
    if (m_state->running)
        return;
    m_state->running = true;
    m_state->delay = m_state->intervals.soon;
    request(m_state);
}

void Poller::stop()
{
    m_state->running = false;
    m_state->requesting = false;
    m_state->again = false;
    m_state->due = false;
    ++m_state->serial;
    m_state->timer->disarm();
}

void Poller::refresh()
{
    if (m_state->requesting) {
        m_state->again = true;
        return;
    }
    m_state->running = true;
    m_state->delay = m_state->intervals.soon;
    request(m_state);
}

void Poller::setWatched(bool watched)
{
    if (m_state->watched == watched)
        return;
    m_state->watched = watched;
    if (watched && m_state->due && !m_state->requesting)
        request(m_state);
}

bool Poller::isRunning() const
{
    return m_state->running;
}

bool Poller::isRequesting() const
{
    return m_state->requesting;
}

std::chrono::milliseconds Poller::delay() const
{
    return m_state->delay;
}

void Poller::request(const std::shared_ptr<State> &state)
{
    if (!state->running)
        return;
    state->timer->disarm();
    if (!state->watched) {
        state->due = true;
        return;
    }
    state->due = false;
    state->requesting = true;
    const int serial = ++state->serial;
    state->request([weak = std::weak_ptr(state), serial](Outcome outcome) {
        if (const auto alive = weak.lock())
            done(alive, serial, outcome);
    });
}

void Poller::done(const std::shared_ptr<State> &state, int serial, Outcome outcome)
{
    if (serial != state->serial || !state->requesting)
        return;
    state->requesting = false;
    const Intervals &intervals = state->intervals;
    const auto slower = [&](std::chrono::milliseconds limit) {
        const auto grown = std::chrono::milliseconds(qint64(double(state->delay.count()) * intervals.growth));
        return std::clamp(grown, std::min(intervals.soon, limit), limit);
    };
    switch (outcome) {
    case Outcome::Changed:
        state->delay = intervals.soon;
        break;
    case Outcome::Same:
        state->delay = slower(intervals.idle);
        break;
    case Outcome::Unreachable:
        state->delay = slower(intervals.slowest);
        break;
    case Outcome::Stop:
        state->running = state->again;
        break;
    }
    if (!state->running)
        return;
    // Never called from inside `request`, because an immediate reply must not recurse.
    const auto delay = state->again ? std::chrono::milliseconds(0) : state->delay;
    state->again = false;
    state->timer->arm(delay, [weak = std::weak_ptr(state)] {
        if (const auto alive = weak.lock())
            request(alive);
    });
}

} // namespace Roost::Items
