// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/ranks/runranks.h"

#include "models/items/ranks/ranksteps.h"
#include "models/items/ranks/ranktext.h"

#include <chrono>

namespace Roost::Items {

using namespace std::chrono_literals;

RunRanks::RunRanks(RunDocument *run, QObject *parent, std::unique_ptr<PollTimer> timer)
    : QObject(parent)
    , m_run(run)
    , m_query(run, nullptr, std::move(timer))
{
    m_clock.setInterval(1s);
    connect(&m_clock, &QTimer::timeout, this, [this] { m_model.setNow(now()); });
    connect(&m_query, &ActivityQuery::changed, this, &RunRanks::refresh);
    connect(&m_query, &ActivityQuery::unchanged, this, &RunRanks::refreshRows);
    connect(run, &RunDocument::runChanged, this, &RunRanks::refresh);
    // Many metrics grow at the same time.
    m_metricsTimer.setSingleShot(true);
    m_metricsTimer.setInterval(200ms);
    connect(&m_metricsTimer, &QTimer::timeout, this, &RunRanks::refresh);
    connect(run->metrics(), &MetricsBoard::grown, this, [this](const QString &key) {
        if (rankKeyOf(key) && !m_metricsTimer.isActive())
            m_metricsTimer.start();
    });
    refresh();
}

QString RunRanks::stallText() const
{
    return RankText::stall(m_stalls, activity());
}

void RunRanks::setWatched(bool watched)
{
    m_query.setWatched(watched);
    if (watched)
        m_clock.start();
    else
        m_clock.stop();
}

void RunRanks::refresh()
{
    m_ended.clear();
    for (const RankOutcome &outcome : m_run->run().ranks) {
        if (const auto ended = toTimePoint(outcome.ended))
            m_ended.insert(outcome.rank, *ended);
    }
    m_timeline.setActivity(activity());
    refreshSteps();
    refreshRows();
    Q_EMIT changed();
}

void RunRanks::refreshSteps()
{
    QMap<QString, StepTimes> metrics;
    for (const QString &key : m_run->metrics()->keys()) {
        const auto rank = rankKeyOf(key);
        const MetricSeries *series = rank ? m_run->metrics()->series(key) : nullptr;
        if (!series)
            continue;
        QList<TimePoint> &times = metrics[rank->name][rank->rank];
        for (const MetricSeries::Sample &sample : series->samples())
            times += timePointFromMs(sample.timestamp);
    }
    m_steps = withSteps(activity(), metrics);
}

void RunRanks::refreshRows()
{
    findStalls();
    m_model.setRows(rankRows(m_run->run(), activity(), m_stalls, now()));
    m_model.setNow(now());
}

void RunRanks::findStalls()
{
    // If the back end does not report processes, a rank with a log runs as long as the run does.
    QSet<int> running;
    if (m_run->run().status == RunStatus::Running && m_timeline.count() > 1) {
        for (const LogActivity &log : activity().logs) {
            if (log.rank && !m_ended.contains(*log.rank))
                running += *log.rank;
        }
    }
    // Uses the time of the reply: if no replies arrive, the connection has stalled, not the ranks.
    auto stalls = stalledRanks(activity(), running, activity().now);
    if (stalls == m_stalls)
        return;
    m_stalls = std::move(stalls);
    Q_EMIT stallsChanged();
}

} // namespace Roost::Items
