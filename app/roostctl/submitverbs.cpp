// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roostctl/commandcontext.h"
#include "app/roostctl/diagnostics.h"
#include "app/roostctl/dryrun.h"
#include "app/roostctl/jobarguments.h"
#include "app/roostctl/stream.h"
#include "app/roostctl/values.h"
#include "app/roostctl/verb.h"
#include "models/snapshot/snapshot.h"

#include <array>
#include <cstdio>
#include <unistd.h>

namespace Roost::Ctl {

using namespace Qt::StringLiterals;

namespace {

// Reads the folder and prints the warnings about it. Returns nothing if it cannot be read.
std::optional<CodeFiles> filesToSend(CommandContext &context, const QString &folder)
{
    const auto listing = context.get(Snapshot::list(folder));
    if (!listing)
        return std::nullopt;
    for (const Snapshot::Warning &warning : listing->warnings)
        printError(u"warning: "_s + warning.message);
    return Snapshot::codeFiles(*listing);
}

void showProgress(const SubmitProgress &progress)
{
    constexpr std::array steps{"Reading the folder", "Sending the code", "Preparing the environment", "Submitting"};
    if (::isatty(STDERR_FILENO) == 0)
        return;
    std::fprintf(stderr, "\r\033[K%s", steps[size_t(progress.step)]);
    if (progress.total > 0)
        std::fprintf(stderr, " %lld%%", static_cast<long long>(100 * progress.done / progress.total));
    std::fflush(stderr);
}

int submit(CommandContext &context)
{
    const auto arguments = JobArguments::from(context);
    if (!arguments)
        return BadUsage;
    if (context.has(u"dry-run"_s))
        return dryRun(context, *arguments);
    for (const JobArguments::Text &text : arguments->texts)
        printDiagnostics(text.file, text.diagnostics);
    if (arguments->hasErrors())
        return BadUsage;
    const Job &job = arguments->job;
    Workspace *workspace = context.open();
    JobService *jobs = workspace ? CommandContext::required(workspace->jobs(), u"jobs: it only keeps runs"_s) : nullptr;
    if (!jobs)
        return Trouble;
    std::optional<CodeFiles> files;
    if (!job.codePath.isEmpty()) {
        files = filesToSend(context, job.codePath);
        if (!files)
            return Trouble;
    }
    const auto result = CommandContext::wait(jobs->submit(job, showProgress, files));
    if (::isatty(STDERR_FILENO) != 0)
        std::fputs("\r\033[K", stderr);
    if (!result) {
        printError(result.error());
        return Trouble;
    }
    const bool streams = context.has(u"stream"_s);
    if (context.wantsJson())
        streams ? printEvent({{u"event"_s, u"submitted"_s}, {u"id"_s, result->id}}) : print(toJson(*result));
    else
        streams ? printError(u"Submitted "_s + result->id) : print(result->id + u'\n');
    return streams ? Stream(context.workspace(), result->id, LogLines(context.wantsJson())).exec() : int(Done);
}

} // namespace

QList<Verb> submitVerbs()
{
    const QCommandLineOption stream(u"stream"_s,
                                    u"Shows the run until it ends; the exit code is 0 only if it completed."_s);
    const QCommandLineOption dry(u"dry-run"_s,
                                 u"Prints what would be sent and what is wrong with it; sends nothing."_s);
    return {{u"submit"_s, u"JOB.YML | --script FILE ... [-- ARGS]"_s,
             u"Submits a job file, or a script with its arguments."_s,
             QList<QCommandLineOption>{stream, dry} + JobArguments::options(), 0, -1, submit}};
}

} // namespace Roost::Ctl
