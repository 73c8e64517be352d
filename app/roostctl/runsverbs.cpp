// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roostctl/fetch.h"
#include "app/roostctl/loglines.h"
#include "app/roostctl/session.h"
#include "app/roostctl/stream.h"
#include "app/roostctl/values.h"
#include "app/roostctl/verb.h"
#include "models/core/logpath.h"
#include "models/items/causetext.h"

#include <algorithm>

namespace Roost::Ctl {

using namespace Qt::StringLiterals;

namespace {

int list(Session &session)
{
    bool fine = true;
    const int limit = session.has(u"limit"_s) ? session.option(u"limit"_s).toInt(&fine) : 50;
    if (!fine || limit < 1) {
        say(u"--limit takes a whole number, 1 or more."_s);
        return BadUsage;
    }
    Workspace *workspace = session.open();
    if (!workspace)
        return Trouble;
    const RunQuery query{session.option(u"experiment"_s), session.has(u"active"_s), std::min(limit, 100)};
    QList<Run> runs;
    QString next;
    do {
        const auto page = session.get(workspace->runHistory()->runs(query, next));
        if (!page)
            return Trouble;
        runs += page->items;
        next = page->next;
    } while (!next.isEmpty() && runs.size() < limit);
    runs.resize(std::min<qsizetype>(runs.size(), limit));
    QJsonArray json;
    QList<QStringList> rows;
    for (const Run &run : std::as_const(runs)) {
        json += toJson(run);
        rows += {run.id,
                 run.displayName,
                 run.experiment,
                 toWord(run.status),
                 timeText(run.created),
                 durationText(run.started, run.ended)};
    }
    if (session.wantsJson())
        print(json);
    else if (runs.isEmpty())
        print(u"No runs yet. Submit one with: roostctl submit job.yml --stream\n"_s);
    else
        printTable({u"ID"_s, u"NAME"_s, u"EXPERIMENT"_s, u"STATUS"_s, u"CREATED"_s, u"TOOK"_s}, rows);
    return Done;
}

int show(Session &session)
{
    Workspace *workspace = session.open();
    const auto run = workspace ? session.get(workspace->runHistory()->run(session.argument(0))) : std::nullopt;
    if (!run)
        return Trouble;
    if (session.wantsJson()) {
        print(toJson(*run));
        return Done;
    }
    QList<QStringList> rows{{u"id"_s, run->id},
                            {u"name"_s, run->displayName},
                            {u"experiment"_s, run->experiment},
                            {u"status"_s, toWord(run->status)},
                            {u"waiting for"_s, run->queueReason},
                            {u"error"_s, run->errorText},
                            {u"compute"_s, run->computeName},
                            {u"environment"_s, run->environmentName},
                            {u"command"_s, run->command},
                            {u"created"_s, timeText(run->created)},
                            {u"took"_s, durationText(run->started, run->ended)}};
    for (const auto &[key, value] : run->parameters.asKeyValueRange())
        rows += {u"param "_s + key, value};
    for (const auto &[key, value] : run->lastMetrics.asKeyValueRange())
        rows += {u"metric "_s + key, QString::number(value)};
    rows.removeIf([](const QStringList &row) { return row[1].isEmpty(); });
    printTable({u"RUN"_s, QString()}, rows);
    if (run->cause)
        print(u"\n"_s + CauseText::report(*run) + u'\n');
    return Done;
}

int cancel(Session &session)
{
    Workspace *workspace = session.open();
    JobService *jobs = workspace ? Session::needed(workspace->jobs(), u"jobs to cancel"_s) : nullptr;
    if (!jobs || !session.get(jobs->cancel(session.argument(0))))
        return Trouble;
    if (session.wantsJson())
        print(QJsonObject{{u"id"_s, session.argument(0)}, {u"cancelRequested"_s, true}});
    else
        print(u"%1 is being canceled.\n"_s.arg(session.argument(0)));
    return Done;
}

int stacks(Session &session)
{
    Workspace *workspace = session.open();
    RunProbe *probe =
        workspace ? Session::needed(workspace->probe(), u"service that can look into processes"_s) : nullptr;
    if (!probe)
        return Trouble;
    const auto files = session.get(probe->takeStacks(session.argument(0)));
    if (!files)
        return Trouble;
    if (session.wantsJson())
        print(QJsonObject{{u"id"_s, session.argument(0)}, {u"files"_s, QJsonArray::fromStringList(*files)}});
    else
        print(files->join(u'\n') + u'\n');
    return Done;
}

int listLogs(Session &session, RunHistory *history)
{
    const auto files = session.get(history->logs(session.argument(0)));
    if (!files)
        return Trouble;
    QJsonArray json;
    for (const FileRef &file : *files)
        session.wantsJson() ? void(json += file.path) : print(file.path + u'\n');
    if (session.wantsJson())
        print(json);
    return Done;
}

// In the order of ranks, of which text knows nothing: "..._10.txt" comes behind "..._9.txt".
QStringList wantedLogs(const QList<FileRef> &files, const LogLines &lines)
{
    QStringList paths;
    for (const FileRef &file : files) {
        if (lines.wants(file.path))
            paths += file.path;
    }
    std::ranges::stable_sort(paths, {}, [](const QString &path) { return rankOfLog(path).value_or(0); });
    return paths;
}

int logs(Session &session)
{
    auto lines = LogLines::from(session);
    if (!lines)
        return BadUsage;
    Workspace *workspace = session.open();
    if (!workspace)
        return Trouble;
    RunHistory *history = workspace->runHistory();
    const QString run = session.argument(0);
    if (session.has(u"list"_s))
        return listLogs(session, history);
    if (!lines->path().isEmpty()) {
        lines->setAlone(true);
        return showLog(history, run, lines->path(), session.has(u"follow"_s), *lines);
    }
    if (session.has(u"follow"_s))
        return Stream(history, run, session.wantsJson(), std::move(*lines)).exec();
    const auto files = session.get(history->logs(run));
    if (!files)
        return Trouble;
    const QStringList paths = wantedLogs(*files, *lines);
    lines->setAlone(paths.size() < 2 || !session.has(u"rank"_s));
    int code = Done;
    for (const QString &path : paths) {
        if (paths.size() > 1 && !session.has(u"rank"_s) && !session.wantsJson())
            say(path);
        code = std::max(code, showLog(history, run, path, false, *lines));
    }
    if (files->isEmpty()) {
        say(u"%1 has no log yet."_s.arg(run));
    } else if (paths.isEmpty()) {
        say(u"%1 has no log of rank %2. See what it has with: roostctl runs logs %1 --list"_s.arg(
            run, session.option(u"rank"_s)));
        return Trouble;
    }
    return code;
}

int metrics(Session &session)
{
    Workspace *workspace = session.open();
    const auto run = workspace ? session.get(workspace->runHistory()->run(session.argument(0))) : std::nullopt;
    if (!run)
        return Trouble;
    const QStringList asked = session.arguments().sliced(1);
    if (asked.isEmpty() && !session.wantsJson()) {
        QList<QStringList> rows;
        for (const auto &[key, value] : run->lastMetrics.asKeyValueRange())
            rows += {key, QString::number(value, 'g', 8)};
        printTable({u"METRIC"_s, u"LAST"_s}, rows);
        return Done;
    }
    QJsonObject json;
    QList<QStringList> rows;
    for (const QString &key : asked.isEmpty() ? QStringList(run->lastMetrics.keys()) : asked) {
        QJsonArray points;
        MetricHistory part;
        do {
            auto next = session.get(workspace->runHistory()->metric(run->id, key, part.cursor));
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
    if (session.wantsJson())
        print(json);
    else
        printTable({u"METRIC"_s, u"STEP"_s, u"VALUE"_s, u"TIME"_s}, rows);
    return Done;
}

int outputs(Session &session)
{
    Workspace *workspace = session.open();
    const QString prefix = session.arguments().size() > 1 ? session.argument(1) : QString();
    const auto files =
        workspace ? session.get(workspace->runHistory()->artifacts(session.argument(0), prefix)) : std::nullopt;
    if (!files)
        return Trouble;
    QJsonArray json;
    QList<QStringList> rows;
    for (const Artifact &file : *files) {
        json += toJson(file);
        rows += {file.path, sizeText(file.size), timeText(file.created)};
    }
    if (session.wantsJson())
        print(json);
    else
        printTable({u"PATH"_s, u"SIZE"_s, u"CREATED"_s}, rows);
    return Done;
}

int download(Session &session)
{
    Workspace *workspace = session.open();
    if (!workspace)
        return Trouble;
    RunHistory *history = workspace->runHistory();
    const QString run = session.argument(0);
    QStringList asked = session.arguments().sliced(1);
    if (asked.isEmpty())
        asked += u"outputs/"_s;
    QList<Wanted> wanted;
    for (const QString &path : std::as_const(asked)) {
        const auto files = session.get(history->artifacts(run, path));
        if (!files)
            return Trouble;
        for (const Artifact &file : *files)
            wanted += Wanted{file.path, [history, run, name = file.path] { return history->file(run, name); }};
        if (files->isEmpty()) {
            say(u"%1 has no file %2. See what it has with: roostctl runs outputs %1"_s.arg(run, path));
            return Trouble;
        }
    }
    return fetch(session, history, wanted);
}

} // namespace

QList<Verb> runsVerbs()
{
    const QCommandLineOption experiment(u"experiment"_s, u"Only runs of this experiment."_s, u"NAME"_s);
    const QCommandLineOption active(u"active"_s, u"Only runs that have not ended."_s);
    const QCommandLineOption limit(u"limit"_s, u"At most so many, newest first (50)."_s, u"N"_s);
    const QCommandLineOption follow({u"f"_s, u"follow"_s},
                                    u"Goes on until the run has ended; Ctrl+C leaves the run alone."_s);
    const QCommandLineOption listing(u"list"_s, u"Names the log files only."_s);
    return {
        {u"runs list"_s, {}, u"Lists runs, newest first."_s, {experiment, active, limit}, 0, 0, list},
        {u"runs show"_s, u"RUN"_s, u"Shows one run."_s, {}, 1, 1, show},
        {u"runs cancel"_s, u"RUN"_s, u"Asks a run to end."_s, {}, 1, 1, cancel},
        {u"runs stacks"_s,
         u"RUN"_s,
         u"Writes where each rank stands now into logs/ of the run, by py-spy, gdb or the kernel."_s,
         {},
         1,
         1,
         stacks},
        {u"runs logs"_s, u"RUN [LOG]"_s, u"Prints the logs of a run, or lines of some of them."_s,
         QList<QCommandLineOption>{follow, listing} + LogLines::options(), 1, 2, logs},
        {u"runs metrics"_s,
         u"RUN [KEY...]"_s,
         u"Prints last values, or every value of the keys."_s,
         {},
         1,
         -1,
         metrics},
        {u"runs outputs"_s, u"RUN [PREFIX]"_s, u"Lists the files of a run."_s, {}, 1, 2, outputs},
        {u"runs download"_s,
         u"RUN [PATH...]"_s,
         u"Fetches files of a run, by default all below outputs/."_s,
         {toOption()},
         1,
         -1,
         download},
    };
}

} // namespace Roost::Ctl
