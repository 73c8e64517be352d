// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/process/processtree.h"
#include "models/service/launch/launchevents.h"
#include "models/service/launch/launchplan.h"
#include "models/service/launch/local/startsupervisor.h"

#include <QDir>
#include <QFile>
#include <QProcessEnvironment>
#include <QTemporaryDir>
#include <QTest>

#include <sys/wait.h>

#include <algorithm>
#include <memory>

namespace Roost::Service {

using namespace Launch;
using namespace Process;
using namespace Qt::StringLiterals;

constexpr int patience = 60000;

// Starts every kind of descendant and writes the process ids into `pids`: a child, a grandchild in its own session
// whose parent has exited, a process that ignores SIGTERM, and a stopped process.
inline const QString crowd = uR"(
import os, signal, sys, time
def note():
    with open("pids", "a") as f:
        f.write(f"{os.getpid()}\n")
def stay():
    note()
    while True:
        time.sleep(60)
if os.fork() == 0:
    stay()
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        os.setsid()
        stay()
    os._exit(0)
if os.fork() == 0:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    stay()
if os.fork() == 0:
    note()
    os.kill(os.getpid(), signal.SIGSTOP)
    stay()
note()
)"_s;

/// A folder in which a supervisor runs a plan, started in the same way as by the service.
class LaunchFixture : public QObject
{
protected:
    std::unique_ptr<QTemporaryDir> m_folder;

    QString path(const QString &name) const { return m_folder->filePath(name); }

    QByteArray contents(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    void write(const QString &name, const QString &text) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text.toUtf8());
    }

    Launch::LaunchPlan plan(const QString &command, int ranks = 1) const
    {
        Launch::LaunchPlan plan;
        plan.runId = u"run-1"_s;
        plan.command = command;
        plan.workingFolder = m_folder->path();
        plan.stateFolder = path(u"state"_s);
        plan.graceSeconds = 1;
        plan.masterAddress = u"127.0.0.1"_s;
        if (ranks > 1)
            plan.distribution = {Distribution::Type::PyTorch, ranks};
        for (int rank = 0; rank < ranks; ++rank)
            plan.logFiles += path(u"log_%1.txt"_s.arg(rank));
        return plan;
    }

    QString launchFile() const { return path(u"state/launch.json"_s); }
    Launch::LaunchEvents events() const { return readEvents(eventsFile(path(u"state"_s))); }

    pid_t start(const Launch::LaunchPlan &plan) const
    {
        const auto saved = plan.save(launchFile());
        const auto pid =
            startSupervisor(QStringLiteral(SUPERVISE_PROGRAM), launchFile(), QProcessEnvironment::systemEnvironment());
        return saved && pid ? *pid : -1;
    }

    // Returns the exit code of the supervisor, or -1 if it does not end.
    int waitForEnd(pid_t supervisor) const
    {
        int status = -1;
        if (!QTest::qWaitFor([&] { return waitpid(supervisor, &status, WNOHANG) == supervisor; }, patience))
            return -1;
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }

    QList<Process::ProcessKey> crowdMembers(int expected) const
    {
        QList<Process::ProcessKey> members;
        const auto read = [&] {
            members.clear();
            for (const QByteArray &line : contents(u"pids"_s).split('\n')) {
                if (const auto key = processKey(pid_t(line.toInt())); key && !line.isEmpty())
                    members += *key;
            }
            return members.size() >= expected;
        };
        return QTest::qWaitFor(read, patience) ? members : QList<Process::ProcessKey>();
    }

    // Returns whether the processes are gone: not even a zombie has their id and start time.
    static bool gone(const QList<Process::ProcessKey> &members)
    {
        return std::ranges::none_of(members, [](const Process::ProcessKey &m) { return processKey(m.pid) == m; });
    }

    void makeFolder()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir(m_folder->path()).mkpath(u"state"_s));
    }
};

} // namespace Roost::Service
