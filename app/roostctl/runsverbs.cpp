// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roostctl/commandcontext.h"
#include "app/roostctl/opening.h"
#include "app/roostctl/values.h"
#include "app/roostctl/verb.h"
#include "models/cause/sentences.h"
#include "models/core/runkeys.h"
#include "models/core/systemmetrics.h"
#include "models/items/runs/causereport.h"
#include "models/items/runs/progresswords.h"
#include "models/items/runs/runresources.h"

#include <algorithm>
#include <deque>

namespace Roost::Ctl {

using namespace Items;
using namespace Qt::StringLiterals;

namespace {

// Requests each run individually, several at a time, since a list may contain fewer fields. A run that was deleted
// meanwhile or cannot be read remains as in the list.
class RunDetails
{
public:
    RunDetails(RunHistory &history, QList<Run> runs)
        : m_history(history)
        , m_runs(std::move(runs))
    {
    }

    QList<Run> fetch()
    {
        for (int i = 0; i < atOnce; ++i)
            requestNext();
        if (m_open > 0)
            m_loop.exec();
        return std::move(m_runs);
    }

private:
    static constexpr int atOnce = 8;

    void requestNext()
    {
        if (m_next == m_runs.size())
            return;
        const qsizetype index = m_next++;
        ++m_open;
        m_pendingRuns.emplace_back().watch(m_history.run(m_runs[index].id), [this, index](Result<Run> run) {
            if (run)
                m_runs[index] = std::move(*run);
            --m_open;
            requestNext();
            if (m_open == 0)
                m_loop.quit();
        });
    }

