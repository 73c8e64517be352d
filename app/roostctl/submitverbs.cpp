// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roostctl/session.h"
#include "app/roostctl/stream.h"
#include "app/roostctl/values.h"
#include "app/roostctl/verb.h"
#include "models/conda/specification.h"
#include "models/core/variables.h"
#include "models/jobfile/jobdocument.h"
#include "models/snapshot/snapshot.h"

#include <QDir>
#include <QFileInfo>

#include <array>
#include <cstdio>
#include <unistd.h>

namespace Roost::Ctl {

using namespace Qt::StringLiterals;

namespace {

// "file:3:5: error: ...", as compilers say it; whether there is an error among them.
bool told(const QString &file, const Diagnostics &diagnostics)
{
    constexpr std::array words{"error", "warning", "note"};
    for (const Diagnostic &d : diagnostics) {
        std::fprintf(stderr, "%s:%d:%d: %s: %s\n", qPrintable(file), d.line, d.column, words[size_t(d.severity)],
                     qPrintable(d.message));
    }
    return hasErrors(diagnostics);
}

// "name", "name:version", "name@latest", each with or without "azureml:", or a conda YAML file.
std::optional<EnvironmentRef> environmentFrom(const QString &text)
{
    if (text.endsWith(".yml"_L1) || text.endsWith(".yaml"_L1)) {
        const auto yaml = JobFile::readFromDisk(QFileInfo(text).absoluteFilePath());
        if (!yaml) {
            say(yaml.error());
            return std::nullopt;
        }
        if (told(text, Conda::read(*yaml).diagnostics))
            return std::nullopt;
        return EnvironmentRef{{}, {}, {}, *yaml};
    }
    if (text.startsWith("azureml://"_L1))
        return EnvironmentRef{text, {}, {}, {}};
    QString name = text.startsWith("azureml:"_L1) ? text.sliced(8) : text;
    if (name.endsWith("@latest"_L1))
        name.chop(7);
    return EnvironmentRef{name.section(u':', 0, 0), name.section(u':', 1), {}, {}};
}

std::optional<Job> jobFromOptions(Session &session)
{
    Job job;
    job.compute = u"local"_s;
    job.codePath = QDir::cleanPath(
        QDir::current().absoluteFilePath(session.has(u"source"_s) ? session.option(u"source"_s) : u"."_s));
    job.command = ScriptCommand{session.option(u"script"_s), session.arguments()}.toCommand();
    if (!session.has(u"environment"_s)) {
        say(u"Which environment? Add --environment NAME[:VERSION] or a conda YAML file; roostctl environments list "
            u"shows "
            "what there is."_s);
        return std::nullopt;
    }
    if (!QFileInfo(job.codePath + u'/' + session.option(u"script"_s)).isFile()) {
        say(u"There is no script %1 in %2."_s.arg(session.option(u"script"_s), job.codePath));
        return std::nullopt;
    }
    return job;
}

std::optional<Job> jobFromFile(Session &session)
{
    if (session.arguments().size() != 1) {
        say(u"Submit takes one job file, or --script with the script's arguments behind '--'."_s);
        return std::nullopt;
    }
    const QString file = session.argument(0);
    const auto document = JobFile::JobDocument::fromFile(file);
    if (!document) {
        say(document.error());
        return std::nullopt;
    }
    if (told(file, document->diagnostics()))
        return std::nullopt;
    return document->job();
}

bool takeOptions(Session &session, Job &job)
{
    const auto take = [&session](const QString &option, QString &member) {
        if (session.has(option))
            member = session.option(option);
    };
    take(u"compute"_s, job.compute);
    take(u"experiment"_s, job.experiment);
    take(u"name"_s, job.name);
    take(u"display-name"_s, job.displayName);
    if (job.compute.startsWith("azureml:"_L1))
        job.compute.remove(0, 8);
    for (const QString &variable : session.options(u"env"_s)) {
        if (!variable.contains(u'=') || variable.startsWith(u'=')) {
            say(u"--env takes NAME=VALUE, not '%1'."_s.arg(variable));
            return false;
        }
        const QString name = variable.section(u'=', 0, 0);
        const QString value = variable.section(u'=', 1);
        if (const QString why = whyNotAVariable(name, value); !why.isEmpty()) {
            say(why);
            return false;
        }
        job.environmentVariables.insert(name, value);
    }
    if (session.has(u"environment"_s)) {
        const auto environment = environmentFrom(session.option(u"environment"_s));
        if (!environment)
            return false;
        job.environment = *environment;
    }
    return true;
}

bool warnOfSnapshot(Session &session, const Job &job)
{
    if (job.codePath.isEmpty())
        return true;
    const auto listing = session.get(Snapshot::list(job.codePath));
    if (!listing)
        return false;
    for (const Snapshot::Warning &warning : listing->warnings)
        say(u"warning: "_s + warning.message);
    return true;
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

int submit(Session &session)
{
    auto job = session.has(u"script"_s) ? jobFromOptions(session) : jobFromFile(session);
    if (!job || !takeOptions(session, *job))
        return BadUsage;
    Workspace *workspace = session.open();
    JobService *jobs = workspace ? Session::needed(workspace->jobs(), u"jobs: it only keeps runs"_s) : nullptr;
    if (!jobs || !warnOfSnapshot(session, *job))
        return Trouble;
    const auto result = Session::wait(jobs->submit(*job, showProgress));
    if (::isatty(STDERR_FILENO) != 0)
        std::fputs("\r\033[K", stderr);
    if (!result) {
        say(result.error());
        return Trouble;
    }
    const bool streams = session.has(u"stream"_s);
    if (session.wantsJson())
        streams ? printEvent({{u"event"_s, u"submitted"_s}, {u"id"_s, result->id}}) : print(toJson(*result));
    else
        streams ? say(u"Submitted "_s + result->id) : print(result->id + u'\n');
    return streams ? Stream(session.workspace(), result->id, LogLines(session.wantsJson())).exec() : int(Done);
}

} // namespace

QList<Verb> submitVerbs()
{
    const auto option = [](const QString &name, const QString &what, const QString &value) {
        return value.isEmpty() ? QCommandLineOption(name, what) : QCommandLineOption(name, what, value);
    };
    return {{u"submit"_s,
             u"JOB.YML | --script FILE ... [-- ARGS]"_s,
             u"Submits a job file, or a script with its arguments."_s,
             {option(u"stream"_s, u"Shows the run until it ends; the exit code is 0 only if it completed."_s, {}),
              option(u"source"_s, u"The folder that is sent (this one)."_s, u"DIR"_s),
              option(u"script"_s, u"The Python script in it."_s, u"FILE"_s),
              option(u"environment"_s, u"A registered environment or a conda YAML file."_s, u"NAME[:V]|FILE"_s),
              option(u"compute"_s, u"Where it runs (local)."_s, u"NAME"_s),
              option(u"experiment"_s, u"The experiment it belongs to."_s, u"NAME"_s),
              option(u"name"_s, u"The run's id; made up otherwise."_s, u"ID"_s),
              option(u"display-name"_s, u"What people see."_s, u"TEXT"_s),
              option(u"env"_s, u"An environment variable of the run; may be repeated."_s, u"NAME=VALUE"_s)},
             0,
             -1,
             submit}};
}

} // namespace Roost::Ctl
