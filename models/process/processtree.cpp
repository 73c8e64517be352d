// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/process/processtree.h"

#include "models/process/processstat.h"

#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QFile>
#include <QHash>
#include <QThread>
#include <QtEndian>

#include <dirent.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <csignal>

using namespace Qt::StringLiterals;

namespace Roost::Process {

namespace {

QByteArray readWhole(const QString &file)
{
    QFile in(file);
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

/// All marks have this bit set, so that they exceed any time limit that a program would set. The highest bit is not
/// set, because the kernel reserves it for "no limit".
constexpr quint64 markBit = 1ULL << 62;

std::optional<quint64> numberedMarkOf(pid_t pid)
{
    struct rlimit limit = {};
    if (prlimit(pid, RLIMIT_RTTIME, nullptr, &limit) != 0 || (limit.rlim_cur >> 62) != 1)
        return std::nullopt;
    return limit.rlim_cur;
}

bool isOurs(pid_t pid)
{
    struct stat facts = {};
    return stat(QByteArray("/proc/" + QByteArray::number(pid)).constData(), &facts) == 0 && facts.st_uid == getuid();
}

} // namespace

std::optional<ProcessKey> processKey(pid_t pid)
{
    const auto facts = processStat(pid);
    return facts ? std::optional(facts->key) : std::nullopt;
}

bool isAlive(const ProcessKey &process)
{
    const auto facts = processStat(process.pid);
    return facts && facts->key == process && facts->state != 'Z' && facts->state != 'X';
}

bool hasOpen(const ProcessKey &process, const QString &file)
{
    struct stat wanted = {};
    if (stat(QFile::encodeName(file).constData(), &wanted) != 0 || !isOurs(process.pid) || !isAlive(process))
        return false;
    const QByteArray place = "/proc/" + QByteArray::number(process.pid) + "/fd";
    DIR *folder = opendir(place.constData());
    if (folder == nullptr)
        return false;
    bool found = false;
    while (const dirent *entry = found ? nullptr : readdir(folder)) {
        struct stat open = {};
        found = stat(QByteArray(place + '/' + entry->d_name).constData(), &open) == 0 && open.st_dev == wanted.st_dev &&
                open.st_ino == wanted.st_ino;
    }
    closedir(folder);
    return found;
}

QString bootId()
{
    return QString::fromLatin1(readWhole(u"/proc/sys/kernel/random/boot_id"_s).trimmed());
}

QList<ProcessKey> descendantsOf(pid_t ancestor)
{
    QMultiHash<pid_t, ProcessKey> children;
    forEachProcess([&children](pid_t pid) {
        if (const auto facts = processStat(pid))
            children.insert(facts->parent, facts->key);
    });
    QList<ProcessKey> found;
    QList<pid_t> open{ancestor};
    while (!open.isEmpty()) {
        const auto next = children.values(open.takeLast());
        for (const ProcessKey &child : next) {
            found += child;
            open += child.pid;
        }
    }
    return found;
}

QList<ProcessKey> childrenOutsideSession(pid_t parent, pid_t session)
{
    QList<ProcessKey> found;
    forEachProcess([&](pid_t pid) {
        if (const auto facts = processStat(pid); facts && facts->parent == parent && facts->session != session)
            found += facts->key;
    });
    return found;
}

quint64 markNumber(const QByteArray &assignment)
{
    const QByteArray hash = QCryptographicHash::hash(assignment, QCryptographicHash::Sha256);
    return markBit | (qFromBigEndian<quint64>(hash.constData()) & (markBit - 1));
}

void bearMark(quint64 number)
{
    struct rlimit limit = {};
    if (getrlimit(RLIMIT_RTTIME, &limit) != 0)
        return;
    limit.rlim_cur = number;
    setrlimit(RLIMIT_RTTIME, &limit);
}

bool isMarked(const ProcessKey &process)
{
    if (numberedMarkOf(process.pid))
        return true;
    const QByteArray environment = '\0' + readWhole(u"/proc/%1/environ"_s.arg(process.pid));
    return environment.contains(QByteArrayView("\0ROOST_", 7));
}

QList<ProcessKey> processesMarked(const QByteArray &assignment)
{
    const QByteArray needle = '\0' + assignment + '\0';
    const quint64 number = markNumber(assignment);
    QList<ProcessKey> found;
    forEachProcess([&](pid_t pid) {
        if (pid == getpid() || !isOurs(pid))
            return;
        const auto facts = processStat(pid);
        if (!facts || facts->state == 'Z')
            return;
        const QByteArray environment = '\0' + readWhole(u"/proc/%1/environ"_s.arg(pid)) + '\0';
        if (environment.contains(needle) || numberedMarkOf(pid) == number)
            found += facts->key;
    });
    return found;
}

void sendSignal(const ProcessKey &process, int signal)
{
    const int handle = int(syscall(SYS_pidfd_open, process.pid, 0));
    if (handle < 0) {
        // Kernels before 5.3 have no process handles.
        if (errno == ENOSYS && processKey(process.pid) == process)
            kill(process.pid, signal);
        return;
    }
    // The handle refers to the process that currently has this number, and never to a later one.
    if (processKey(process.pid) == process)
        syscall(SYS_pidfd_send_signal, handle, signal, nullptr, 0);
    close(handle);
}

bool killMarked(const QByteArray &assignment, int timeoutMs)
{
    const QDeadlineTimer deadline(timeoutMs);
    for (;;) {
        const auto found = processesMarked(assignment);
        if (found.isEmpty())
            return true;
        if (deadline.hasExpired())
            return false;
        for (const ProcessKey &process : found)
            sendSignal(process, SIGKILL);
        QThread::msleep(10);
    }
}

} // namespace Roost::Process
