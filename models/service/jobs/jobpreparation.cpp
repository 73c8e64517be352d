// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/service/jobs/jobpreparation.h"

#include "models/service/jobs/jobcontext.h"
#include "models/service/jobs/notebook.h"
#include "models/service/jobs/runfolder.h"
#include "models/service/jobs/runpython.h"
#include "models/service/jobs/torchrunsettings.h"
#include "models/service/jobs/trainingenvironment.h"
#include "models/service/store/workspace/workspacestore.h"

#include <QPointer>
#include <QThreadPool>

#include <memory>

using namespace Qt::StringLiterals;

namespace Roost::Service::Jobs {

using namespace Environments;
using namespace Launch;
using namespace Store;

namespace {

/// The state of one preparation, passed from step to step.
struct Preparation
{
    JobContext &context;
    JobRecord record;
    RunFolder folder;
    QPointer<QObject> owner; // cancels are delivered as events, so a step may begin after the owner is deleted

    StringMap variables(const PreparedEnvironment &environment) const
    {
        return trainingEnvironment(record.job, context.store.folder(), environment, context.baseUrl);
    }
    QByteArray mark() const { return launchMark(folder.state()); }
};

using Shared = std::shared_ptr<const Preparation>;

Future<void> copyCode(const Shared &job)
{
    const auto made = job->folder.create();
    if (!made || job->record.codeHash.isEmpty())
        return readyFuture<void>(made);
    const Promise<void> promise;
    const QString code = job->context.store.folder().code(job->record.codeHash);
    QThreadPool::globalInstance()->start([promise, code, folder = job->folder] {
        promise.resolve(folder.copyCode(code, [&promise] { return promise.isCanceled(); }));
    });
    return promise.future();
}

Future<PreparedJob> buildEnvironment(const Shared &job)
{
    // The job continues in the service that serves the folder at its new path.
    if (const QString why = job->context.store.whyMoved(); !why.isEmpty())
        return readyFuture<PreparedJob>(failure(ErrorKind::Failed, why));
    const auto built = job->context.environments.build(job->record.job.environment, job->folder.buildLog());
    return transform(built, [job](const PreparedEnvironment &shared) -> Result<PreparedJob> {
        const auto own = environmentOfRun(shared, job->folder.state() + u"/python"_s);
        if (!own)
            return std::unexpected(own.error());
        return PreparedJob{*own, job->record.job.command};
    });
}

Future<PreparedJob> replaceNotebook(const Shared &job, const PreparedJob &prepared)
{
    if (!isNotebook(prepared.command))
        return readyFuture<PreparedJob>(prepared);
    const auto command = notebookCommand(prepared.command, job->variables(prepared.environment), job->mark());
    return transform(command, [prepared](const QString &line) -> Result<PreparedJob> {
        return PreparedJob{prepared.environment, line};
    });
}

// If the command starts torchrun, adds the settings that torchrun needs with this build of PyTorch.
Future<PreparedJob> addTorchrunSettings(const Shared &job, const PreparedJob &prepared)
{
    if (!mayStartTorchrun(prepared.command))
        return readyFuture<PreparedJob>(prepared);
    const auto found = torchrunSettings(job->variables(prepared.environment), job->mark());
    return then(found, [job, prepared](const Result<StringMap> &settings) {
        PreparedJob complete = prepared;
        if (settings)
            complete.environment.variables.insert(*settings);
        // The launchers of several nodes meet through one shared file; the launcher of a single node uses its own file.
        if (settings && !settings->isEmpty() && job->record.job.instanceCount > 1)
            complete.environment.variables[u"PET_RDZV_ENDPOINT"_s] = job->folder.state() + u"/torchrun"_s;
        return readyFuture<PreparedJob>(complete);
    });
}

} // namespace

Future<PreparedJob> prepareJob(JobContext &context, const JobRecord &record, QObject *owner)
{
    const auto job = std::make_shared<const Preparation>(
        Preparation{context, record, {context.store.folder().run(record.job.name)}, owner});
    const auto abandoned = [] {
        return readyFuture<PreparedJob>(failure(ErrorKind::Failed, u"The preparation was abandoned."_s));
    };
    const auto built = andThen(copyCode(job), [=] { return job->owner ? buildEnvironment(job) : abandoned(); });
    const auto replaced = andThen(
        built, [=](const PreparedJob &prepared) { return job->owner ? replaceNotebook(job, prepared) : abandoned(); });
    return andThen(replaced, [=](const PreparedJob &prepared) {
        return job->owner ? addTorchrunSettings(job, prepared) : abandoned();
    });
}

} // namespace Roost::Service::Jobs
