// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/jobs/jobcontext.h"
#include "models/service/jobs/jobrecord.h"
#include "models/service/launch/launcher.h"

#include <QObject>

#include <memory>

namespace Roost::Service::Store {
class WorkspaceStore;
} // namespace Roost::Service::Store

namespace Roost::Service::Jobs {

/// Runs command jobs by a launcher: one state machine a job (jobtransitions.h), every step in the database before it is
/// acted on. NotStarted -> Preparing (environment) -> Queued (resources) -> Starting -> Running -> Finalizing ->
/// Completed, Failed or Canceled. Lives in the main thread with its event loop; the calls marked so are for any thread.
class JobScheduler : public QObject
{
    Q_OBJECT

public:
    /// `store` outlives this object.
    JobScheduler(Store::WorkspaceStore &store, std::unique_ptr<Launch::Launcher> launcher, const JobSettings &settings,
                 QObject *parent = nullptr);
    ~JobScheduler() override;

    /// Once, in the main thread, when the service listens: adopts what an earlier service left, and begins.
    /// `baseUrl` ("http://127.0.0.1:PORT") and `token` are what scripts get for their MLflow client. What is
    /// submitted before waits until then. Of what was left, `held` are not begun: they wait, and say so, until
    /// `proceed` or `cancel`.
    void start(const QString &baseUrl, const QString &token, const QStringList &held = {});

    /// Any thread. Makes the run (`job.name` is its id, invented where empty) and the job in one transaction. What
    /// `job.environment` names must be looked up already: its image and condaYaml say what to make, both empty
    /// is the machine's own python. `codeHash` names the folder below code/, empty for no code. `submitted` is stored
    /// unchanged and returned with the job. Conflict when the id is taken, Rejected when the job cannot be.
    Result<JobRecord> submit(Job job, const QString &codeHash, const QByteArray &submitted = {});

    /// Any thread. The wish is in the database when this returns; the status follows. A job that is over stays as it
    /// is.
    Result<bool> cancel(const QString &runId);

    /// Any thread. Removes a job that is over: its folder, then all that the database knows of the run. Conflict
    /// while it is not over.
    Result<bool> remove(const QString &runId);

    /// Any thread. Starts a job that was held at the start (see `start`). Conflict where it is not.
    Result<bool> proceed(const QString &runId);

    /// Any thread; blocks for as long as the ranks' stacks take. Writes where each rank that runs stands now into
    /// logs/stacks_rank_R_TIME.txt of the run and gives the paths, relative to the run. Conflict while nothing runs.
    Result<QStringList> takeStacks(const QString &runId);

    /// Any thread.
    Result<JobRecord> find(const QString &runId) const;

    /// Any thread: jobs that are not over.
    int activeCount() const;
    /// Any thread: what a compute offers, and how much of it runs something. An empty name, or "local", is this
    /// machine.
    Launch::ComputeCapacity capacity(const QString &compute = {}) const;

Q_SIGNALS:
    /// In the main thread: a job that was held starts by itself from now on.
    void released(const QString &runId);
    /// In the main thread, after the change was committed and the hub was told.
    void changed(const QString &runId);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Roost::Service::Jobs
