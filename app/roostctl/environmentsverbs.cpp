// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roostctl/session.h"
#include "app/roostctl/values.h"
#include "app/roostctl/verb.h"
#include "models/conda/specification.h"
#include "models/jobfile/jobdocument.h"

namespace Roost::Ctl {

using namespace Qt::StringLiterals;

namespace {

EnvironmentCatalog *catalog(Session &session)
{
    Workspace *workspace = session.open();
    return workspace ? Session::needed(workspace->environments(), u"environments"_s) : nullptr;
}

int list(Session &session)
{
    EnvironmentCatalog *environments = catalog(session);
    const auto all = environments ? session.get(environments->environments()) : std::nullopt;
    if (!all)
        return Trouble;
    QJsonArray json;
    QList<QStringList> rows;
    for (const Environment &environment : *all) {
        json += toJson(environment);
        rows += {environment.name, environment.version, environment.curated ? u"curated"_s : u"custom"_s,
                 environment.description};
    }
    if (session.wantsJson())
        print(json);
    else
        printTable({u"NAME"_s, u"VERSION"_s, u"KIND"_s, u"DESCRIPTION"_s}, rows);
    return Done;
}

int show(Session &session)
{
    EnvironmentCatalog *environments = catalog(session);
    const QString name = session.argument(0);
    const auto found = environments
                           ? session.get(environments->environment(name.section(u':', 0, 0), name.section(u':', 1)))
                           : std::nullopt;
    if (!found)
        return Trouble;
    if (session.wantsJson()) {
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

int create(Session &session)
{
    Environment wanted;
    wanted.name = session.argument(0);
    wanted.image = session.option(u"image"_s);
    wanted.description = session.option(u"description"_s);
    if (const QString why = whyNotAnEnvironmentName(wanted.name); !why.isEmpty()) {
        say(why);
        return BadUsage;
    }
    if (session.has(u"conda"_s)) {
        const auto yaml = JobFile::readFromDisk(session.option(u"conda"_s));
        if (!yaml) {
            say(yaml.error());
            return Trouble;
        }
        wanted.condaYaml = *yaml;
        for (const Diagnostic &d : Conda::read(*yaml).diagnostics)
            say(u"%1:%2:%3: %4"_s.arg(session.option(u"conda"_s)).arg(d.line).arg(d.column).arg(d.message));
        if (hasErrors(Conda::read(*yaml).diagnostics))
            return Trouble;
    } else if (wanted.image.isEmpty()) {
        say(u"An environment needs --conda FILE, --image IMAGE or both."_s);
        return BadUsage;
    }
    EnvironmentCatalog *environments = catalog(session);
    const auto made = environments ? session.get(environments->create(wanted)) : std::nullopt;
    if (!made)
        return Trouble;
    session.wantsJson() ? print(toJson(*made)) : print(u"%1:%2\n"_s.arg(made->name, made->version));
    return Done;
}

} // namespace

QList<Verb> environmentsVerbs()
{
    const QCommandLineOption conda(u"conda"_s, u"The conda YAML."_s, u"FILE"_s);
    const QCommandLineOption image(u"image"_s, u"A container base image."_s, u"IMAGE"_s);
    const QCommandLineOption description(u"description"_s, u"What it is for."_s, u"TEXT"_s);
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
    };
}

} // namespace Roost::Ctl