    RunHistory &m_history;
    QList<Run> m_runs;
    std::deque<PendingReply<Run>> m_pendingRuns;
    qsizetype m_next = 0;
    int m_open = 0;
    QEventLoop m_loop;
};

int list(CommandContext &context)
{
    bool ok = true;
    const int limit = context.has(u"limit"_s) ? context.option(u"limit"_s).toInt(&ok) : 50;
    if (!ok || limit < 1) {
        printError(u"--limit takes a whole number, 1 or more."_s);
        return BadUsage;
    }
    Workspace *workspace = context.open();
    if (!workspace)
        return Trouble;
    const RunQuery query{context.option(u"experiment"_s), context.has(u"active"_s), std::min(limit, 100)};
    QList<Run> runs;
    QString next;
    do {
        const auto page = context.get(workspace->runHistory()->runs(query, next));
        if (!page)
            return Trouble;
        runs += page->items;
        next = page->next;
    } while (!next.isEmpty() && runs.size() < limit);
    runs.resize(std::min<qsizetype>(runs.size(), limit));
    if (context.wantsJson())
        runs = RunDetails(*workspace->runHistory(), std::move(runs)).fetch();
    QJsonArray json;
    QList<QStringList> rows;
    for (const Run &run : std::as_const(runs)) {
        json += toJson(run);
        rows += {run.id,
                 run.displayName,
                 run.experiment,
                 toWord(run.status),
                 timeText(run.created),
                 durationText(run.started, run.ended),
                 progressText(run)};
    }
    if (context.wantsJson())
        print(json);
    else if (runs.isEmpty() && (context.has(u"experiment"_s) || context.has(u"active"_s)))
        print(u"No run is of this kind.\n"_s);
    else if (runs.isEmpty())
        print(u"No runs yet. Submit one with: roostctl submit job.yml --stream\n"_s);
    else
        printTable({u"ID"_s, u"NAME"_s, u"EXPERIMENT"_s, u"STATUS"_s, u"CREATED"_s, u"TOOK"_s, u"PROGRESS"_s}, rows);
    return Done;
}

int show(CommandContext &context)
{
    Workspace *workspace = context.open();
    const auto run = workspace ? context.get(workspace->runHistory()->run(context.argument(0))) : std::nullopt;
    if (!run)
        return Trouble;
    if (context.wantsJson()) {
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
                            {u"took"_s, durationText(run->started, run->ended)},
                            {u"progress"_s, progressDetail(*run)}};
    for (const QString &note : run->properties.value(PropertyName::metricNotes).split(u'\n', Qt::SkipEmptyParts))
        rows += {u"metrics"_s, note};
    for (const auto &[key, value] : run->parameters.asKeyValueRange())
        rows += {u"param "_s + key, value};
    rows += {u"resources"_s, ResourceText::summary(*run)};
    for (const auto &[key, value] : run->lastMetrics.asKeyValueRange()) {
        if (!SystemMetric::isOne(key))
            rows += {u"metric "_s + key, QString::number(value)};
    }
    rows.removeIf([](const QStringList &row) { return row[1].isEmpty(); });
    printTable({u"RUN"_s, QString()}, rows);
    if (run->cause)
        print(u"\n"_s + causeReport(*run) + u'\n');
    return Done;
}

int cancel(CommandContext &context)
{
    Workspace *workspace = context.open();
    JobService *jobs = workspace ? CommandContext::required(workspace->jobs(), u"jobs to cancel"_s) : nullptr;
    const auto run = jobs ? context.get(workspace->runHistory()->run(context.argument(0))) : std::nullopt;
    if (!run)
        return Trouble;
    if (isTerminal(run->status)) {
        printError(u"%1 has ended already: %2."_s.arg(run->id, toWord(run->status)));
        return Trouble;
    }
    if (!context.get(jobs->cancel(run->id)))
        return Trouble;
    if (context.wantsJson())
        print(QJsonObject{{u"id"_s, context.argument(0)}, {u"cancelRequested"_s, true}});
    else
        printLine(u"%1 is being canceled."_s.arg(context.argument(0)));
    return Done;
}

// Asks for confirmation on a terminal; without one, --yes is required.
bool confirmsDeletion(const CommandContext &context, const QStringList &runs)
{
    const QString what = runs.join(u", "_s);
    if (context.has(u"yes"_s) || confirm(u"Delete %1 with logs and outputs? [y/N] "_s.arg(what)))
        return true;
    printError(u"Nothing was deleted. Add --yes to delete %1 with logs and outputs."_s.arg(what));
    return false;
}

int remove(CommandContext &context)
{
    Workspace *workspace = context.open();
    JobService *jobs = workspace ? CommandContext::required(workspace->jobs(), u"jobs to delete"_s) : nullptr;
    if (!jobs)
        return Trouble;
    if (!confirmsDeletion(context, context.arguments()))
        return BadUsage;
    QJsonArray json;
    for (const QString &id : context.arguments()) {
        const auto run = context.get(workspace->runHistory()->run(id));
        if (!run)
            continue;
        if (!isTerminal(run->status))
            printError(
                u"%1 has not ended: %2. Cancel it first with: roostctl runs cancel %1"_s.arg(id, toWord(run->status)));
        else if (context.get(jobs->remove(id)))
            json += id;
        else
            continue;
        if (!context.wantsJson() && json.last() == id)
            printLine(u"%1 is deleted."_s.arg(id));
    }
    if (context.wantsJson())
        print(json);
    return json.size() == context.arguments().size() ? Done : Trouble;
}

int rename(CommandContext &context)
{
    Workspace *workspace = context.open();
    const auto run = workspace ? context.get(workspace->runHistory()->rename(context.argument(0), context.argument(1)))
                               : std::nullopt;
    if (!run)
        return Trouble;
    context.wantsJson() ? print(toJson(*run)) : printLine(u"%1 is named %2."_s.arg(run->id, run->displayName));
    return Done;
}

int tag(CommandContext &context)
{
    const QStringList tags = context.arguments().sliced(1);
    const QStringList removed = context.options(u"remove"_s);
    for (const QString &one : tags) {
        if (!one.contains(u'=') || one.startsWith(u'=')) {
            printError(u"A tag is KEY=VALUE, not '%1'."_s.arg(one));
            return BadUsage;
        }
    }
    if (tags.isEmpty() && removed.isEmpty()) {
        printError(u"Which tag? Add KEY=VALUE, or --remove KEY."_s);
        return BadUsage;
    }
    Workspace *workspace = context.open();
    std::optional<Run> run;
    const auto set = [&](const QString &key, const QString &value) {
        run = workspace ? context.get(workspace->runHistory()->setTag(context.argument(0), key, value)) : std::nullopt;
        return run.has_value();
    };
    for (const QString &key : removed) {
        if (!set(key, QString()))
            return Trouble;
    }
    for (const QString &one : tags) {
        // A null value would remove the tag.
        const QString value = one.section(u'=', 1);
        if (!set(one.section(u'=', 0, 0), value.isNull() ? u""_s : value))
            return Trouble;
    }
    if (context.wantsJson()) {
        print(toJson(*run));
        return Done;
    }
    QList<QStringList> rows;
    for (const auto &[key, value] : run->tags.asKeyValueRange())
        rows += {key, value};
    printTable({u"TAG"_s, u"VALUE"_s}, rows);
    return Done;
}

int proceed(CommandContext &context)
{
    Workspace *workspace = context.open();
    HeldRuns *held =
        workspace ? CommandContext::required(workspace->heldRuns(), u"service that holds runs"_s) : nullptr;
    if (!held || !context.get(held->proceed(context.argument(0))))
        return Trouble;
    if (context.wantsJson())
        print(QJsonObject{{u"id"_s, context.argument(0)}});
    return Done;
}

int stacks(CommandContext &context)
{
    Workspace *workspace = context.open();
    RunProbe *probe =
        workspace ? CommandContext::required(workspace->probe(), u"service that can look into processes"_s) : nullptr;
    if (!probe)
        return Trouble;
    const auto files = context.get(probe->takeStacks(context.argument(0)));
    if (!files)
        return Trouble;
    if (context.wantsJson())
        print(QJsonObject{{u"id"_s, context.argument(0)}, {u"files"_s, QJsonArray::fromStringList(*files)}});
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
    const QCommandLineOption yes(u"yes"_s, u"Deletes without asking."_s);
    const QCommandLineOption untag(u"remove"_s, u"A tag to remove; may be repeated."_s, u"KEY"_s);
    return {
        {u"runs list"_s, {}, u"Lists runs, newest first."_s, {experiment, active, limit}, 0, 0, list},
        {u"runs show"_s, u"RUN"_s, u"Shows one run."_s, {}, 1, 1, show},
        {u"runs cancel"_s, u"RUN"_s, u"Asks a run to end."_s, {}, 1, 1, cancel},
        {u"runs delete"_s, u"RUN..."_s, u"Deletes ended runs with their logs and outputs."_s, {yes}, 1, -1, remove},
        {u"runs rename"_s, u"RUN NAME"_s, u"Gives a run another display name."_s, {}, 2, 2, rename},
        {u"runs tag"_s, u"RUN [KEY=VALUE...]"_s, u"Sets tags of a run, or removes them."_s, {untag}, 1, -1, tag},
        {u"runs proceed"_s,
         u"RUN"_s,
         u"Starts a run that was waiting when the workspace was first opened here."_s,
         {},
         1,
         1,
         proceed},
        {u"runs stacks"_s,
         u"RUN"_s,
         u"Writes the current stack of each rank into logs/ of the run, with py-spy, gdb or the kernel."_s,
         {},
         1,
         1,
         stacks},
    };
}

} // namespace Roost::Ctl
