// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roostctl/commandcontext.h"
#include "app/roostctl/diagnostics.h"
#include "app/roostctl/values.h"
#include "app/roostctl/verb.h"
#include "models/conda/specification.h"
#include "models/jobfile/jobdocument.h"
#include "models/yaml/render.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

namespace Roost::Ctl {

using namespace Conda;
using namespace Qt::StringLiterals;

namespace {

EnvironmentCatalog *catalog(CommandContext &context)
{
    Workspace *workspace = context.open();
    return workspace ? CommandContext::required(workspace->environments(), u"environments"_s) : nullptr;
}

int list(CommandContext &context)
{
    EnvironmentCatalog *environments = catalog(context);
    const auto all = environments ? context.get(environments->environments()) : std::nullopt;
    if (!all)
        return Trouble;
    QJsonArray json;
    QList<QStringList> rows;
    for (const Environment &environment : *all) {
        json += toJson(environment);
        rows += {environment.name, environment.version, environment.curated ? u"curated"_s : u"custom"_s,
                 environment.description};
    }
    if (context.wantsJson())
        print(json);
    else
        printTable({u"NAME"_s, u"VERSION"_s, u"KIND"_s, u"DESCRIPTION"_s}, rows);
    return Done;
}

// Parses "name", "name:version" or "name@latest" on the command line.
std::optional<Environment> named(CommandContext &context, EnvironmentCatalog *environments)
{
    QString name = context.argument(0);
    if (name.endsWith("@latest"_L1))
        name.chop(7);
    return environments ? context.get(environments->environment(name.section(u':', 0, 0), name.section(u':', 1)))
                        : std::nullopt;
}

int show(CommandContext &context)
{
    const auto found = named(context, catalog(context));
    if (!found)
        return Trouble;
    if (context.wantsJson()) {
        print(toJson(*found));
        return Done;
    }
    print(u"%1:%2  %3\n"_s.arg(found->name, found->version, found->description));
    if (!found->image.isEmpty())
        print(u"image: %1\n"_s.arg(found->image));
    if (!found->condaYaml.isEmpty())
        print(u'\n' + found->condaYaml.trimmed() + u'\n');
    if (!found->packages.isEmpty())
        print(u'\n' + found->packages.join(u'\n') + u'\n');
    return Done;
}

int create(CommandContext &context)
{
    Environment wanted;
    wanted.name = context.argument(0);
    wanted.image = context.option(u"image"_s);
    wanted.description = context.option(u"description"_s);
    if (const QString why = whyNotAnEnvironmentName(wanted.name); !why.isEmpty()) {
        printError(why);
        return BadUsage;
    }
    if (context.has(u"conda"_s)) {
        const auto yaml = JobFile::readFromDisk(context.option(u"conda"_s));
        if (!yaml) {
            printError(yaml.error());
            return Trouble;
        }
        wanted.condaYaml = *yaml;
        const Diagnostics diagnostics = Conda::read(*yaml).diagnostics;
        printDiagnostics(context.option(u"conda"_s), diagnostics);
        if (hasErrors(diagnostics))
            return Trouble;
    } else if (wanted.image.isEmpty()) {
        printError(u"An environment needs --conda FILE, --image IMAGE or both."_s);
        return BadUsage;
    }
    EnvironmentCatalog *environments = catalog(context);
    const auto created = environments ? context.get(environments->create(wanted)) : std::nullopt;
    if (!created)
        return Trouble;
    context.wantsJson() ? print(toJson(*created)) : print(u"%1:%2\n"_s.arg(created->name, created->version));
    return Done;
}

int clone(CommandContext &context)
{
    const QString name = context.argument(1);
    if (const QString why = whyNotAnEnvironmentName(name); !why.isEmpty()) {
        printError(why);
        return BadUsage;
    }
    EnvironmentCatalog *environments = catalog(context);
    const auto original = named(context, environments);
    if (!original)
        return Trouble;
    if (original->condaYaml.isEmpty() && original->image.isEmpty()) {
        printError(
            u"%1 is the Python of the machine as it is: there is no conda YAML and no image in it to start from."_s.arg(
                original->name));
        return Trouble;
    }
    Environment copy = *original;
    copy.name = name;
    copy.curated = false;
    if (context.has(u"description"_s))
        copy.description = context.option(u"description"_s);
    const auto created = context.get(environments->create(copy));
    if (!created)
        return Trouble;
    context.wantsJson() ? print(toJson(*created)) : print(u"%1:%2\n"_s.arg(created->name, created->version));
    return Done;
}

// Returns the YAML that `az ml environment create --file` reads.
QByteArray azureDescription(const Environment &environment, const QString &condaFile)
{
    Yaml::Node root = Yaml::Node::mapping();
    const auto put = [&root](const QString &key, const QString &value) {
        if (!value.isEmpty())
            root.entries += Yaml::Entry{Yaml::Node::scalar(key), Yaml::Node::string(value)};
    };
    put(u"$schema"_s, u"https://azuremlschemas.azureedge.net/latest/environment.schema.json"_s);
    put(u"name"_s, environment.name);
    put(u"version"_s, environment.version);
    put(u"description"_s, environment.description);
    put(u"image"_s, environment.image);
    put(u"conda_file"_s, condaFile);
    return Yaml::render(root).toUtf8();
}

// Returns the files in which an environment is saved, by name.
QList<std::pair<QString, QByteArray>> filesOf(const Environment &environment)
{
    const QString condaFile = environment.condaYaml.isEmpty() ? QString() : u"conda_dependencies.yml"_s;
    QList<std::pair<QString, QByteArray>> files{{u"environment.yml"_s, azureDescription(environment, condaFile)}};
    if (!condaFile.isEmpty())
        files.emplaceBack(condaFile, environment.condaYaml.toUtf8());
    if (!environment.packages.isEmpty())
        files.emplaceBack(u"packages.txt"_s, environment.packages.join(u'\n').toUtf8() + '\n');
    return files;
}

// Keeps an existing file with different content unless --force is given.
bool write(const CommandContext &context, const QString &path, const QByteArray &content)
{
    QFile there(path);
    if (there.exists() && !context.has(u"force"_s)) {
        if (there.open(QIODevice::ReadOnly) && there.readAll() == content)
            return true;
        printError(
            u"%1 already exists, with other content. Choose another folder with --to, or replace it with --force."_s
                .arg(path));
        return false;
    }
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.commit())
        return true;
    printError(u"%1 cannot be written: %2."_s.arg(path, file.errorString()));
    return false;
}

int save(CommandContext &context)
{
    const auto found = named(context, catalog(context));
    if (!found)
        return Trouble;
    const QString folder =
        QDir::cleanPath(QDir::current().absoluteFilePath(context.has(u"to"_s) ? context.option(u"to"_s) : found->name));
    if (!QDir().mkpath(folder)) {
        printError(u"The folder %1 cannot be created."_s.arg(folder));
        return Trouble;
    }
    QJsonArray json;
    for (const auto &[name, content] : filesOf(*found)) {
        const QString path = folder + u'/' + name;
        if (!write(context, path, content))
            return Trouble;
        json += path;
        if (!context.wantsJson())
            printLine(path);
    }
    if (context.wantsJson())
        print(json);
    return Done;
}

} // namespace

