// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/base/poller.h"

#include <QTimer>

#include <algorithm>

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
            const auto call = due; // it may arm anew and so replace what runs
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
    Ask ask;
    Pace pace;
    std::unique_ptr<PollTimer> timer;
    std::chrono::milliseconds delay{0};
    int serial = 0; // of the question in flight; answers to older ones are ignored
    bool running = false;
    bool asking = false;
    bool again = false;
    bool watched = true;
    bool due = false; // a question fell due while nobody watched
};

Poller::Poller(Ask ask, Pace pace, std::unique_ptr<PollTimer> timer)
    : m_state(std::make_shared<State>())
{
    m_state->ask = std::move(ask);
    m_state->pace = pace;
    m_state->timer = std::move(timer);
    m_state->delay = pace.soon;
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
    m_state->delay = m_state->pace.soon;
    ask(m_state);
}

void Poller::stop()
{
    m_state->running = false;
    m_state->asking = false;
    m_state->again = false;
    m_state->due = false;
    ++m_state->serial;
    m_state->timer->disarm();
}

void Poller::refresh()
{
    if (m_state->asking) {
        m_state->again = true;
        return;
    }
    m_state->running = true;
    m_state->delay = m_state->pace.soon;
    ask(m_state);
}

void Poller::setWatched(bool watched)
{
    if (m_state->watched == watched)
        return;
    m_state->watched = watched;
    if (watched && m_state->due && !m_state->asking)
        ask(m_state);
}

bool Poller::isRunning() const
{
    return m_state->running;
}

bool Poller::isAsking() const
{
    return m_state->asking;
}

std::chrono::milliseconds Poller::delay() const
{
    return m_state->delay;
}

void Poller::ask(const std::shared_ptr<State> &state)
{
    if (!state->running)
        return;
    state->timer->disarm();
    if (!state->watched) {
        state->due = true;
        return;
    }
    state->due = false;
    state->asking = true;
    const int serial = ++state->serial;
    state->ask([weak = std::weak_ptr(state), serial](Outcome outcome) {
        if (const auto alive = weak.lock())
            done(alive, serial, outcome);
    });
}

void Poller::done(const std::shared_ptr<State> &state, int serial, Outcome outcome)
{
    if (serial != state->serial || !state->asking)
        return;
    state->asking = false;
    const Pace &pace = state->pace;
    const auto slower = [&](std::chrono::milliseconds limit) {
        const auto grown = std::chrono::milliseconds(qint64(double(state->delay.count()) * pace.growth));
        return std::clamp(grown, std::min(pace.soon, limit), limit);
    };
    switch (outcome) {
    case Outcome::Changed:
        state->delay = pace.soon;
        break;
    case Outcome::Same:
        state->delay = slower(pace.idle);
        break;
    case Outcome::Unreachable:
        state->delay = slower(pace.slowest);
        break;
    case Outcome::Stop:
        state->running = state->again;
        break;
    }
    if (!state->running)
        return;
    // Never from inside `ask`: an answer that is there at once must not recurse.
    const auto delay = state->again ? std::chrono::milliseconds(0) : state->delay;
    state->again = false;
    state->timer->arm(delay, [weak = std::weak_ptr(state)] {
        if (const auto alive = weak.lock())
            ask(alive);
    });
}

} // namespace Roost::Items
