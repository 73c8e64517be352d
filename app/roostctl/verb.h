// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCommandLineOption>
#include <QList>
#include <QString>

#include <functional>

namespace Roost::Ctl {

class Session;

enum ExitCode { Done = 0, Trouble = 1, BadUsage = 2, RunNotCompleted = 3 };

/// One thing roostctl does: "runs logs RUN [LOG]".
struct Verb
{
    QString words;     // "runs logs"
    QString arguments; // "RUN [LOG]"
    QString summary;   // one sentence
    QList<QCommandLineOption> options;
    int least = 0;
    int most = 0; // -1: any number
    std::function<int(Session &)> run;
    bool takesBytes = false; // words may be names of a run's files that are no UTF-8 (files/filename.h)
};

QList<Verb> workspaceVerbs();
QList<Verb> submitVerbs();
QList<Verb> runsVerbs();
QList<Verb> logsVerbs();
QList<Verb> runFilesVerbs();
QList<Verb> computesVerbs();
QList<Verb> environmentsVerbs();
QList<Verb> modelsVerbs();
QList<Verb> serviceVerbs();

/// In the order of the help.
QList<Verb> allVerbs();

/// The whole program: `arguments` without the program's own name.
int runCommandLine(const QStringList &arguments);

} // namespace Roost::Ctl
