// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roostctl/commandcontext.h"
#include "app/roostctl/fetch.h"
#include "app/roostctl/values.h"
#include "app/roostctl/verb.h"
#include "models/wire/json.h"

#include <algorithm>

namespace Roost::Ctl {

using namespace Qt::StringLiterals;

namespace {

int metrics(CommandContext &context)
{
    Workspace *workspace = context.open();
    const auto run = workspace ? context.get(workspace->runHistory()->run(context.argument(0))) : std::nullopt;
    if (!run)
        return Trouble;
    const QStringList requested = context.arguments().sliced(1);
    QJsonObject json;
    QList<QStringList> rows;
    if (requested.isEmpty()) {
        for (const auto &[key, value] : run->lastMetrics.asKeyValueRange()) {
            json[key] = Wire::fromNumber(value);
            rows += {key, QString::number(value, 'g', 8)};
        }
        context.wantsJson() ? print(json) : printTable({u"METRIC"_s, u"LAST"_s}, rows);
        return Done;
    }
    for (const QString &key : requested) {
        if (!run->lastMetrics.contains(key)) {
            printError(u"%1 has no metric %2. See what it has with: roostctl runs metrics %1"_s.arg(run->id, key));
            return Trouble;
        }
        QJsonArray points;
        MetricHistory part;
        do {
            auto next = context.get(workspace->runHistory()->metric(run->id, key, part.cursor));
            if (!next)
                return Trouble;
            part = std::move(*next);
            for (const MetricPoint &point : std::as_const(part.points)) {
                points += toJson(point);
                rows += {key, QString::number(point.step), QString::number(point.value, 'g', 8),
                         timeText(QDateTime::fromMSecsSinceEpoch(point.timestamp))};
            }
        } while (part.more);
        json[key] = points;
    }
    if (context.wantsJson())
        print(json);
    else
        printTable({u"METRIC"_s, u"STEP"_s, u"VALUE"_s, u"TIME"_s}, rows);
    return Done;
}

// Prints a warning if the run was canceled, because it may have left incomplete files.
void warnOfPartialFiles(CommandContext &context, RunHistory *history, const QString &id, const QList<Artifact> &files)
{
    const bool wrote =
        std::ranges::any_of(files, [](const Artifact &file) { return file.path.startsWith("outputs/"_L1); });
    const auto run = wrote ? context.get(history->run(id)) : std::nullopt;
    if (run && run->status == RunStatus::Canceled)
        printError(u"%1 was canceled: what it was writing then may be incomplete."_s.arg(id));
}

int outputs(CommandContext &context)
{
    Workspace *workspace = context.open();
    const QString prefix = context.arguments().size() > 1 ? context.argument(1) : QString();
    const auto files =
        workspace ? context.get(workspace->runHistory()->artifacts(context.argument(0), prefix)) : std::nullopt;
    if (!files)
        return Trouble;
    if (files->isEmpty() && !prefix.isEmpty()) {
        printError(u"%1 has no files below %2. See what it has with: roostctl runs outputs %1"_s.arg(
            context.argument(0), prefix));
        return Trouble;
    }
    QJsonArray json;
    QList<QStringList> rows;
    bool isWhole = true;
    for (const Artifact &file : *files) {
        json += toJson(file);
        rows += {file.path, sizeText(file.size), timeText(file.created)};
        // The service could not read this folder; a request for it returns the reason.
        if (file.path.endsWith(u'/'))
            isWhole = context.get(workspace->runHistory()->file(context.argument(0), file.path)) && isWhole;
    }
    if (context.wantsJson())
        print(json);
    else
        printTable({u"PATH"_s, u"SIZE"_s, u"CREATED"_s}, rows);
    warnOfPartialFiles(context, workspace->runHistory(), context.argument(0), *files);
    return isWhole ? Done : Trouble;
}

int download(CommandContext &context)
{
    Workspace *workspace = context.open();
    if (!workspace)
        return Trouble;
    RunHistory *history = workspace->runHistory();
    const QString run = context.argument(0);
    QStringList requested = context.arguments().sliced(1);
    if (requested.isEmpty())
        requested += u"outputs/"_s;
    QStringList wanted;
    QList<Artifact> all;
    for (const QString &path : std::as_const(requested)) {
        const auto files = context.get(history->artifacts(run, path));
        if (!files)
            return Trouble;
        for (const Artifact &file : *files)
            wanted += file.path;
        if (files->isEmpty()) {
            printError(u"%1 has no file %2. See what it has with: roostctl runs outputs %1"_s.arg(run, path));
            return Trouble;
        }
        all += *files;
    }
    warnOfPartialFiles(context, history, run, all);
    return fetch(
        context, workspace->files(), [history, run](const QString &path) { return history->file(run, path); }, wanted);
}

} // namespace

QList<Verb> runFilesVerbs()
{
    return {
        {u"runs metrics"_s,
         u"RUN [KEY...]"_s,
         u"Prints last values, or every value of the keys."_s,
         {},
         1,
         -1,
         metrics},
        {u"runs outputs"_s, u"RUN [PREFIX]"_s, u"Lists the files of a run."_s, {}, 1, 2, outputs, true},
        {u"runs download"_s, u"RUN [PATH...]"_s, u"Fetches files of a run, by default all below outputs/."_s,
         fetchOptions(), 1, -1, download, true},
    };
}

} // namespace Roost::Ctl
