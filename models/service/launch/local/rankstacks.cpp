// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/launch/local/rankstacks.h"

#include "models/process/processtree.h"
#include "models/process/stacks.h"
#include "models/trust/foldertrust.h"

using namespace Qt::StringLiterals;

namespace Roost::Service::Launch {

using namespace Process;
using namespace Trust;

Result<QList<RankStacks>> takeRankStacks(const QString &stateFolder)
{
    const QString file = launchFile(stateFolder);
    const auto plan = LaunchPlan::load(file);
    if (!plan)
        return failure(ErrorKind::Conflict, u"The run has no processes yet."_s);
    const auto events = readEvents(eventsFile(stateFolder));
    // The plan determines the PATH of the programs started here, so a plan of another user is not trusted.
    const QString pathOfRun = isOwn(file) ? plan->environment.value(u"PATH"_s) + u':' : QString();
    const QString path = pathOfRun + qEnvironmentVariable("PATH");
    // The events file may name any process; only descendants of the supervisor are ranks.
    const auto descendants = events.supervisor && hasOpen(*events.supervisor, eventsFile(stateFolder))
                                 ? descendantsOf(events.supervisor->pid)
                                 : QList<ProcessKey>();
    QList<RankStacks> stacks;
    for (const auto &[rank, process] : events.processes.asKeyValueRange()) {
        if (isAlive(process) && descendants.contains(process))
            stacks += {rank, stacksOf(process, path).text};
    }
    if (stacks.isEmpty())
        return failure(ErrorKind::Conflict, u"No process of the run is there any more."_s);
    return stacks;
}

} // namespace Roost::Service::Launch
