// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/process/tool.h"

#include "models/process/orphans.h"
#include "models/process/processtree.h"

#include <QFileInfo>
#include <QProcessEnvironment>

#include <sys/prctl.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Roost::Process {

Tool::Tool(QByteArray mark, QObject *parent)
    : QObject(parent)
    , m_mark(std::move(mark))
{
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setStandardInputFile(QProcess::nullDevice());
    connect(&m_process, &QProcess::readyReadStandardOutput, this,
            [this] { Q_EMIT output(m_process.readAllStandardOutput()); });
    connect(&m_process, &QProcess::finished, this, &Tool::finish);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            finish();
    });
    m_timeLimit.setSingleShot(true);
    connect(&m_timeLimit, &QTimer::timeout, this, [this] {
        m_timedOut = true;
        stop();
    });
    m_grace.setSingleShot(true);
    m_grace.setInterval(3s);
    connect(&m_grace, &QTimer::timeout, this, [this] {
        signalAll(SIGKILL);
        killMarked(m_mark, 2000);
    });
}

Tool::~Tool()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_emitted = true;
    killMarked(m_mark, 2000);
    m_process.kill();
    m_process.waitForFinished(2000);
}

void Tool::start(const ToolCall &call, qint64 timeoutMs)
{
    auto environment = QProcessEnvironment::systemEnvironment();
    for (auto it = call.environment.cbegin(); it != call.environment.cend(); ++it)
        environment.insert(it.key(), it.value());
    const QString mark = QString::fromLocal8Bit(m_mark);
    environment.insert(mark.section(u'=', 0, 0), mark.section(u'=', 1));
    m_process.setProcessEnvironment(environment);
    m_process.setWorkingDirectory(call.workingFolder);
    const pid_t parent = getpid();
    m_process.setChildProcessModifier([parent, number = markNumber(m_mark)] {
        setsid();
        bearMark(number);
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        if (getppid() != parent)
            _exit(1);
    });
    m_timeoutMs = timeoutMs;
    if (timeoutMs > 0)
        m_timeLimit.start(std::chrono::milliseconds(timeoutMs));
    m_process.start(call.program, call.arguments);
    if (m_process.processId() > 0)
        Orphans::isOwnChild(pid_t(m_process.processId()));
}

void Tool::stop()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    signalAll(SIGTERM);
    m_grace.start();
}

void Tool::signalAll(int signal)
{
    for (const ProcessKey &process : processesMarked(m_mark))
        sendSignal(process, signal);
    if (m_process.processId() > 0)
        kill(pid_t(m_process.processId()), signal);
}

void Tool::finish()
{
    if (m_emitted)
        return;
    m_emitted = true;
    m_timeLimit.stop();
    m_grace.stop();
    killMarked(m_mark, 2000);
    Orphans::reap();
    const auto rest = m_process.readAllStandardOutput();
    if (!rest.isEmpty())
        Q_EMIT output(rest);
    const QString name = QFileInfo(m_process.program()).fileName();
    QString problem;
    if (m_process.error() == QProcess::FailedToStart)
        problem = u"Cannot start %1: %2."_s.arg(m_process.program(), m_process.errorString());
    else if (m_timedOut)
        problem = u"%1 was stopped after %2 s, the time allowed for it."_s.arg(name).arg(m_timeoutMs / 1000);
    else if (m_process.exitStatus() == QProcess::CrashExit)
        problem = u"%1 was ended by a signal."_s.arg(name);
    else if (m_process.exitCode() != 0)
        problem = u"%1 ended with code %2."_s.arg(name).arg(m_process.exitCode());
    Q_EMIT ended(problem);
}

} // namespace Roost::Process
