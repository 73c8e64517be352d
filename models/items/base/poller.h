// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>
#include <memory>

namespace Roost::Items {

/// What a Poller waits with; a test hands in one that it steps by hand.
class PollTimer
{
public:
    virtual ~PollTimer() = default;
    /// Calls `due` once after `delay`, from the event loop; replaces what was armed before.
    virtual void arm(std::chrono::milliseconds delay, std::function<void()> due) = 0;
    virtual void disarm() = 0;
};

/// A PollTimer on the event loop of this thread.
std::unique_ptr<PollTimer> eventLoopTimer();

/// Asks the same question again and again: one in flight at a time, slower while nothing changes or
/// nobody answers, not at all while nobody looks. The owner keeps the question itself (a Pending).
class Poller
{
public:
    enum class Outcome {
        Changed,     // ask again soon
        Same,        // ask again, later each time
        Unreachable, // back off
        Stop,        // asking again will not help; start() or refresh() begins anew
    };

    struct Pace
    {
        std::chrono::milliseconds soon{2000};
        std::chrono::milliseconds idle{15000};
        std::chrono::milliseconds slowest{60000};
        double growth = 1.5;
    };

    /// Must end in exactly one call of `done`, now or later; calls after the Poller's death are ignored.
    using Ask = std::function<void(std::function<void(Outcome)> done)>;

    Poller(Ask ask, Pace pace, std::unique_ptr<PollTimer> timer = eventLoopTimer());
    explicit Poller(Ask ask)
        : Poller(std::move(ask), Pace{})
    {
    }
    ~Poller();
    Poller(const Poller &) = delete;
    Poller &operator=(const Poller &) = delete;

    /// Asks at once and goes on.
    void start();
    /// Forgets the question in flight.
    void stop();
    /// Asks at once; where a question is in flight already, once more after it.
    void refresh();
    /// While nobody watches no new question is asked; the first look asks at once.
    void setWatched(bool watched);

    bool isRunning() const;
    bool isAsking() const;
    /// Until the next question, as last armed.
    std::chrono::milliseconds delay() const;

private:
    struct State;
    static void ask(const std::shared_ptr<State> &state);
    static void done(const std::shared_ptr<State> &state, int serial, Outcome outcome);

    std::shared_ptr<State> m_state;
};

} // namespace Roost::Items
