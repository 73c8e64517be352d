// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/process/stacks.h"

#include "models/process/safepython.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>

#include <sys/prctl.h>

#include <algorithm>
#include <csignal>
#include <utility>

using namespace Qt::StringLiterals;

namespace Roost::Process {

namespace {

constexpr int totalTimeout = 90'000; // for all tools of a rank together
constexpr int toolTimeout = 30'000;  // gdb reads all symbols of PyTorch

QByteArray contents(const QString &file)
{
    QFile in(file);
    return in.open(QIODevice::ReadOnly) ? in.readAll().trimmed() : QByteArray();
}

bool runsPython(const ProcessKey &process)
{
    return QFileInfo(QFile::symLinkTarget(u"/proc/%1/exe"_s.arg(process.pid))).fileName().startsWith("python"_L1);
}

QList<ProcessKey> processesToDump(const ProcessKey &rank)
{
    QList<ProcessKey> all{rank};
    all += descendantsOf(rank.pid);
    QList<ProcessKey> python;
    for (const ProcessKey &process : std::as_const(all)) {
        if (isAlive(process) && runsPython(process))
            python += process;
    }
    return python.isEmpty() ? all : python;
}

struct ToolOutput
{
    QString text;
    /// The reason why there is no dump.
    QString problem;
};

ToolOutput runTool(const QString &program, const QStringList &arguments, int timeoutMs)
{
    QProcess tool;
    tool.setProcessChannelMode(QProcess::SeparateChannels);
    tool.setStandardInputFile(QProcess::nullDevice());
    tool.setWorkingDirectory(neutralFolder());
    tool.setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGKILL); });
    tool.start(program, arguments);
    if (!tool.waitForFinished(timeoutMs)) {
        const QString problem = tool.state() == QProcess::NotRunning
                                    ? tool.errorString()
                                    : u"it did not answer within %1 s"_s.arg(timeoutMs / 1000);
        tool.kill(); // the traced process continues to run
        tool.waitForFinished(5000);
        return {{}, problem};
    }
    const QString errors = QString::fromLocal8Bit(tool.readAllStandardError()).trimmed();
    const QString text = QString::fromLocal8Bit(tool.readAllStandardOutput()).trimmed();
    const bool refused = errors.contains("ptrace"_L1, Qt::CaseInsensitive) && !text.contains(u'#');
    if (tool.exitCode() != 0 || text.isEmpty() || refused)
        return {{}, errors.isEmpty() ? u"it ended with code %1"_s.arg(tool.exitCode()) : errors.section(u'\n', 0, 0)};
    return {text, {}};
}

QStringList arguments(const QString &tool, pid_t pid)
{
    const QString number = QString::number(pid);
    if (tool == "py-spy"_L1)
        return {u"dump"_s, u"--pid"_s, number};
    return {u"-nx"_s, u"-batch"_s,
            u"-ex"_s, u"set pagination off"_s,
            u"-ex"_s, u"set debuginfod enabled off"_s,
            u"-ex"_s, u"thread apply all py-bt"_s, // works if the symbols of this Python are installed
            u"-ex"_s, u"thread apply all bt"_s,
            u"-p"_s,  number};
}

// Returns the state of a process of this user, as the kernel reports it without tracing.
QString kernelView(pid_t pid)
{
    QStringList lines;
    const QDir tasks(u"/proc/%1/task"_s.arg(pid));
    for (const QString &task : tasks.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QString folder = tasks.filePath(task);
        const QString state =
            QString::fromUtf8(contents(folder + u"/status"_s)).section(u"State:"_s, 1).section(u'\n', 0, 0);
        lines += u"thread %1 (%2):%3, waits in %4"_s.arg(task, QString::fromUtf8(contents(folder + u"/comm"_s)),
                                                         state.simplified().prepend(u' '),
                                                         QString::fromUtf8(contents(folder + u"/wchan"_s)));
        const QByteArray stack = contents(folder + u"/stack"_s); // readable by root only
        if (!stack.isEmpty())
            lines += QString::fromUtf8(stack);
    }
    return lines.join(u'\n');
}

QString permissionHint()
{
    const QByteArray scope = contents(u"/proc/sys/kernel/yama/ptrace_scope"_s);
    return scope.isEmpty() || scope == "0"
               ? QString()
               : u" The kernel lets only parents look into processes (kernel.yama.ptrace_scope = %1)."_s.arg(
                     QString::fromLatin1(scope));
}

} // namespace

StackDump stacksOf(const ProcessKey &rank, const QString &path)
{
    const QDeadlineTimer deadline(totalTimeout);
    auto folders = path.split(QDir::listSeparator(), Qt::SkipEmptyParts);
    folders.removeIf([](const QString &folder) { return QDir::isRelativePath(folder); });
    QStringList notes;
    for (const auto &tool : {u"py-spy"_s, u"gdb"_s}) {
        const QString program = QStandardPaths::findExecutable(tool, folders);
        if (program.isEmpty()) {
            notes += u"%1 is not installed."_s.arg(tool);
            continue;
        }
        QStringList texts;
        QString problem;
        for (const ProcessKey &process : processesToDump(rank)) {
            const int timeout = int(std::min<qint64>(toolTimeout, deadline.remainingTime()));
            const auto output = runTool(program, arguments(tool, process.pid), timeout);
            if (!output.problem.isEmpty())
                problem = output.problem;
            else
                texts += u"Process %1, by %2\n%3\n"_s.arg(process.pid).arg(tool, output.text);
        }
        if (!texts.isEmpty())
            return {tool, texts.join(u'\n')};
        notes += u"%1 gave no stack: %2.%3"_s.arg(tool, problem, permissionHint());
    }
    notes += u"What follows is what the kernel tells. For stacks of Python put py-spy into the environment."_s;
    QStringList texts{notes.join(u'\n') + u'\n'};
    for (const ProcessKey &process : processesToDump(rank))
        texts += u"Process %1\n%2\n"_s.arg(process.pid).arg(kernelView(process.pid));
    return {u"kernel"_s, texts.join(u'\n')};
}

} // namespace Roost::Process
