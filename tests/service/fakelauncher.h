// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/launch/launcher.h"
#include "models/service/launch/local/resourcepool.h"

#include <QHash>
#include <QList>
#include <QPointer>

#include <memory>

namespace Roost::Service {

class FakeLaunch;

/// The launches that all launchers of a test share, with their states, because a cluster outlives the service.
struct FakeCluster
{
    struct Job
    {
        Launch::LaunchPlan plan;
        Launch::LaunchEvents events;
        int cancels = 0;
    };

    explicit FakeCluster(int cores = 2, const QStringList &gpus = {})
        : pool(Launch::Machine{cores, 0, gpus, {}})
    {
    }

    Launch::ResourcePool pool;
    /// The key is the state folder.
    QHash<QString, Job> jobs;
    QList<QPointer<FakeLaunch>> handles;
    /// The error of the next starts; if it is empty, they succeed.
    QString startError;
    /// If true, jobs execute their command ("exit N", or "sleep" until they are canceled); if false, only the test
    /// changes them.
    bool playsCommands = false;

    /// Sets the events of a job and reports them to the handles that are connected to it.
    void report(const QString &stateFolder, const Launch::LaunchEvents &events);
    void cancel(const QString &stateFolder);
};

class FakeLaunch : public Launch::LaunchHandle
{
    Q_OBJECT

public:
    FakeLaunch(std::shared_ptr<FakeCluster> cluster, Launch::LaunchTicket ticket, Launch::Allocation allocation);
    void cancel() override;
    void report(const Launch::LaunchEvents &events);

private:
    std::shared_ptr<FakeCluster> m_cluster;
    Launch::Allocation m_allocation;
};

/// A launcher without processes.
class FakeLauncher : public Launch::Launcher
{
public:
    explicit FakeLauncher(std::shared_ptr<FakeCluster> cluster)
        : m_cluster(std::move(cluster))
    {
    }

    Launch::ComputeCapacity capacity(const QString &compute) const override;
    std::expected<Launch::Allocation, Launch::Shortage> allocate(const Launch::ResourceRequest &request) override;
    Result<std::unique_ptr<Launch::LaunchHandle>> start(const Launch::LaunchPlan &plan,
                                                        const Launch::Allocation &allocation,
                                                        const QProcessEnvironment &environment) override;
    bool wasStarted(const Launch::LaunchTicket &ticket) const override;
    std::unique_ptr<Launch::LaunchHandle> adopt(const Launch::LaunchTicket &ticket) override;
    Result<QList<Launch::RankStacks>> takeStacks(const Launch::LaunchTicket &ticket) const override;

private:
    std::unique_ptr<Launch::LaunchHandle> handleOf(const Launch::LaunchTicket &ticket,
                                                   const Launch::Allocation &allocation);

    std::shared_ptr<FakeCluster> m_cluster;
};

/// Returns the events of a run whose ranks have started.
Launch::LaunchEvents startedEvents(int ranks = 1);
/// Returns the events of a run that has ended, with the `exitCode` of rank 0 or with only the outcome.
Launch::LaunchEvents endedEvents(Launch::LaunchOutcome outcome, int exitCode = 0);

} // namespace Roost::Service
