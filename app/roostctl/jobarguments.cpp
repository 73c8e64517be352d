// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roostctl/jobarguments.h"

#include "app/roostctl/commandcontext.h"
#include "models/conda/specification.h"
#include "models/core/localcompute.h"
#include "models/core/variables.h"
#include "models/jobfile/jobdocument.h"
#include "models/shell/scriptcommand.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace Roost::Ctl {

using namespace Qt::StringLiterals;

using Text = JobArguments::Text;

namespace {

bool readScript(CommandContext &context, Job &job)
{
    job.compute = localComputeName;
    job.codePath = QDir::cleanPath(
        QDir::current().absoluteFilePath(context.has(u"source"_s) ? context.option(u"source"_s) : u"."_s));
    job.command = Shell::ScriptCommand{context.option(u"script"_s), context.arguments()}.toCommand();
    if (!context.has(u"environment"_s)) {
        printError(
            u"Which environment? Add --environment NAME[:VERSION] or a conda YAML file; roostctl environments list "
            "shows what there is."_s);
        return false;
    }
    if (!QFileInfo(job.codePath + u'/' + context.option(u"script"_s)).isFile()) {
        printError(u"There is no script %1 in %2."_s.arg(context.option(u"script"_s), job.codePath));
        return false;
    }
    return true;
}

bool readJobFile(CommandContext &context, JobArguments &arguments)
{
    if (context.arguments().size() != 1) {
        printError(u"Submit takes one job file, or --script with the script's arguments behind '--'."_s);
        return false;
    }
    const QString file = context.argument(0);
    const auto document = JobFile::JobDocument::fromFile(file);
    if (!document) {
        printError(document.error());
        return false;
    }
    arguments.texts += Text{file, document->diagnostics()};
    arguments.job = document->job();
    return true;
}

// Parses "name", "name:version" or "name@latest", each with or without "azureml:", or the name of a conda YAML file.
bool readEnvironment(const QString &text, JobArguments &arguments)
{
    if (text.endsWith(".yml"_L1) || text.endsWith(".yaml"_L1)) {
        const auto yaml = JobFile::readFromDisk(QFileInfo(text).absoluteFilePath());
        if (!yaml) {
            printError(yaml.error());
            return false;
        }
        arguments.texts += Text{text, Conda::read(*yaml).diagnostics};
        arguments.job.environment = EnvironmentRef{{}, {}, {}, *yaml};
        return true;
    }
    if (text.startsWith("azureml://"_L1)) {
        arguments.job.environment = EnvironmentRef{text, {}, {}, {}};
        return true;
    }
    QString name = text.startsWith("azureml:"_L1) ? text.sliced(8) : text;
    if (name.endsWith("@latest"_L1))
        name.chop(7);
    arguments.job.environment = EnvironmentRef{name.section(u':', 0, 0), name.section(u':', 1), {}, {}};
    return true;
}

bool readCount(CommandContext &context, const QString &option, int &member)
{
    if (!context.has(option))
        return true;
    bool ok = false;
    const int count = context.option(option).toInt(&ok);
    if (!ok || count < 1) {
        printError(u"--%1 takes a whole number, 1 or more."_s.arg(option));
        return false;
    }
    member = count;
    return true;
}

bool readDistribution(CommandContext &context, Job &job)
{
    if (context.has(u"distribution"_s)) {
        const QString word = context.option(u"distribution"_s);
        const auto type = distributionFromWord(word);
        if (!type || word.isEmpty()) {
            printError(
                u"--distribution takes %1 or none, not '%2'."_s.arg(distributionFileWords().join(", "_L1), word));
            return false;
        }
        if (*type == Distribution::Type::None)
            job.distribution = {};
        else
            job.distribution.type = *type;
    }
    if (!readCount(context, u"nodes"_s, job.instanceCount) ||
        !readCount(context, u"processes"_s, job.distribution.processesPerNode))
        return false;
    if (!job.distribution.isDistributed() && job.distribution.processesPerNode > 1) {
        printError(
            u"Several processes need --distribution %1."_s.arg(distributionFileWords().join(" or --distribution "_L1)));
        return false;
    }
    return true;
}

bool readVariables(CommandContext &context, Job &job)
{
    for (const QString &variable : context.options(u"env"_s)) {
        if (!variable.contains(u'=') || variable.startsWith(u'=')) {
            printError(u"--env takes NAME=VALUE, not '%1'."_s.arg(variable));
            return false;
        }
        const QString name = variable.section(u'=', 0, 0);
        const QString value = variable.section(u'=', 1);
        if (const QString why = whyNotAVariable(name, value); !why.isEmpty()) {
            printError(why);
            return false;
        }
        job.environmentVariables.insert(name, value);
    }
    return true;
}

bool readOptions(CommandContext &context, JobArguments &arguments)
{
    Job &job = arguments.job;
    const auto readText = [&context](const QString &option, QString &member) {
        if (context.has(option))
            member = context.option(option);
    };
    readText(u"compute"_s, job.compute);
    readText(u"experiment"_s, job.experiment);
    readText(u"name"_s, job.name);
    readText(u"display-name"_s, job.displayName);
    if (job.compute.startsWith("azureml:"_L1))
        job.compute.remove(0, 8);
    if (!readVariables(context, job) || !readDistribution(context, job))
        return false;
    return !context.has(u"environment"_s) || readEnvironment(context.option(u"environment"_s), arguments);
}

} // namespace

std::optional<JobArguments> JobArguments::from(CommandContext &context)
{
    JobArguments arguments;
    const bool read = context.has(u"script"_s) ? readScript(context, arguments.job) : readJobFile(context, arguments);
    if (!read || !readOptions(context, arguments))
        return std::nullopt;
    return arguments;
}

bool JobArguments::hasErrors() const
{
    return std::ranges::any_of(texts, [](const Text &text) { return Roost::hasErrors(text.diagnostics); });
}

QList<QCommandLineOption> JobArguments::options()
{
    return {{u"source"_s, u"The folder that is sent (this one)."_s, u"DIR"_s},
            {u"script"_s, u"The Python script in it."_s, u"FILE"_s},
            {u"environment"_s, u"A registered environment or a conda YAML file."_s, u"NAME[:V]|FILE"_s},
            {u"compute"_s, u"Where it runs (local)."_s, u"NAME"_s},
            {u"distribution"_s,
             u"How its processes find each other: %1 or none."_s.arg(distributionFileWords().join(", "_L1)), u"TYPE"_s},
            {u"nodes"_s, u"On how many nodes it runs (1)."_s, u"N"_s},
            {u"processes"_s, u"Processes on each node (1)."_s, u"N"_s},
            {u"experiment"_s, u"The experiment it belongs to."_s, u"NAME"_s},
            {u"name"_s, u"The run's id; generated otherwise."_s, u"ID"_s},
            {u"display-name"_s, u"What people see."_s, u"TEXT"_s},
            {u"env"_s, u"An environment variable of the run; may be repeated."_s, u"NAME=VALUE"_s}};
}

} // namespace Roost::Ctl
