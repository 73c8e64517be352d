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

/// Runs command jobs through a launcher: one state machine per job (jobtransitions.h), in which every step is stored in
/// the database before it is executed. NotStarted -> Preparing (environment) -> Queued (resources) -> Starting ->
/// Running -> Finalizing -> Completed, Failed or Canceled. Belongs to the main thread, which needs an event loop;
/// methods marked "Any thread" may be called from any thread.
class JobScheduler : public QObject
{
    Q_OBJECT

public:
    /// `store` must outlive this object.
    JobScheduler(Store::WorkspaceStore &store, std::unique_ptr<Launch::Launcher> launcher, const JobSettings &settings,
                 QObject *parent = nullptr);
    ~JobScheduler() override;

    /// Call once, in the main thread, when the service listens. Adopts the jobs of an earlier service and begins
    /// scheduling; jobs submitted before this call wait for it. Scripts receive `baseUrl` ("http://127.0.0.1:PORT") and
    /// `token` for their MLflow client. The adopted jobs in `held` are not begun: they wait until `proceed` or
    /// `cancel`, and show this as the reason.
    void start(const QString &baseUrl, const QString &token, const QStringList &held = {});

    /// Any thread. Creates the run (`job.name` is its id; generated if empty) and the job in one transaction. The name
    /// in `job.environment` must already be resolved: image and condaYaml define the environment, and if both are empty
    /// the environment is the machine's own python. `codeHash` is the name of the folder below code/; empty means no
    /// code. `submitted` is stored unchanged and returned with the job. Conflict if the id is taken, Rejected if the
    /// job cannot run.
    Result<JobRecord> submit(Job job, const QString &codeHash, const QByteArray &submitted = {});

    /// Any thread. The request to cancel is stored when this function returns; the status changes later. A job that is
    /// over is not changed.
    Result<void> cancel(const QString &runId);

    /// Any thread. Moves the run of a job that is over to the trash (models/service/store/upkeep/trash.h). Conflict if
    /// the job is not over.
    Result<void> remove(const QString &runId);

    /// Any thread. Starts a held job (see `start`). Conflict if the job is not held.
    Result<void> proceed(const QString &runId);

    /// Any thread; blocks until the stacks of the ranks are written. Writes the stacks of each running rank into
    /// logs/stacks_rank_R_TIME.txt of the run and returns the paths, relative to the run. Conflict if no rank is
    /// running.
    Result<QStringList> takeStacks(const QString &runId);

    /// Any thread.
    Result<JobRecord> find(const QString &runId) const;

    /// Any thread. Returns the number of jobs that are not over.
    int activeCount() const;
    /// Any thread. Returns the capacity of a compute, and the part in use. An empty name or "local" means this machine.
    Launch::ComputeCapacity capacity(const QString &compute = {}) const;

Q_SIGNALS:
    /// Emitted in the main thread when a job is no longer held.
    void released(const QString &runId);
    /// Emitted in the main thread, after the change was committed and the change hub was notified.
    void changed(const QString &runId);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Roost::Service::Jobs
