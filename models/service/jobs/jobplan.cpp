// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/jobs/jobplan.h"

#include "models/service/jobs/command.h"
#include "models/service/jobs/jobcontext.h"
#include "models/service/jobs/runfolder.h"
#include "models/service/jobs/trainingenvironment.h"
#include "models/service/store/workspace/workspacestore.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Roost::Service::Jobs {

using namespace Environments;
using namespace Launch;
using namespace Store;

LaunchPlan planOf(const JobContext &context, const JobRecord &record, const PreparedEnvironment &environment,
                  const Allocation &allocation)
{
    const RunFolder folder{context.store.folder().run(record.job.name)};
    LaunchPlan plan;
    plan.runId = record.job.name;
    plan.workingFolder = folder.snapshot();
    plan.stateFolder = folder.state();
    plan.environment = trainingEnvironment(record.job, context.store.folder(), environment, context.baseUrl);
    plan.distribution = record.job.distribution;
    plan.nodeCount = record.job.instanceCount;
    plan.logFiles = folder.driverLogs(plan.distribution, record.job.processCount());
    if (traitsOf(plan.distribution.type).starter == RankStarter::Mpirun)
        plan.launcherLog = folder.mpiLog();
    plan.masterAddress = allocation.masterAddress;
    plan.devices = allocation.devices;
    plan.graceSeconds = context.settings.graceSeconds;
    plan.timeLimitSeconds = record.job.timeoutSeconds;
    return plan;
}

Result<LaunchPlan> launchablePlanOf(const JobContext &context, const JobRecord &record, const PreparedJob &job,
                                    const Allocation &allocation)
{
    const RunFolder folder{context.store.folder().run(record.job.name)};
    const auto command = bindCommand(job.command, record.job.inputs, folder.path);
    if (!command)
        return std::unexpected(command.error());
    for (const QString &output : command->outputs) {
        const QFileInfo info(output);
        const QString made = record.isFileOutput(info.fileName()) ? info.path() : output;
        if (const auto done = folder.makeFolder(made.sliced(folder.path.size() + 1)); !done) {
            return failure(ErrorKind::Failed,
                           u"The output %1 could not be created: %2"_s.arg(output, done.error().text));
        }
    }
    auto plan = planOf(context, record, job.environment, allocation);
    plan.command = command->line;
    return plan;
}

} // namespace Roost::Service::Jobs
