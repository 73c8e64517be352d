// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/jobs/jobadmission.h"

#include "models/core/capacity.h"
#include "models/core/localcompute.h"
#include "models/core/secrets.h"
#include "models/core/timelimit.h"
#include "models/core/variables.h"
#include "models/core/wholematch.h"
#include "models/logs/metrics/metricpattern.h"
#include "models/service/environments/recipe.h"
#include "models/service/jobs/command.h"
#include "models/service/jobs/jobcontext.h"
#include "models/service/store/assets/computestore.h"
#include "models/service/store/workspace/workspacestore.h"

#include <QFileInfo>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Roost::Service::Jobs {

using namespace Environments;
using namespace Store;

std::optional<Error> JobAdmission::whyNot(const Job &job, const QString &codeHash) const
{
    const auto rejected = [](const QString &text) { return Error{ErrorKind::Rejected, text, {}}; };
    for (const QString &why : {whyNotAJobName(job.name), whyMalformed(job), whyNotTheVariables(job),
                               whyNotATimeLimit(job.timeoutSeconds), whyNotTheMetrics(job)}) {
        if (!why.isEmpty())
            return rejected(why);
    }
    if (!hasCode(codeHash))
        return rejected(u"The code of the job (%1) is not in this workspace. Upload it first."_s.arg(codeHash));
    const WorkspaceFolder &folder = m_context.store.folder();
    if (const auto bound = bindCommand(job.command, job.inputs, folder.run(job.name)); !bound)
        return bound.error();
    const auto compute = computeOf(job);
    if (!compute)
        return compute.error();
    if (const auto violations = limitViolations(job, *compute); !violations.isEmpty())
        return rejected(limitText(violations.first(), compute->name));
    // A missing requirement of the environment is reported before the run is queued.
    const auto recipe = recipeFor(job.environment, folder.environments());
    return recipe ? std::nullopt : std::optional(recipe.error());
}

QString JobAdmission::whyNoNodes(const Job &job) const
{
    const auto compute = computeOf(job);
    if (!compute)
        return compute.error().text;
    const auto violations = limitViolations(job, *compute);
    const bool lacksNodes = !violations.isEmpty() && violations.first().limit == LimitViolation::Limit::Nodes;
    return lacksNodes ? limitText(violations.first(), compute->name) : QString();
}

QString JobAdmission::whyMalformed(const Job &job)
{
    if (job.command.trimmed().isEmpty())
        return u"The job has no command."_s;
    if (job.instanceCount < 1 || job.distribution.processesPerNode < 1)
        return u"A job needs at least one node and one process on each."_s;
    if (job.command.contains(QChar(0)))
        return u"The command contains a NUL character, at which the system would cut it. Remove it."_s;
    for (const auto &[name, value] : job.inputs.asKeyValueRange()) {
        if (value.contains(QChar(0)))
            return u"The input '%1' contains a NUL character, at which the system would cut it. Remove it."_s.arg(name);
    }
    return {};
}

QString JobAdmission::whyNotTheMetrics(const Job &job)
{
    for (const auto &[name, pattern] : job.metrics.patterns.asKeyValueRange()) {
        if (const QString why = Logs::MetricPattern::whyNotAName(name); !why.isEmpty())
            return why;
        if (const auto problem = Logs::MetricPattern::problemOf(pattern))
            return u"The metric '%1': %2"_s.arg(name, problem->text);
    }
    return {};
}

QString JobAdmission::whyNotTheVariables(const Job &job)
{
    for (const auto &[name, value] : job.environmentVariables.asKeyValueRange()) {
        if (QString why = whyNotAVariable(name, value); !why.isEmpty())
            return why;
        if (value == secretMask()) {
            return u"The environment variable %1 contains only the mask of a secret. Give its value again."_s.arg(name);
        }
    }
    return {};
}

bool JobAdmission::hasCode(const QString &hash) const
{
    static const QRegularExpression form = wholeMatch(u"[0-9A-Za-z_-]+"_s);
    return hash.isEmpty() || (form.match(hash).hasMatch() && QFileInfo(m_context.store.folder().code(hash)).isDir());
}

// Returns the compute that the job names, with the size of one node.
Result<Compute> JobAdmission::computeOf(const Job &job) const
{
    const bool isLocal = isLocalCompute(job.compute);
    Compute compute;
    compute.name = localComputeName;
    if (!isLocal) {
        auto stored = ComputeStore(m_context.store.database()).compute(job.compute);
        if (!stored && stored.error().kind == ErrorKind::NotFound) {
            return failure(
                ErrorKind::Rejected,
                u"There is no compute \"%1\" in this workspace. Create it or take \"local\"."_s.arg(job.compute));
        }
        if (!stored)
            return stored;
        compute = *stored;
    }
    const auto capacity = m_context.launcher->capacity(isLocal ? QString() : compute.name);
    compute.cores = capacity.cores;
    compute.gpus = capacity.gpus;
    return compute;
}

} // namespace Roost::Service::Jobs
