// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <utility>

namespace Roost::Items {

/// The timer of a Poller. Tests pass one that they advance by hand.
class PollTimer
{
public:
    virtual ~PollTimer() = default;
    /// Calls `due` once after `delay`, from the event loop; replaces an earlier timer.
    virtual void arm(std::chrono::milliseconds delay, std::function<void()> due) = 0;
    virtual void disarm() = 0;
};

/// A PollTimer on the event loop of this thread.
std::unique_ptr<PollTimer> eventLoopTimer();

/// Repeats one request. At most one request is in flight, the interval grows while nothing changes or no reply arrives,
/// and no request is sent while the Poller is not watched. The owner stores the request itself (a PendingReply).
class Poller
{
public:
    enum class Outcome {
        Changed,     // the next request follows soon
        Same,        // the interval grows
        Unreachable, // the interval grows further
        Stop,        // no further request; start() or refresh() resumes
    };

    struct Intervals
    {
        std::chrono::milliseconds soon{2000};
        std::chrono::milliseconds idle{15000};
        std::chrono::milliseconds slowest{60000};
        double growth = 1.5;
    };

    /// Must call `done` exactly once, immediately or later. Calls after the Poller was destroyed are ignored.
    using Request = std::function<void(std::function<void(Outcome)> done)>;

    Poller(Request request, Intervals intervals, std::unique_ptr<PollTimer> timer = eventLoopTimer());
    explicit Poller(Request request)
        : Poller(std::move(request), Intervals{})
    {
    }
    ~Poller();
    Poller(const Poller &) = delete;
    Poller &operator=(const Poller &) = delete;

    /// Sends a request at once and starts polling.
    void start();
    /// Stops polling and ignores the reply to the request in flight.
    void stop();
    /// Sends a request at once, or right after the request that is in flight.
    void refresh();
    /// While the Poller is not watched, no request is sent. A request that became due in the meantime is sent as soon
    /// as the Poller is watched again.
    void setWatched(bool watched);

    bool isRunning() const;
    bool isRequesting() const;
    /// The last scheduled delay before a request.
    std::chrono::milliseconds delay() const;

private:
    struct State;
    static void request(const std::shared_ptr<State> &state);
    static void done(const std::shared_ptr<State> &state, int serial, Outcome outcome);

    std::shared_ptr<State> m_state;
};

} // namespace Roost::Items
