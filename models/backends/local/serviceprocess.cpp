// SPDX-FileCopyrightText: 2026 The Roost developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backends/local/serviceprocess.h"

#include "models/backends/local/serviceendpoint.h"
#include "models/core/words.h"
#include "models/trust/lockholder.h"

#include <QFile>
#include <QTimer>

#include <cerrno>
#include <csignal>
#include <cstring>

using namespace Qt::StringLiterals;

namespace Roost::Local::ServiceProcess {

using namespace Trust;

namespace {

constexpr int pollEveryMs = 50;
constexpr int afterTermMs = 4000;
constexpr int afterKillMs = 4000;

bool isService(qint64 pid)
{
    QFile name(u"/proc/%1/comm"_s.arg(pid));
    return name.open(QIODevice::ReadOnly) && name.readAll().trimmed() == "roostd";
}

Result<void> sendSignal(int signal, const QString &folder, const LockHolder &holder)
{
    // Checked right before the signal, because the id may meanwhile belong to another process.
    if (lockHolderOf(folder) != holder || !isService(holder.pid)) {
        return failure(
            ErrorKind::Conflict,
            Words::tr("Process %1 is not the service of %2, so it is not ended.").arg(holder.pid).arg(folder));
    }
    if (::kill(pid_t(holder.pid), signal) == 0)
        return {};
    return failure(
        ErrorKind::Denied,
        Words::tr("Process %1 cannot be ended: %2.").arg(holder.pid).arg(QString::fromLocal8Bit(std::strerror(errno))));
}

} // namespace

Error notResponding(const QString &workspaceFolder, qint64 pid)
{
    return {ErrorKind::Unreachable,
            Words::tr("The service of %1 runs as process %2, but does not answer.").arg(workspaceFolder).arg(pid),
            {}};
}

Future<void> waitForExit(qint64 pid, int patienceMs)
{
    if (!isAlive(pid))
        return readyFuture<void>({});
    if (patienceMs <= 0)
        return readyFuture<void>(
            failure(ErrorKind::Unreachable, Words::tr("The service is still finishing its work.")));
    Promise<void> pause;
    QTimer::singleShot(pollEveryMs, [pause] { pause.resolve({}); });
    return andThen(pause.future(), [pid, patienceMs] { return waitForExit(pid, patienceMs - pollEveryMs); });
}

Future<void> terminate(const QString &workspaceFolder)
{
    const auto holder = lockHolderOf(workspaceFolder);
    if (!holder)
        return readyFuture<void>(failure(ErrorKind::NotFound, Words::tr("No service serves %1.").arg(workspaceFolder)));
    if (const auto sent = sendSignal(SIGTERM, workspaceFolder, *holder); !sent)
        return readyFuture<void>(std::unexpected(sent.error()));
    return then(waitForExit(holder->pid, afterTermMs), [holder = *holder, workspaceFolder](const Result<void> &gone) {
        if (gone)
            return readyFuture<void>(gone);
        if (const auto killed = sendSignal(SIGKILL, workspaceFolder, holder); !killed && isAlive(holder.pid))
            return readyFuture<void>(std::unexpected(killed.error()));
        return waitForExit(holder.pid, afterKillMs);
    });
}

} // namespace Roost::Local::ServiceProcess
