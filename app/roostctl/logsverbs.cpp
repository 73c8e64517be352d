// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roostctl/commandcontext.h"
#include "app/roostctl/interrupt.h"
#include "app/roostctl/loglines.h"
#include "app/roostctl/mergedoutput.h"
#include "app/roostctl/stream.h"
#include "app/roostctl/verb.h"
#include "models/core/logpath.h"

#include <algorithm>

namespace Roost::Ctl {

using namespace Qt::StringLiterals;

namespace {

int listLogs(CommandContext &context, RunHistory *history)
{
    const auto files = context.get(history->logs(context.argument(0)));
    if (!files)
        return Trouble;
    QJsonArray json;
    for (const FileRef &file : *files)
        context.wantsJson() ? void(json += file.path) : printLine(file.path);
    if (context.wantsJson())
        print(json);
    return Done;
}

// Sorts logs in the order in which they are written: the environment build first, then ranks by number, so that
// "..._10.txt" is after "..._9.txt".
QStringList wantedLogs(const QList<FileRef> &files, const LogLines &lines)
{
    QStringList paths;
    for (const FileRef &file : files) {
        if (lines.includes(file.path))
            paths += file.path;
    }
    std::ranges::stable_sort(paths, {},
                             [](const QString &path) { return isOfBuild(path) ? -1 : rankOfLog(path).value_or(0); });
    return paths;
}

/// Prints the selected logs as one text ordered by time.
int showMerged(const CommandContext &context, const MergedOutput::Wanted &wanted, LogLines &lines)
{
    QEventLoop loop;
    Interrupt interrupt;
    QObject::connect(&interrupt, &Interrupt::pressed, &loop, &QEventLoop::quit);
    MergedOutput output(context.workspace(), context.argument(0), wanted, lines, context.has(u"follow"_s));
    QObject::connect(&output, &MergedOutput::finished, &loop, &QEventLoop::quit);
    loop.exec();
    if (interrupt.happened())
        return printStopped();
    if (!output.error().text.isEmpty()) {
        printError(output.error());
        return Trouble;
    }
    return output.hasLogs() || lines.path().isEmpty() ? int(Done) : printNoLog(context.argument(0), lines.path());
}

int showOne(CommandContext &context, LogLines &lines)
{
    lines.setAlone(true);
    RunHistory *history = context.workspace()->runHistory();
    const bool follows = context.has(u"follow"_s);
    const bool byTime = lines.needsTimes() || (follows && lines.tail());
    const int shown =
        byTime ? showMerged(
                     context, [&lines](const QString &path) { return lines.includes(path); }, lines)
               : showLog(history, context.workspace()->files(), context.argument(0), lines.path(), follows, lines);
    if (shown != Done || !follows)
        return shown;
    const auto run = context.get(history->run(context.argument(0)));
    return run ? printEnd(*run) : int(Trouble);
}

int showWanted(CommandContext &context, LogLines &lines)
{
    RunHistory *history = context.workspace()->runHistory();
    const QString run = context.argument(0);
    const auto files = context.get(history->logs(run));
    if (!files)
        return Trouble;
    if (files->isEmpty()) {
        printError(u"%1 has no log yet."_s.arg(run));
        return Done;
    }
    const QStringList paths = wantedLogs(*files, lines);
    if (paths.isEmpty()) {
        printError(u"%1 has no log of rank %2. See what it has with: roostctl runs logs %1 --list"_s.arg(
            run, context.option(u"rank"_s)));
        return Trouble;
    }
    lines.setAlone(paths.size() < 2 || !context.has(u"rank"_s));
    if (context.has(u"rank"_s))
        return showMerged(context, [&lines](const QString &path) { return lines.includes(path); }, lines);
    int code = Done;
    for (const QString &path : paths) {
        if (paths.size() > 1 && !context.wantsJson())
            printError(path);
        LogLines ofOne = lines; // --tail counts the lines per log
        const int one = lines.needsTimes() ? showMerged(
                                                 context, [path](const QString &other) { return other == path; }, ofOne)
                                           : showLog(history, context.workspace()->files(), run, path, false, ofOne);
        code = std::max(code, one);
    }
    return code;
}

int logs(CommandContext &context)
{
    auto lines = LogLines::from(context);
    if (!lines)
        return BadUsage;
    Workspace *workspace = context.open();
    if (!workspace)
        return Trouble;
    if (context.has(u"list"_s))
        return listLogs(context, workspace->runHistory());
    if (!lines->path().isEmpty())
        return showOne(context, *lines);
    if (context.has(u"follow"_s))
        return Stream(context.workspace(), context.argument(0), std::move(*lines)).exec();
    return showWanted(context, *lines);
}

} // namespace

QList<Verb> logsVerbs()
{
    const QCommandLineOption follow({u"f"_s, u"follow"_s},
                                    u"Goes on until the run has ended; Ctrl+C leaves the run alone."_s);
    const QCommandLineOption listing(u"list"_s, u"Names the log files only."_s);
    const Verb verb{u"runs logs"_s,
                    u"RUN [LOG]"_s,
                    u"Prints the logs of a run, or lines of some of them."_s,
                    QList<QCommandLineOption>{follow, listing} + LogLines::options(),
                    1,
                    2,
                    logs};
    Verb shorter = verb;
    shorter.words = u"logs"_s;
    shorter.summary = u"The same as runs logs."_s;
    return {verb, shorter};
}

} // namespace Roost::Ctl
