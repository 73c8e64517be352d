// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCommandLineOption>
#include <QList>
#include <QString>

#include <functional>

namespace Roost::Ctl {

class CommandContext;

enum ExitCode { Done = 0, Trouble = 1, BadUsage = 2, RunNotCompleted = 3 };

/// A command of roostctl: "runs logs RUN [LOG]".
struct Verb
{
    QString words;     // "runs logs"
    QString arguments; // "RUN [LOG]"
    QString summary;   // one sentence
    QList<QCommandLineOption> options;
    int least = 0;
    int most = 0; // -1 for any number
    std::function<int(CommandContext &)> run;
    bool acceptsBytes = false; // arguments may be file names that are not UTF-8 (files/filename.h)
};

QList<Verb> workspaceVerbs();
QList<Verb> maintenanceVerbs();
QList<Verb> submitVerbs();
QList<Verb> runsVerbs();
QList<Verb> logsVerbs();
QList<Verb> runFilesVerbs();
QList<Verb> computesVerbs();
QList<Verb> environmentsVerbs();
QList<Verb> modelsVerbs();
QList<Verb> importVerbs();
QList<Verb> exportVerbs();
QList<Verb> serviceVerbs();

/// Returns all verbs, in the order of the help.
QList<Verb> allVerbs();

/// Runs the program and returns its exit code. `arguments` does not include the name of the program.
int runCommandLine(const QStringList &arguments);

} // namespace Roost::Ctl
