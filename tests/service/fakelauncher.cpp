// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/service/fakelauncher.h"

#include <QTimer>

#include <csignal>

using namespace Qt::StringLiterals;

namespace Roost::Service {

using namespace Launch;

void FakeCluster::report(const QString &stateFolder, const LaunchEvents &events)
{
    jobs[stateFolder].events = events;
    const auto all = handles;
    for (const auto &handle : all) {
        if (handle && handle->ticket().stateFolder == stateFolder)
            handle->report(events);
    }
}

void FakeCluster::cancel(const QString &stateFolder)
{
    if (!jobs.contains(stateFolder))
        return;
    ++jobs[stateFolder].cancels;
    if (playsCommands && !jobs[stateFolder].events.outcome)
        report(stateFolder, endedEvents(LaunchOutcome::Canceled));
}

FakeLaunch::FakeLaunch(std::shared_ptr<FakeCluster> cluster, LaunchTicket ticket, Allocation allocation)
    : LaunchHandle(std::move(ticket))
    , m_cluster(std::move(cluster))
    , m_allocation(std::move(allocation))
{
}

void FakeLaunch::cancel()
{
    QTimer::singleShot(0, this, [this] { m_cluster->cancel(ticket().stateFolder); });
}

void FakeLaunch::report(const LaunchEvents &events)
{
    if (events.outcome || !events.supervisor)
        Q_EMIT ended(events);
    else
        Q_EMIT changed(events);
}

ComputeCapacity FakeLauncher::capacity(const QString &compute) const
{
    const ResourcePool &pool = m_cluster->pool;
    return {pool.machine().summary(),   pool.machine().cores, int(pool.machine().gpus.size()),
            pool.machine().slotCount(), pool.slotsInUse(),    pool.busyNodes(compute)};
}

std::expected<Allocation, Shortage> FakeLauncher::allocate(const ResourceRequest &request)
{
    return m_cluster->pool.allocate(request);
}

Result<std::unique_ptr<LaunchHandle>> FakeLauncher::start(const LaunchPlan &plan, const Allocation &allocation,
                                                          const QProcessEnvironment &)
{
    if (!m_cluster->startError.isEmpty())
        return failure(ErrorKind::Failed, m_cluster->startError);
    m_cluster->jobs[plan.stateFolder] = {plan, startedEvents(0), 0};
    if (m_cluster->playsCommands) {
        QTimer::singleShot(0, [cluster = m_cluster, plan] {
            cluster->report(plan.stateFolder, startedEvents());
            if (!plan.command.startsWith(u"exit "_s))
                return;
            const int code = plan.command.section(u' ', 1).toInt();
            cluster->report(plan.stateFolder,
                            endedEvents(code == 0 ? LaunchOutcome::Completed : LaunchOutcome::Failed, code));
        });
    }
    return handleOf({plan.stateFolder, {}}, allocation);
}

bool FakeLauncher::wasStarted(const LaunchTicket &ticket) const
{
    return m_cluster->jobs.contains(ticket.stateFolder);
}

std::unique_ptr<LaunchHandle> FakeLauncher::adopt(const LaunchTicket &ticket)
{
    auto handle = handleOf(ticket, m_cluster->pool.adopt(ticket.resources));
    auto *fake = static_cast<FakeLaunch *>(handle.get());
    QTimer::singleShot(
        0, fake, [fake, cluster = m_cluster] { fake->report(cluster->jobs.value(fake->ticket().stateFolder).events); });
    return handle;
}

Result<QList<RankStacks>> FakeLauncher::takeStacks(const LaunchTicket &ticket) const
{
    const LaunchEvents events = m_cluster->jobs.value(ticket.stateFolder).events;
    QList<RankStacks> stacks;
    for (const RankOutcome &rank : events.ranks) {
        if (!rank.ended.isValid())
            stacks += {rank.rank, u"train.py:1"_s};
    }
    if (stacks.isEmpty())
        return failure(ErrorKind::Conflict, u"No rank is running."_s);
    return stacks;
}

std::unique_ptr<LaunchHandle> FakeLauncher::handleOf(const LaunchTicket &ticket, const Allocation &allocation)
{
    auto handle = std::make_unique<FakeLaunch>(m_cluster, ticket, allocation);
    m_cluster->handles += handle.get();
    return handle;
}

LaunchEvents startedEvents(int ranks)
{
    LaunchEvents events;
    events.supervisor = Process::ProcessKey{1, 1};
    for (int rank = 0; rank < ranks; ++rank) {
        RankOutcome outcome;
        outcome.rank = rank;
        outcome.started = QDateTime::currentDateTimeUtc();
        events.ranks += outcome;
    }
    return events;
}

LaunchEvents endedEvents(LaunchOutcome outcome, int exitCode)
{
    LaunchEvents events = startedEvents();
    events.ended = QDateTime::currentDateTimeUtc();
    events.ranks.first().ended = events.ended;
    if (outcome == LaunchOutcome::Canceled)
        events.ranks.first().signal = SIGTERM;
    else
        events.ranks.first().exitCode = exitCode;
    if (outcome == LaunchOutcome::Failed)
        events.firstFailed = 0;
    events.outcome = outcome;
    return events;
}

} // namespace Roost::Service
