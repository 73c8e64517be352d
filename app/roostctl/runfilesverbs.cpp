// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roostctl/commandcontext.h"
#include "app/roostctl/fetch.h"
#include "app/roostctl/values.h"
#include "app/roostctl/verb.h"
#include "models/core/metricwindows.h"
#include "models/core/systemmetrics.h"
#include "models/items/metrics/bestvalue.h"
#include "models/wire/json.h"

#include <algorithm>
#include <limits>
#include <optional>

namespace Roost::Ctl {

using namespace Items;
using namespace Qt::StringLiterals;

namespace {

// Reads --window FROM:TO, where both may be empty.
std::optional<MetricWindowQuery> windowQuery(const CommandContext &context)
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    MetricWindowQuery query;
    query.key = context.argument(1);
    const QStringList ends = context.option(u"window"_s).split(u':');
    bool isFrom = true;
    bool isTo = true;
    bool isColumns = true;
    query.from = ends.first().isEmpty() ? -infinity : ends.first().toDouble(&isFrom);
    query.to = ends.last().isEmpty() ? infinity : ends.last().toDouble(&isTo);
    if (context.has(u"columns"_s))
        query.columns = context.option(u"columns"_s).toInt(&isColumns);
    const QString axis = context.option(u"axis"_s);
    if (axis == "time"_L1)
        query.axis = MetricWindowQuery::Axis::Time;
    if (context.arguments().size() != 2)
        printError(u"--window shows one metric: roostctl runs metrics RUN KEY --window FROM:TO"_s);
    else if (ends.size() != 2 || !isFrom || !isTo)
        printError(u"--window is FROM:TO, two numbers or nothing, not '%1'."_s.arg(context.option(u"window"_s)));
    else if (!isColumns || query.columns < 1)
        printError(u"--columns takes a whole number, 1 or more."_s);
    else if (context.has(u"axis"_s) && axis != "time"_L1 && axis != "step"_L1)
        printError(u"--axis is step or time, not '%1'."_s.arg(axis));
    else
        return query;
    return std::nullopt;
}

int metricWindow(CommandContext &context)
{
    const auto query = windowQuery(context);
    if (!query)
        return BadUsage;
    Workspace *workspace = context.open();
    MetricWindows *windows =
        workspace ? CommandContext::required(workspace->metricWindows(), u"windows of metrics"_s) : nullptr;
    const auto window = windows ? context.get(windows->window(context.argument(0), *query)) : std::nullopt;
    if (!window)
        return Trouble;
    if (context.wantsJson()) {
        print(toJson(*window));
        return Done;
    }
    const bool isTime = query->axis == MetricWindowQuery::Axis::Time;
    QList<QStringList> rows;
    for (const MetricBucket &bucket : window->buckets) {
        const auto place = [isTime](qint64 step, qint64 timestamp) {
            return isTime ? timeText(QDateTime::fromMSecsSinceEpoch(timestamp)) : QString::number(step);
        };
        rows += {place(bucket.firstStep, bucket.firstTimestamp),
                 place(bucket.lastStep, bucket.lastTimestamp),
                 QString::number(bucket.count),
                 QString::number(bucket.minimum, 'g', 8),
                 QString::number(bucket.maximum, 'g', 8),
                 QString::number(bucket.last, 'g', 8),
                 bucket.notFinite > 0 ? QString::number(bucket.notFinite) : QString()};
    }
    printTable({u"FROM"_s, u"TO"_s, u"POINTS"_s, u"LEAST"_s, u"GREATEST"_s, u"LAST"_s, u"NOT FINITE"_s}, rows);
    return Done;
}

QString stepText(const MetricSeries & /*series*/, double step)
{
    return u"step %1"_s.arg(qint64(step));
}

int metrics(CommandContext &context)
{
    if (context.has(u"window"_s))
        return metricWindow(context);
    Workspace *workspace = context.open();
    const auto run = workspace ? context.get(workspace->runHistory()->run(context.argument(0))) : std::nullopt;
    if (!run)
        return Trouble;
    const QStringList requested = context.arguments().sliced(1);
    QJsonObject json;
    QString bests;
    QList<QStringList> rows;
    if (requested.isEmpty()) {
        for (const auto &[key, value] : run->lastMetrics.asKeyValueRange()) {
            json[key] = Wire::fromNumber(value);
            rows += {key, QString::number(value, 'g', 8)};
        }
        // What the script logged comes before what the supervisor measured.
        std::ranges::stable_partition(rows, [](const QStringList &row) { return !SystemMetric::isOne(row[0]); });
        context.wantsJson() ? print(json) : printTable({u"METRIC"_s, u"LAST"_s}, rows);
        return Done;
    }
    for (const QString &key : requested) {
        if (!run->lastMetrics.contains(key)) {
            printError(u"%1 has no metric %2. See what it has with: roostctl runs metrics %1"_s.arg(run->id, key));
            return Trouble;
        }
        QJsonArray points;
        MetricSeries series;
        MetricHistory part;
        do {
            auto next = context.get(workspace->runHistory()->metric(run->id, key, part.cursor));
            if (!next)
                return Trouble;
            part = std::move(*next);
            series.append(part.points);
            for (const MetricPoint &point : std::as_const(part.points)) {
                points += toJson(point);
                rows += {key, QString::number(point.step), QString::number(point.value, 'g', 8),
                         timeText(QDateTime::fromMSecsSinceEpoch(point.timestamp))};
            }
        } while (part.more);
        json[key] = points;
        if (const QString best = bestText(key, series, stepText); !best.isEmpty())
            bests += u"%1: %2\n"_s.arg(key, best);
    }
    if (context.wantsJson()) {
        print(json);
        return Done;
    }
    printTable({u"METRIC"_s, u"STEP"_s, u"VALUE"_s, u"TIME"_s}, rows);
    print(bests);
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
    const QCommandLineOption window(
        u"window"_s,
        u"Prints the part of one metric with these steps, summarized in columns; FROM, TO or both may be "
        "left out."_s,
        u"FROM:TO"_s);
    const QCommandLineOption columns(u"columns"_s, u"The number of columns of the window (1000)."_s, u"N"_s);
    const QCommandLineOption axis(
        u"axis"_s, u"The unit of the window: step, or time in milliseconds since 1970 (step)."_s, u"AXIS"_s);
    return {
        {u"runs metrics"_s,
         u"RUN [KEY...]"_s,
         u"Prints last values, or every value of the keys."_s,
         {window, columns, axis},
         1,
         -1,
         metrics},
        {u"runs outputs"_s, u"RUN [PREFIX]"_s, u"Lists the files of a run."_s, {}, 1, 2, outputs, true},
        {u"runs download"_s, u"RUN [PATH...]"_s, u"Fetches files of a run, by default all below outputs/."_s,
         fetchOptions(), 1, -1, download, true},
    };
}

} // namespace Roost::Ctl
