// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/jobs/jobrun.h"

#include "models/process/orphans.h"
#include "models/process/processwatch.h"
#include "models/service/jobs/command.h"
#include "models/service/jobs/notebook.h"
#include "models/service/jobs/runpython.h"
#include "models/service/jobs/torchrunsettings.h"
#include "models/service/jobs/trainingenvironment.h"
#include "models/service/launch/local/startsupervisor.h"
#include "models/service/store/assets/computestore.h"
#include "models/service/store/workspace/workspacestore.h"

#include <QFileInfo>
#include <QThreadPool>

using namespace Qt::StringLiterals;

// From NotStarted to a supervisor that has the run.
namespace Roost::Service::Jobs {

using namespace Process;
using namespace Environments;
using namespace Launch;
using namespace Store;

void JobRun::prepare()
{
    m_context.places.release(m_record.job.name);
    if (leaveIfCanceled())
        return;
    if (!commit(RunStatus::Preparing, now())) {
        QTimer::singleShot(BetweenAttempts, this, &JobRun::prepare);
        return;
    }
    if (const auto made = m_folder.make(); !made) {
        fail(made.error().text);
        return;
    }
    if (m_record.codeHash.isEmpty()) {
        realise();
        return;
    }
    const Promise<bool> promise;
    m_copying.watch(promise.future(), [this](const Result<bool> &copied) {
        if (copied)
            realise();
        else
            fail(copied.error().text);
    });
    const QString code = m_context.store.folder().code(m_record.codeHash);
    QThreadPool::globalInstance()->start([promise, code, folder = m_folder] {
        promise.resolve(folder.fill(code, [&promise] { return promise.isCanceled(); }));
    });
}

void JobRun::realise()
{
    if (!m_context.store.whyMoved().isEmpty())
        return;
    m_realising.watch(m_context.realiser.realise(m_record.job.environment, m_folder.buildLog()),
                      [this](const Result<PreparedEnvironment> &made) {
                          if (!made) {
                              fail(made.error().text);
                              return;
                          }
                          const auto own = environmentOfRun(*made, m_folder.state() + u"/python"_s);
                          if (!own) {
                              fail(own.error().text);
                              return;
                          }
                          m_environment = *own;
                          m_command = m_record.job.command;
                          isNotebook(m_command) ? settleNotebook() : settle();
                      });
}

void JobRun::settleNotebook()
{
    m_settlingNotebook.watch(notebookCommand(m_command, plan().environment, launchMark(m_folder.state())),
                             [this](const Result<QString> &command) {
                                 if (!command) {
                                     fail(command.error().text);
                                     return;
                                 }
                                 m_command = *command;
                                 settle();
                             });
}

// A command that starts torchrun has to tell it what this build of PyTorch cannot do.
void JobRun::settle()
{
    if (!mayStartTorchrun(m_command)) {
        wait();
        return;
    }
    const auto variables = plan().environment;
    m_settling.watch(torchrunSettings(variables, launchMark(m_folder.state())),
                     [this](const Result<StringMap> &settings) {
                         if (settings)
                             m_environment.variables.insert(*settings);
                         // Launchers of several nodes meet in one file, those of one in a file of their own.
                         if (settings && !settings->isEmpty() && m_record.job.instanceCount > 1)
                             m_environment.variables[u"PET_RDZV_ENDPOINT"_s] = m_folder.state() + u"/torchrun"_s;
                         wait();
                     });
}

void JobRun::wait()
{
    m_waiting = true;
    Q_EMIT wantsSlots();
}

Demand JobRun::demand() const
{
    Demand demand;
    demand.runId = m_record.job.name;
    demand.processes = m_record.processCount();
    demand.nodes = m_record.job.instanceCount;
    if (!isLocalCompute(m_record.job.compute)) {
        demand.compute = m_record.job.compute;
        const auto compute = ComputeStore(m_context.store.database()).compute(demand.compute);
        demand.maxNodes = compute ? compute->maxNodes : 0;
    }
    demand.gpus = m_record.gpus;
    return demand;
}

void JobRun::setQueueReason(const QString &reason)
{
    if (m_record.status == RunStatus::Queued && m_record.queueReason == reason)
        return;
    m_record.queueReason = reason;
    commit(RunStatus::Queued, now());
}

void JobRun::launch(const QList<int> &gpus)
{
    m_waiting = false;
    m_record.gpus = gpus;
    m_record.queueReason.clear();
    if (commit(RunStatus::Starting, now())) {
        startSupervisor();
        return;
    }
    m_context.places.release(m_record.job.name);
    QTimer::singleShot(BetweenAttempts, this, &JobRun::wait);
}

LaunchPlan JobRun::plan() const
{
    LaunchPlan plan;
    plan.runId = m_record.job.name;
    plan.workingFolder = m_folder.snapshot();
    plan.stateFolder = m_folder.state();
    plan.environment = trainingEnvironment(m_record.job, m_context.store.folder(), m_environment, m_context.baseUrl);
    plan.distribution = m_record.job.distribution;
    plan.nodeCount = m_record.job.instanceCount;
    plan.logFiles = m_folder.driverLogs(plan.distribution, m_record.processCount());
    if (plan.distribution.type == Distribution::Type::Mpi)
        plan.launcherLog = m_folder.mpiLog();
    for (const int gpu : m_record.gpus)
        plan.devices += m_context.settings.machine.device(gpu);
    plan.graceSeconds = m_context.settings.graceSeconds;
    plan.timeLimitSeconds = m_record.job.timeoutSeconds;
    return plan;
}

void JobRun::startSupervisor()
{
    const auto command = bindCommand(m_command, m_record.job.inputs, m_folder.path);
    if (!command) {
        fail(command.error().text);
        return;
    }
    for (const QString &output : command->outputs) {
        const QFileInfo info(output);
        const QString folder = m_record.isFileOutput(info.fileName()) ? info.path() : output;
        if (const auto made = m_folder.makeFolder(folder.sliced(m_folder.path.size() + 1)); !made) {
            fail(u"The output %1 cannot be made: %2"_s.arg(output, made.error().text));
            return;
        }
    }
    auto launchPlan = plan();
    launchPlan.command = command->line;
    if (const auto saved = launchPlan.save(m_folder.launchFile()); !saved) {
        fail(saved.error().text);
        return;
    }
    const auto pid = Launch::startSupervisor(m_context.settings.serviceProgram, m_folder.launchFile(),
                                             supervisorEnvironment(m_context.token));
    if (!pid) {
        fail(pid.error().text);
        return;
    }
    Orphans::isOwnChild(*pid);
    watchSupervisor(processKey(*pid).value_or(ProcessKey{*pid, 0}));
    watch();
}

} // namespace Roost::Service::Jobs
