// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roostctl/session.h"
#include "app/roostctl/values.h"
#include "app/roostctl/verb.h"
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
    else if (runs.isEmpty() && (session.has(u"experiment"_s) || session.has(u"active"_s)))
        print(u"No run is of this kind.\n"_s);
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
    const auto run = jobs ? session.get(workspace->runHistory()->run(session.argument(0))) : std::nullopt;
    if (!run)
        return Trouble;
    if (isTerminal(run->status)) {
        say(u"%1 has ended already: %2."_s.arg(run->id, toWord(run->status)));
        return Trouble;
    }
    if (!session.get(jobs->cancel(run->id)))
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

} // namespace

QList<Verb> runsVerbs()
{
    const QCommandLineOption experiment(u"experiment"_s, u"Only runs of this experiment."_s, u"NAME"_s);
    const QCommandLineOption active(u"active"_s, u"Only runs that have not ended."_s);
    const QCommandLineOption limit(u"limit"_s, u"At most so many, newest first (50)."_s, u"N"_s);
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
    };
}

} // namespace Roost::Ctl
