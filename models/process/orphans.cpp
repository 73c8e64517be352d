// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/process/orphans.h"

#include "models/process/processtree.h"

#include <QDeadlineTimer>
#include <QThread>

#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <utility>

namespace Roost::Process {

namespace {

QList<ProcessKey> &ownChildren()
{
    static QList<ProcessKey> all;
    return all;
}

// Supervisors and tools lead their own sessions. Any other child in the session of this process is a helper of
// another thread, which waits for it.
QList<ProcessKey> adopted()
{
    auto &own = ownChildren();
    own.removeIf([](const ProcessKey &child) { return processKey(child.pid) != child; });
    auto found = childrenOutsideSession(getpid(), getsid(0));
    found.removeIf([&own](const ProcessKey &child) { return own.contains(child); });
    return found;
}

} // namespace

void Orphans::adopt()
{
    prctl(PR_SET_CHILD_SUBREAPER, 1);
}

void Orphans::isOwnChild(pid_t child)
{
    if (const auto key = processKey(child))
        ownChildren() += *key;
}

void Orphans::reap()
{
    const auto all = adopted();
    for (const ProcessKey &process : all)
        waitpid(process.pid, nullptr, WNOHANG);
}

bool Orphans::clear(int timeoutMs)
{
    const QDeadlineTimer deadline(timeoutMs);
    for (;;) {
        auto remaining = adopted();
        remaining.removeIf([](const ProcessKey &process) {
            return waitpid(process.pid, nullptr, WNOHANG) == process.pid || isMarked(process);
        });
        if (remaining.isEmpty())
            return true;
        if (deadline.hasExpired())
            return false;
        for (const ProcessKey &process : std::as_const(remaining))
            sendSignal(process, SIGKILL);
        QThread::msleep(10);
    }
}

} // namespace Roost::Process
