// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/openrun/activityquery.h"

#include "models/items/openrun/sizefeed.h"

#include <chrono>

namespace Roost::Items {

using namespace std::chrono_literals;

namespace {

// A second is what people take for "live" in a list; a quiet run is asked less often, though it may be quiet because
// it hangs, which is to be told soon.
constexpr Poller::Pace Pace{.soon = 1000ms, .idle = 5000ms, .slowest = 30000ms, .growth = 1.3};
constexpr auto CatchUp = 50ms;

} // namespace

ActivityQuery::ActivityQuery(RunDocument *run, QObject *parent, std::unique_ptr<PollTimer> timer)
    : QObject(parent)
    , m_run(run)
    , m_poller([this](const std::function<void(Poller::Outcome)> &done) { ask(done); }, Pace, std::move(timer))
{
    m_poller.setWatched(false);
    connect(run, &RunDocument::runChanged, this, &ActivityQuery::runChanged);
    connect(run, &RunDocument::stateChanged, this, &ActivityQuery::runChanged);
    runChanged();
}

ActivityQuery::~ActivityQuery() = default;

qint64 ActivityQuery::now() const
{
    return m_known ? m_activity.now + (m_run->isActive() ? m_taken.elapsed() : 0) : 0;
}

bool ActivityQuery::isCounted() const
{
    return m_known && !m_sizes;
}

void ActivityQuery::setWatched(bool watched)
{
    m_poller.setWatched(watched);
}

void ActivityQuery::runChanged()
{
    if (!m_run->hasContent() || !m_run->session().runHistory())
        return;
    if (!m_poller.isRunning() && (m_run->isActive() || !m_known))
        m_poller.start();
    else if (!m_run->isActive() && !m_last)
        m_poller.refresh();
}

void ActivityQuery::ask(const std::function<void(Poller::Outcome)> &done)
{
    ActivityFeed *feed = m_run->session().activity();
    if (!feed) {
        if (!m_sizes)
            m_sizes = std::make_unique<SizeFeed>(*m_run);
        feed = m_sizes.get();
    }
    m_last = !m_run->isActive();
    m_asking.watch(feed->activity(m_run->runId(), m_activity.cursor), [this, done](Result<RunActivity> news) {
        if (news) {
            done(take(std::move(*news)));
            return;
        }
        // A run that was logged from elsewhere, or an older service: nothing to see, and nothing to complain of.
        done(news.error().kind == ErrorKind::NotFound ? Poller::Outcome::Stop : Poller::Outcome::Unreachable);
    });
}

Poller::Outcome ActivityQuery::take(RunActivity news)
{
    const bool differs = !m_known || news.anew || !news.logs.isEmpty();
    const bool isBehind = news.pending > 0;
    m_activity = merged(std::move(m_activity), std::move(news));
    m_known = true;
    m_taken.start();
    if (differs)
        Q_EMIT changed();
    else
        Q_EMIT unchanged();
    if (isBehind) {
        QTimer::singleShot(CatchUp, this, [this] { m_poller.refresh(); });
        return Poller::Outcome::Changed;
    }
    if (m_last && !m_run->isActive())
        return Poller::Outcome::Stop;
    return differs ? Poller::Outcome::Changed : Poller::Outcome::Same;
}

} // namespace Roost::Items
