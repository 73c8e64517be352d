// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roostctl/commandcontext.h"
#include "app/roostctl/fetch.h"
#include "app/roostctl/values.h"
#include "app/roostctl/verb.h"
#include "models/transfer/modeldownload.h"

#include <algorithm>

namespace Roost::Ctl {

using namespace Qt::StringLiterals;

namespace {

int listVersions(CommandContext &context, ModelRegistry *models)
{
    const auto versions = context.get(models->versions(context.argument(0)));
    if (!versions)
        return Trouble;
    QJsonArray json;
    QList<QStringList> rows;
    for (const ModelVersion &version : *versions) {
        json += toJson(version);
        rows += {version.name, version.version, version.runId, sizeText(version.size), timeText(version.created)};
    }
    if (context.wantsJson())
        print(json);
    else
        printTable({u"NAME"_s, u"VERSION"_s, u"RUN"_s, u"SIZE"_s, u"CREATED"_s}, rows);
    return Done;
}

int list(CommandContext &context)
{
    Workspace *workspace = context.open();
    ModelRegistry *models = workspace ? CommandContext::required(workspace->models(), u"models"_s) : nullptr;
    if (!models)
        return Trouble;
    if (!context.arguments().isEmpty())
        return listVersions(context, models);
    const auto all = context.get(models->models());
    if (!all)
        return Trouble;
    QJsonArray json;
    QList<QStringList> rows;
    for (const RegisteredModel &model : *all) {
        json += toJson(model);
        rows += {model.name, model.latestVersion, timeText(model.created), model.description};
    }
    if (context.wantsJson())
        print(json);
    else
        printTable({u"NAME"_s, u"LATEST"_s, u"CREATED"_s, u"DESCRIPTION"_s}, rows);
    return Done;
}

int registerModel(CommandContext &context)
{
    const QString name = context.argument(0);
    if (const QString why = whyNotAModelName(name); !why.isEmpty()) {
        printError(why);
        return BadUsage;
    }
    if (!context.has(u"run"_s)) {
        printError(u"Which run wrote it? Add --run RUN."_s);
        return BadUsage;
    }
    StringMap tags;
    for (const QString &tag : context.options(u"tag"_s))
        tags.insert(tag.section(u'=', 0, 0), tag.section(u'=', 1));
    Workspace *workspace = context.open();
    ModelRegistry *models = workspace ? CommandContext::required(workspace->models(), u"models"_s) : nullptr;
    const QString path = context.has(u"path"_s) ? context.option(u"path"_s) : u"outputs/model.pt"_s;
    const auto created =
        models
            ? context.get(models->create(name, context.option(u"run"_s), path, context.option(u"description"_s), tags))
            : std::nullopt;
    if (!created)
        return Trouble;
    context.wantsJson() ? print(toJson(*created)) : print(u"%1:%2\n"_s.arg(created->name, created->version));
    return Done;
}

int download(CommandContext &context)
{
    const QString name = context.argument(0).section(u':', 0, 0);
    const QString wanted = context.argument(0).section(u':', 1);
    Workspace *workspace = context.open();
    ModelRegistry *models = workspace ? CommandContext::required(workspace->models(), u"models"_s) : nullptr;
    const auto versions = models ? context.get(models->versions(name)) : std::nullopt;
    if (!versions)
        return Trouble;
    const auto version =
        std::ranges::find_if(*versions, [&](const ModelVersion &v) { return wanted.isEmpty() || v.version == wanted; });
    if (version == versions->end()) {
        printError(wanted.isEmpty() ? u"The model %1 has no version."_s.arg(name)
                                    : u"The model %1 has no version %2."_s.arg(name, wanted));
        return Trouble;
    }
    const auto files = context.get(models->files(*version));
    if (!files)
        return Trouble;
    QStringList paths;
    for (const FileRef &file : *files)
        paths += file.path;
    return fetch(context, workspace->files(), Transfer::addressesOf(models, *version), paths);
}

} // namespace

QList<Verb> modelsVerbs()
{
    const QCommandLineOption run(u"run"_s, u"The run that wrote it."_s, u"RUN"_s);
    const QCommandLineOption path(u"path"_s, u"The file or folder of the run (outputs/model.pt)."_s, u"PATH"_s);
    const QCommandLineOption description(u"description"_s, u"What it is."_s, u"TEXT"_s);
    const QCommandLineOption tag(u"tag"_s, u"A tag; may be repeated."_s, u"KEY=VALUE"_s);
    return {
        {u"models list"_s, u"[NAME]"_s, u"Lists the registered models, or the versions of one."_s, {}, 0, 1, list},
        {u"models register"_s,
         u"NAME"_s,
         u"Registers what a run wrote as the next version of a model."_s,
         {run, path, description, tag},
         1,
         1,
         registerModel,
         true},
        {u"models download"_s, u"NAME[:VERSION]"_s, u"Fetches a model, the latest version by default."_s,
         fetchOptions(), 1, 1, download},
    };
}

} // namespace Roost::Ctl
