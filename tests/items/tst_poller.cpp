// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/base/poller.h"

#include <QTest>

#include <optional>
#include <utility>

using namespace Roost;
using namespace Roost::Items;
using namespace std::chrono_literals;
using Outcome = Poller::Outcome;

namespace {

// A clock that the test advances.
struct Clock
{
    std::chrono::milliseconds now{0};
    std::optional<std::chrono::milliseconds> at;
    std::function<void()> due;

    void step(std::chrono::milliseconds by)
    {
        now += by;
        if (at && *at <= now) {
            at.reset();
            const auto call = due;
            call();
        }
    }
};

class SteppedTimer : public PollTimer
{
public:
    explicit SteppedTimer(Clock &clock)
        : m_clock(clock)
    {
    }
    void arm(std::chrono::milliseconds delay, std::function<void()> due) override
    {
        m_clock.at = m_clock.now + delay;
        m_clock.due = std::move(due);
    }
    void disarm() override { m_clock.at.reset(); }

private:
    Clock &m_clock;
};

struct Requests
{
    QList<std::function<void(Outcome)>> pending;
    Poller::Request request()
    {
        return [this](std::function<void(Outcome)> done) { pending.append(std::move(done)); };
    }
    void answer(Outcome outcome) { pending.last()(outcome); }
};

constexpr Poller::Intervals Pace{2s, 10s, 60s, 2.0};

} // namespace

class TestPoller : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void requestsAtOnceAndOneAtATime();
    void slowsDownWhileNothingChanges();
    void backsOffWithoutReplies();
    void stopsOnPermanentErrors();
    void pausesWhileHidden();
    void refreshDuringARequestSendsAnotherOne();
    void lateRepliesAreIgnored();
    void mayBeDeletedDuringARequest();
};

void TestPoller::requestsAtOnceAndOneAtATime()
{
    Clock clock;
    Requests requests;
    Poller poller(requests.request(), Pace, std::make_unique<SteppedTimer>(clock));
    poller.start();
    QCOMPARE(requests.pending.size(), 1);
    clock.step(100s);
    QCOMPARE(requests.pending.size(), 1);
    requests.answer(Outcome::Changed);
    clock.step(1999ms);
    QCOMPARE(requests.pending.size(), 1);
    clock.step(1ms);
    QCOMPARE(requests.pending.size(), 2);
}

void TestPoller::slowsDownWhileNothingChanges()
{
    Clock clock;
    Requests requests;
    Poller poller(requests.request(), Pace, std::make_unique<SteppedTimer>(clock));
    poller.start();
    for (const auto expected : {4s, 8s, 10s, 10s}) {
        requests.answer(Outcome::Same);
        QCOMPARE(poller.delay(), std::chrono::milliseconds(expected));
        clock.step(expected);
    }
    requests.answer(Outcome::Changed);
    QCOMPARE(poller.delay(), std::chrono::milliseconds(2s));
}

void TestPoller::backsOffWithoutReplies()
{
    Clock clock;
    Requests requests;
    Poller poller(requests.request(), Pace, std::make_unique<SteppedTimer>(clock));
    poller.start();
    for (const auto expected : {4s, 8s, 16s, 32s, 60s, 60s}) {
        requests.answer(Outcome::Unreachable);
        QCOMPARE(poller.delay(), std::chrono::milliseconds(expected));
        clock.step(expected);
    }
    QCOMPARE(requests.pending.size(), 7);
}

void TestPoller::stopsOnPermanentErrors()
{
    Clock clock;
    Requests requests;
    Poller poller(requests.request(), Pace, std::make_unique<SteppedTimer>(clock));
    poller.start();
    requests.answer(Outcome::Stop);
    QVERIFY(!poller.isRunning());
    clock.step(1000s);
    QCOMPARE(requests.pending.size(), 1);
    poller.refresh();
    QCOMPARE(requests.pending.size(), 2);
    QVERIFY(poller.isRunning());
}

void TestPoller::pausesWhileHidden()
{
    Clock clock;
    Requests requests;
    Poller poller(requests.request(), Pace, std::make_unique<SteppedTimer>(clock));
    poller.start();
    requests.answer(Outcome::Changed);
    poller.setWatched(false);
    clock.step(1000s);
    QCOMPARE(requests.pending.size(), 1);
    poller.setWatched(true);
    QCOMPARE(requests.pending.size(), 2);
    // Not due yet, so a new watcher causes no request.
    requests.answer(Outcome::Changed);
    poller.setWatched(false);
    poller.setWatched(true);
    QCOMPARE(requests.pending.size(), 2);
}

void TestPoller::refreshDuringARequestSendsAnotherOne()
{
    Clock clock;
    Requests requests;
    Poller poller(requests.request(), Pace, std::make_unique<SteppedTimer>(clock));
    poller.start();
    poller.refresh();
    poller.refresh();
    QCOMPARE(requests.pending.size(), 1);
    requests.answer(Outcome::Stop);
    clock.step(0ms);
    QCOMPARE(requests.pending.size(), 2);
    requests.answer(Outcome::Stop);
    clock.step(1000s);
    QCOMPARE(requests.pending.size(), 2);
}

void TestPoller::lateRepliesAreIgnored()
{
    Clock clock;
    Requests requests;
    Poller poller(requests.request(), Pace, std::make_unique<SteppedTimer>(clock));
    poller.start();
    poller.stop();
    requests.pending.first()(Outcome::Changed);
    clock.step(1000s);
    QCOMPARE(requests.pending.size(), 1);
    poller.start();
    QCOMPARE(requests.pending.size(), 2);
    requests.pending.first()(Outcome::Stop);
    QVERIFY(poller.isRequesting());
}

void TestPoller::mayBeDeletedDuringARequest()
{
    Clock clock;
    Requests requests;
    {
        Poller poller(requests.request(), Pace, std::make_unique<SteppedTimer>(clock));
        poller.start();
    }
    requests.answer(Outcome::Changed);
    QVERIFY(!clock.at);
}

QTEST_GUILESS_MAIN(TestPoller)
#include "tst_poller.moc"