QList<Verb> environmentsVerbs()
{
    const QCommandLineOption conda(u"conda"_s, u"The conda YAML."_s, u"FILE"_s);
    const QCommandLineOption image(u"image"_s, u"A container base image."_s, u"IMAGE"_s);
    const QCommandLineOption description(u"description"_s, u"What it is for."_s, u"TEXT"_s);
    const QCommandLineOption to(u"to"_s, u"The folder to put the files in (the environment's name)."_s, u"DIR"_s);
    const QCommandLineOption force(u"force"_s, u"Replaces files that are there with other content."_s);
    return {
        {u"environments"_s, {}, u"Lists the environments."_s, {}, 0, 0, list},
        {u"environments list"_s, {}, u"The same."_s, {}, 0, 0, list},
        {u"environments show"_s,
         u"NAME[:VERSION]"_s,
         u"Shows one environment, the latest version by default."_s,
         {},
         1,
         1,
         show},
        {u"environments create"_s,
         u"NAME"_s,
         u"Saves the next version of an environment."_s,
         {conda, image, description},
         1,
         1,
         create},
        {u"environments clone"_s,
         u"NAME[:VERSION] NEW"_s,
         u"Saves the content of one environment, of a curated one too, under a new name."_s,
         {description},
         2,
         2,
         clone},
        {u"environments save"_s,
         u"NAME[:VERSION]"_s,
         u"Writes an environment into a folder: its description, its conda YAML, its packages."_s,
         {to, force},
         1,
         1,
         save},
    };
}

} // namespace Roost::Ctl
