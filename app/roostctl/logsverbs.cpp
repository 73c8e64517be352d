// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roostctl/loglines.h"
#include "app/roostctl/mergedoutput.h"
#include "app/roostctl/session.h"
#include "app/roostctl/stream.h"
#include "app/roostctl/verb.h"
#include "models/core/logpath.h"

#include <algorithm>

namespace Roost::Ctl {

using namespace Qt::StringLiterals;

namespace {

int listLogs(Session &session, RunHistory *history)
{
    const auto files = session.get(history->logs(session.argument(0)));
    if (!files)
        return Trouble;
    QJsonArray json;
    for (const FileRef &file : *files)
        session.wantsJson() ? void(json += file.path) : printLine(file.path);
    if (session.wantsJson())
        print(json);
    return Done;
}

// In the order in which they are written: the build of the environment, then the ranks, of whose order text knows
// nothing: "..._10.txt" comes behind "..._9.txt".
QStringList wantedLogs(const QList<FileRef> &files, const LogLines &lines)
{
    QStringList paths;
    for (const FileRef &file : files) {
        if (lines.wants(file.path))
            paths += file.path;
    }
    std::ranges::stable_sort(paths, {},
                             [](const QString &path) { return isOfBuild(path) ? -1 : rankOfLog(path).value_or(0); });
    return paths;
}

int noSuchLog(const QString &run, const QString &path)
{
    say(u"%1 has no log %2. See what it has with: roostctl runs logs %1 --list"_s.arg(run, path));
    return Trouble;
}

/// The wanted logs as one text in the order of time.
int showMerged(const Session &session, const MergedOutput::Wanted &wanted, LogLines &lines)
{
    QEventLoop loop;
    Interrupt interrupt;
    QObject::connect(&interrupt, &Interrupt::pressed, &loop, &QEventLoop::quit);
    MergedOutput output(session.workspace(), session.argument(0), wanted, lines, session.has(u"follow"_s));
    QObject::connect(&output, &MergedOutput::finished, &loop, &QEventLoop::quit);
    loop.exec();
    if (interrupt.happened()) {
        say(u"Stopped watching; the run goes on."_s);
        return RunNotCompleted;
    }
    if (!output.error().text.isEmpty()) {
        say(output.error());
        return Trouble;
    }
    return output.isThere() || lines.path().isEmpty() ? int(Done) : noSuchLog(session.argument(0), lines.path());
}

int showOne(Session &session, LogLines &lines)
{
    lines.setAlone(true);
    RunHistory *history = session.workspace()->runHistory();
    const bool follows = session.has(u"follow"_s);
    const bool byTime = lines.needsTimes() || (follows && lines.tail());
    const int shown = byTime ? showMerged(
                                   session, [&lines](const QString &path) { return lines.wants(path); }, lines)
                             : showLog(history, session.argument(0), lines.path(), follows, lines);
    if (shown != Done || !follows)
        return shown;
    const auto run = session.get(history->run(session.argument(0)));
    return run ? sayEnd(*run) : int(Trouble);
}

int showWanted(Session &session, LogLines &lines)
{
    RunHistory *history = session.workspace()->runHistory();
    const QString run = session.argument(0);
    const auto files = session.get(history->logs(run));
    if (!files)
        return Trouble;
    if (files->isEmpty()) {
        say(u"%1 has no log yet."_s.arg(run));
        return Done;
    }
    const QStringList paths = wantedLogs(*files, lines);
    if (paths.isEmpty()) {
        say(u"%1 has no log of rank %2. See what it has with: roostctl runs logs %1 --list"_s.arg(
            run, session.option(u"rank"_s)));
        return Trouble;
    }
    lines.setAlone(paths.size() < 2 || !session.has(u"rank"_s));
    if (session.has(u"rank"_s))
        return showMerged(session, [&lines](const QString &path) { return lines.wants(path); }, lines);
    int code = Done;
    for (const QString &path : paths) {
        if (paths.size() > 1 && !session.wantsJson())
            say(path);
        LogLines ofOne = lines; // the last lines are those of each
        const int one = lines.needsTimes() ? showMerged(
                                                 session, [path](const QString &other) { return other == path; }, ofOne)
                                           : showLog(history, run, path, false, ofOne);
        code = std::max(code, one);
    }
    return code;
}

int logs(Session &session)
{
    auto lines = LogLines::from(session);
    if (!lines)
        return BadUsage;
    Workspace *workspace = session.open();
    if (!workspace)
        return Trouble;
    if (session.has(u"list"_s))
        return listLogs(session, workspace->runHistory());
    if (!lines->path().isEmpty())
        return showOne(session, *lines);
    if (session.has(u"follow"_s))
        return Stream(session.workspace(), session.argument(0), std::move(*lines)).exec();
    return showWanted(session, *lines);
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
