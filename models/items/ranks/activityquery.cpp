// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/ranks/activityquery.h"

#include "models/items/ranks/sizefeed.h"

#include <chrono>

namespace Roost::Items {

using namespace std::chrono_literals;

namespace {

// At an interval of one second a list looks live. A quiet run is queried less often, but still often enough to notice
// soon that it hangs.
constexpr Poller::Intervals Intervals{.soon = 1000ms, .idle = 5000ms, .slowest = 30000ms, .growth = 1.3};
constexpr auto CatchUp = 50ms;

} // namespace

ActivityQuery::ActivityQuery(RunDocument *run, QObject *parent, std::unique_ptr<PollTimer> timer)
    : QObject(parent)
    , m_run(run)
    , m_poller([this](const std::function<void(Poller::Outcome)> &done) { request(done); }, Intervals, std::move(timer))
{
    m_poller.setWatched(false);
    connect(run, &RunDocument::runChanged, this, &ActivityQuery::runChanged);
    connect(run, &RunDocument::stateChanged, this, &ActivityQuery::runChanged);
    runChanged();
}

ActivityQuery::~ActivityQuery() = default;

std::optional<TimePoint> ActivityQuery::now() const
{
    if (!m_known)
        return {};
    const std::chrono::milliseconds sinceAnswer(m_run->isActive() ? m_sinceAnswer.elapsed() : 0);
    return m_activity.now + sinceAnswer;
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
    else if (!m_run->isActive() && !m_final)
        m_poller.refresh();
}

void ActivityQuery::request(const std::function<void(Poller::Outcome)> &done)
{
    ActivityFeed *feed = m_run->session().activity();
    if (!feed) {
        if (!m_sizes)
            m_sizes = std::make_unique<SizeFeed>(*m_run);
        feed = m_sizes.get();
    }
    m_final = !m_run->isActive();
    m_query.watch(feed->activity(m_run->runId(), m_activity.cursor), [this, done](Result<RunActivity> news) {
        if (news) {
            done(onActivity(std::move(*news)));
            return;
        }
        // NotFound: another program logged the run, or the service is older. There is no activity then, which is not an
        // error.
        done(news.error().kind == ErrorKind::NotFound ? Poller::Outcome::Stop : Poller::Outcome::Unreachable);
    });
}

Poller::Outcome ActivityQuery::onActivity(RunActivity news)
{
    const bool differs = !m_known || news.isFull || !news.logs.isEmpty();
    const bool isBehind = news.pending > 0;
    m_activity = merged(std::move(m_activity), std::move(news));
    m_known = true;
    m_sinceAnswer.start();
    if (differs)
        Q_EMIT changed();
    else
        Q_EMIT unchanged();
    if (isBehind) {
        QTimer::singleShot(CatchUp, this, [this] { m_poller.refresh(); });
        return Poller::Outcome::Changed;
    }
    if (m_final && !m_run->isActive())
        return Poller::Outcome::Stop;
    return differs ? Poller::Outcome::Changed : Poller::Outcome::Same;
}

} // namespace Roost::Items
